package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Trees;
import plast.kernel.Kernel;
import plast.kernel.KernelSource;
import plast.kernel.Precision;
import plast.rule.Activity.Side;
import plast.rule.TrialRows.Reading;
import plast.rule.TrialRows.Shape;

/**
 * What variables of synapses change by in one step or at the end of one trial: a kernel that runs over the synapses of
 * one postsynaptic neuron after the other. What is the same for all of them is a scalar, what the presynaptic side says
 * is read where it lies, so that nothing is repeated for each synapse.
 */
final class SynapseKernel {
  private static final String NEXT = "_next_";

  private final Reading reading;
  private final TrialRows rows;
  private final RuleValues values;
  private final List<Rate> rates = new ArrayList<>();
  private final Kernel kernel;
  private final List<Operand> arrays = new ArrayList<>();
  private final List<Operand> scalars = new ArrayList<>();
  private final double[][] storage;
  private final int[] offsets;
  private final double[] numbers;

  /** One argument: {@code values[row·byRow + post·byPost]} is its first element. */
  private static final class Operand {
    final String name;
    final Placement place;
    @Nullable Rate rate;
    double[] values = {};
    Shape shape = Shape.NONE;
    int byRow;
    int byPost;

    Operand(String name, Placement place) {
      this.name = name;
      this.place = place;
    }
  }

  /**
   * @param changes  by variable of synapses; all are made at once
   * @param synapses the arrays of such variables
   */
  SynapseKernel(Map<String, Expr> changes, Map<String, double[]> synapses, Reading reading, TrialRows rows,
      RuleValues values) {
    this.reading = reading;
    this.rows = rows;
    this.values = values;
    List<KernelSource.Assignment> assignments = new ArrayList<>(), last = new ArrayList<>();
    changes.forEach((variable, change) -> {
      Expr next = Trees.add(Trees.name(variable), Rate.named(change, rates));
      assignments.add(new KernelSource.Assignment(NEXT + variable, next));
      last.add(new KernelSource.Assignment(variable, Trees.name(NEXT + variable)));
    });
    KernelArguments sorted = new KernelArguments(values, Placement.SYNAPSE,
        name -> synapses.containsKey(name) || rows.has(name));
    rates.forEach(rate -> sorted.arrays.add(rate.name()));
    assignments.forEach(assignment -> sorted.add(assignment.value()));
    sorted.arrays.forEach(name -> sort(name, synapses));
    sorted.scalars.forEach(name -> scalars.add(new Operand(name, Placement.PROJECTION)));
    assignments.addAll(last);
    kernel = RuleRun.KERNELS.compile(new KernelSource(Precision.DOUBLE, names(arrays), names(scalars), sorted.constants,
        assignments));
    storage = new double[arrays.size()][];
    offsets = new int[arrays.size()];
    numbers = new double[scalars.size()];
  }

  private static List<String> names(List<Operand> operands) {
    return operands.stream().map(operand -> operand.name).toList();
  }

  private void sort(String name, Map<String, double[]> synapses) {
    Placement place = synapses.containsKey(name) ? Placement.SYNAPSE : placeOf(name);
    Operand operand = new Operand(name, place);
    (place == Placement.SYNAPSE || place == Placement.PRESYNAPTIC ? arrays : scalars).add(operand);
    double[] own = synapses.get(name);
    if (own != null) operand.values = own;
    for (Rate rate : rates) if (rate.name().equals(name)) operand.rate = rate;
  }

  private Placement placeOf(String name) {
    for (Rate rate : rates) if (rate.name().equals(name)) return place(rate.side());
    return rows.place(name);
  }

  private static Placement place(Side side) {
    return side == Side.PRE ? Placement.PRESYNAPTIC : Placement.POSTSYNAPTIC;
  }

  /** Reads what trials and neurons say in the latest batch. */
  void prepare(Activity activity, double[] w) {
    int steps = reading == Reading.STEP ? activity.rows() / activity.trials() : 1;
    for (int k = 0; k < arrays.size(); k++) prepare(arrays.get(k), activity, steps, w);
    for (int k = 0; k < scalars.size(); k++) prepare(scalars.get(k), activity, steps, w);
  }

  private void prepare(Operand operand, Activity activity, int steps, double[] w) {
    int pre = values.size(Placement.PRESYNAPTIC);
    if (operand.place == Placement.SYNAPSE) {
      operand.byPost = pre;
      if (operand.name.equals("w")) operand.values = w;
      else if (values.has(operand.name)) operand.values = values.array(operand.name);
      return;
    }
    int width = TrialStates.width(operand.place, activity);
    operand.byPost = operand.place == Placement.POSTSYNAPTIC ? 1 : 0;
    Rate rate = operand.rate;
    if (rate == null && !rows.has(operand.name)) {
      operand.values = values.array(operand.name);
      return;
    }
    operand.byRow = width;
    operand.shape = operand.shape.or(steps, activity.trials(), width);
    if (operand.values.length < operand.shape.size()) operand.values = new double[operand.shape.size()];
    if (rate != null) rate.read(activity, operand.values);
    else rows.fill(operand.name, reading, operand.shape, operand.values);
  }

  /** Changes all synapses as {@code row} says, which is a step of a trial, or a trial. */
  void run(int row) {
    int posts = values.size(Placement.POSTSYNAPTIC), pres = values.size(Placement.PRESYNAPTIC);
    for (int k = 0; k < storage.length; k++) storage[k] = arrays.get(k).values;
    for (int i = 0; i < posts; i++) {
      for (int k = 0; k < offsets.length; k++) {
        Operand operand = arrays.get(k);
        offsets[k] = row * operand.byRow + i * operand.byPost;
      }
      for (int k = 0; k < numbers.length; k++) {
        Operand operand = scalars.get(k);
        numbers[k] = operand.values[row * operand.byRow + i * operand.byPost];
      }
      kernel.run(storage, offsets, numbers, pres);
    }
  }
}
