package plast.figure;

import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;

/** Turns a panel into legend entries and a plot. */
sealed interface Drawer
    permits CurvesDrawer, PairedDotsDrawer, DistributionsDrawer, ComplexPlaneDrawer, HeatMapDrawer, BarsDrawer,
    TrialViewDrawer {

  List<Key> keys();

  Plot plot(Plot.Size size);

  default Optional<ColourBar> colourBar() {
    return Optional.empty();
  }

  static Drawer of(Panel panel, Palette palette) {
    return switch (panel) {
      case Curves curves -> new CurvesDrawer(curves, palette);
      case PairedDots dots -> new PairedDotsDrawer(dots, palette);
      case Distributions distributions -> new DistributionsDrawer(distributions, palette);
      case ComplexPlane plane -> new ComplexPlaneDrawer(plane, palette);
      case HeatMap map -> new HeatMapDrawer(map);
      case Bars bars -> new BarsDrawer(bars, palette);
      case TrialView trial -> new TrialViewDrawer(trial, palette);
    };
  }

  /** The labels of a panel that take a colour from the palette, in order of appearance. */
  static List<String> coloured(Panel panel) {
    return switch (panel) {
      case Curves curves -> curves.curves().stream().map(Curve::label).toList();
      case PairedDots dots -> dots.groups().stream().map(PairedDots.Group::label).toList();
      case Distributions d -> d.histograms().stream().map(Distributions.Histogram::label).toList();
      case ComplexPlane plane -> plane.clouds().stream().map(ComplexPlane.Cloud::label).toList();
      case HeatMap _ -> List.of();
      case Bars bars -> bars.bars().stream().map(Bars.Bar::group).distinct().toList();
      case TrialView trial -> trial.lanes().stream()
          .flatMap(lane -> lane instanceof TrialView.Traces traces ? traces.names().stream() : Stream.empty()).toList();
    };
  }
}
