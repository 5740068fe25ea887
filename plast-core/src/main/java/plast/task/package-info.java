/** Cognitive tasks: trials, targets, masks and scores. */
package plast.task;
