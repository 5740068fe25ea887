/** What tasks made of trials share: options, durations, the writing of trials, noise and scores. */
@NullMarked
package plast.task.trial;

import org.jspecify.annotations.NullMarked;
