/** Cognitive tasks: trials, targets, masks and scores. */
@NullMarked
package plast.task;

import org.jspecify.annotations.NullMarked;
