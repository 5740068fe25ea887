/** Tasks with the timing, stimuli and targets of PsychRNN: mean squared error in the decision only. */
package plast.task.psychrnn;
