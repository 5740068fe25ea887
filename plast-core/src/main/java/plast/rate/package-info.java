/** Rate networks: settings, weights, forward pass, backpropagation through time. */
@NullMarked
package plast.rate;

import org.jspecify.annotations.NullMarked;
