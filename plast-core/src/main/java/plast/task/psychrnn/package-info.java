/** Tasks with the timing, stimuli and targets of PsychRNN: mean squared error in the decision only. */
@NullMarked
package plast.task.psychrnn;

import org.jspecify.annotations.NullMarked;
