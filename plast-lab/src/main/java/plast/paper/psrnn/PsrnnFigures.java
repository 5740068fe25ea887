package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import plast.figure.Figure;

/** The figures of a study, in the order of the report; those whose data a study lacks are left out. */
final class PsrnnFigures {
  private PsrnnFigures() {}

  static List<Figure> of(Findings findings, Synapses synapses) {
    List<Figure> figures = new ArrayList<>();
    TrialFigures trials = new TrialFigures(findings.results());
    figures.addAll(trials.all());
    WiringFigures.distributed(findings.results()).ifPresent(arm -> figures.add(WeightFigure.of(arm, synapses)));
    figures.addAll(WiringFigures.all(findings.results()));
    figures.addAll(new MechanismFigures(findings).all());
    figures.addAll(new AtlasFigures(findings.results()).all());
    trials.summary().ifPresent(figures::add);
    return figures;
  }
}
