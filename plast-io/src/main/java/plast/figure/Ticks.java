package plast.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tick positions and their labels: 1-2-5 steps on linear axes, powers of ten or 1-2-5 on logarithmic ones. */
record Ticks(List<Double> positions, List<String> labels) {

  /** About {@code wanted} ticks within {@code range}, at least two where the scale allows. */
  static Ticks of(Scale scale, Range range, int wanted) {
    return scale == Scale.LINEAR ? linear(range, Math.max(2, wanted)) : logarithmic(range, Math.max(2, wanted));
  }

  private static Ticks linear(Range range, int wanted) {
    double raw = (range.high() - range.low()) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double over = raw / power;
    double step = power * (over < 1.5 ? 1 : over < 3.5 ? 2 : over < 7.5 ? 5 : 10);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    List<Double> positions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    double slack = step * 1e-9;
    for (long k = (long) Math.ceil((range.low() - slack) / step); k * step <= range.high() + slack; k++) {
      positions.add(range.clamp(k * step));
      labels.add(plain(k * step, decimals));
    }
    return new Ticks(positions, labels);
  }

  private static String plain(double value, int decimals) {
    if (decimals > 4) {
      return value == 0 ? "0" : short3(value);
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text.replace('-', '\u2212');
  }

  private static Ticks logarithmic(Range range, int wanted) {
    int first = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
    int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
    int stride = Math.max(1, (last - first + wanted) / wanted);
    double[] fewer = {1};
    double[] middle = {1, 3};
    double[] most = {1, 2, 5};
    Ticks best = powers(range, fewer, stride);
    for (double[] mantissas : List.of(middle, most)) {
      Ticks more = powers(range, mantissas, 1);
      if (stride == 1 && (best.positions.size() < 2 || more.positions.size() <= wanted)) {
        best = more;
      }
    }
    Ticks dense = best.positions.size() < 3 ? powers(range, new double[] {1, 2, 3, 5, 7}, 1) : best;
    best = dense.positions.size() > best.positions.size() ? dense : best;
    return best.positions.size() < 2 ? linear(range, wanted) : best;
  }

  private static Ticks powers(Range range, double[] mantissas, int stride) {
    List<Double> positions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(range.low()));
    int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
    for (int exponent = first; exponent <= last; exponent++) {
      for (double mantissa : mantissas) {
        double value = mantissa * Math.pow(10, exponent);
        if (Math.floorMod(exponent, stride) == 0 && value >= range.low() * (1 - 1e-9)
            && value <= range.high() * (1 + 1e-9)) {
          positions.add(range.clamp(value));
          labels.add(power(mantissa, exponent));
        }
      }
    }
    return new Ticks(positions, labels);
  }

  private static String power(double mantissa, int exponent) {
    if (exponent >= -3 && exponent <= 4) {
      return plain(mantissa * Math.pow(10, exponent), Math.max(0, -exponent));
    }
    String ten = "10" + superscript(exponent);
    return mantissa == 1 ? ten : (int) mantissa + "·" + ten;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String.valueOf(Math.abs(exponent)).chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
    return text.toString();
  }

  /** {@code value} with three significant digits, no longer than needed: cells, parameter values. */
  static String short3(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : "–";
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
    if (exponent < -3 || exponent > 5) {
      double mantissa = value / Math.pow(10, exponent);
      String head = trimmed(String.format(Locale.ROOT, "%.1f", mantissa));
      String ten = "10" + superscript(exponent);
      return head.equals("1") ? ten : head + "·" + ten;
    }
    return trimmed(String.format(Locale.ROOT, "%." + Math.max(0, 2 - exponent) + "f", value));
  }

  private static String trimmed(String number) {
    String text = number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
    return text.replace('-', '\u2212');
  }
}
