package plast.figure;

/** Sizes and greys shared by everything drawn; lengths in CSS pixels (1/96 inch), 9.33 px being 7 pt. */
final class Theme {
  static final double PIXELS_PER_MM = 96 / 25.4;
  static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

  static final double TICK_TEXT = 8.8;
  static final double AXIS_TEXT = 9.6;
  static final double LEGEND_TEXT = 9.2;
  static final double TITLE_TEXT = 10;
  static final double LETTER_TEXT = 12.5;
  static final double CELL_TEXT = 8;

  static final String INK = "#1A1A1A";
  static final String SOFT_INK = "#4D4D4D";
  static final String REFERENCE = "#595959";
  static final String PAIR = "#9A9A9A";
  static final String NO_VALUE = "#DADADA";
  static final String PAPER = "#FFFFFF";

  static final double CURVE_WIDTH = 1.3;
  static final double AXIS_WIDTH = 0.7;
  static final double REFERENCE_WIDTH = 0.9;
  static final double BAND_OPACITY = 0.18;

  private Theme() { }
}
