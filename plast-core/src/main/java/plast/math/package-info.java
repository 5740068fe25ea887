/** Matrices, matrix products, elementwise functions and random streams. */
@NullMarked
package plast.math;

import org.jspecify.annotations.NullMarked;
