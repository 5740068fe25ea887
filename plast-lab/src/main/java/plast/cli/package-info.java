/** The command line: one small class per verb. */
@NullMarked
package plast.cli;

import org.jspecify.annotations.NullMarked;
