/** Rate networks: settings, weights, forward pass, backpropagation through time. */
package plast.rate;
