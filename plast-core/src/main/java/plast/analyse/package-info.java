/** Measures of connectivity and weights, and the statistics of comparisons. */
package plast.analyse;
