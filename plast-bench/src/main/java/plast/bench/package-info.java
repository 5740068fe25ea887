/** Measurements of speed: the psRNN's update, the mathematics below it, and how both scale. */
@NullMarked
package plast.bench;

import org.jspecify.annotations.NullMarked;
