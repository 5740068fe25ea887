/** Elementwise kernels: from expressions to operations on vectors, an interpreter, and bytecode of the same bits. */
@NullMarked
package plast.kernel;

import org.jspecify.annotations.NullMarked;
