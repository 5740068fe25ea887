/** Measures of connectivity and weights, and the statistics of comparisons. */
@NullMarked
package plast.analyse;

import org.jspecify.annotations.NullMarked;
