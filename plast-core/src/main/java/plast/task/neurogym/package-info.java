/**
 * Tasks with the periods, stimuli and answers of NeuroGym's native environments. One batch holds separate trials, where
 * NeuroGym runs one after the other.
 */
@NullMarked
package plast.task.neurogym;

import org.jspecify.annotations.NullMarked;
