/** Tasks whose output is a signal in time: waves, memories, ramps. */
@NullMarked
package plast.task.signals;

import org.jspecify.annotations.NullMarked;
