/** Files: experiment files, tables, arrays, run folders and their index. */
@NullMarked
package plast.io;

import org.jspecify.annotations.NullMarked;
