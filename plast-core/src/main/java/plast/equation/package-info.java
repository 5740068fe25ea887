/** The equation language: text to a checked syntax tree with units, names, derivatives and printing. */
@NullMarked
package plast.equation;

import org.jspecify.annotations.NullMarked;
