/** Files: experiment files, tables, arrays, run folders and their index. */
package plast.io;
