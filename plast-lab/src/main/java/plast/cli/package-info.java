/** The command line: one small class per verb. */
package plast.cli;
