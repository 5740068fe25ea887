package plast.analyse;

/**
 * A paired comparison by ratio, for example of the trials two conditions need.
 *
 * @param ratio     geometric mean of a/b over the pairs
 * @param bootstrap 95 % percentile bootstrap interval over pairs, computed on the logarithms; its estimate is the ratio
 * @param t         95 % t interval, computed on the logarithms; its estimate is the ratio
 * @param p         two-sided Wilcoxon signed-rank p value of the log ratios
 * @param pairs     number of pairs
 */
public record RatioComparison(double ratio, Interval bootstrap, Interval t, double p, int pairs) {}
