/**
 * Figures and reports: a {@link plast.figure.Figure} is described by values, written as SVG, PNG and CSV by
 * {@link plast.figure.FigureWriter}, and gathered with tables and text in a {@link plast.figure.Report}.
 *
 * <p>Lengths are millimetres in the description and CSS pixels (1/96 inch) inside. Panels are drawn by lets-plot;
 * titles, legends, colour bars and the placing of panels are ours, so that nothing can overlap.
 */
@NullMarked
package plast.figure;

import org.jspecify.annotations.NullMarked;
