/** What tasks made of trials share: options, durations, the writing of trials, noise and scores. */
package plast.task.trial;
