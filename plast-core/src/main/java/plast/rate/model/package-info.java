/** Rate networks whose units are equation texts: description, compilation, forward and backward pass. */
@NullMarked
package plast.rate.model;

import org.jspecify.annotations.NullMarked;
