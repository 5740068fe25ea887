/** Tasks whose output is a signal in time: waves, memories, ramps. */
package plast.task.signals;
