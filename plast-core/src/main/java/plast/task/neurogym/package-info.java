/**
 * Tasks with the periods, stimuli and answers of NeuroGym's native environments. One batch holds separate trials, where
 * NeuroGym runs one after the other.
 */
package plast.task.neurogym;
