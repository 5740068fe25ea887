/** The four short tasks that the reference results are measured on, and their versions at a coarse time step. */
@NullMarked
package plast.task.core;

import org.jspecify.annotations.NullMarked;
