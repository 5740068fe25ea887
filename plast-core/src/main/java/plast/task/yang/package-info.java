/** The twenty rules of Yang et al. (2019): one input and output layout, so that a network can learn them together. */
@NullMarked
package plast.task.yang;

import org.jspecify.annotations.NullMarked;
