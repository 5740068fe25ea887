/** Matrices, matrix products, elementwise functions and random streams. */
package plast.math;
