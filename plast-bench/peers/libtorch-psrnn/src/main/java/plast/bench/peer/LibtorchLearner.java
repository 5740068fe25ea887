package plast.bench.peer;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.*;

/**
 * The psRNN's update as one writes it with tensors: a leaky tanh network, backpropagation through time by autograd,
 * Adam on everything but the weak recurrent weights, which follow the Hebbian product instead.
 */
final class LibtorchLearner {
  private static final double LEAK = 0.2;
  private static final double THRESHOLD = 0.05;
  private static final double HEBBIAN_RATE = 1e-4;
  private static final double LEARNING_RATE = 1e-3;

  private final int neurons;
  private final int batch;
  private final int steps;
  private final Tensor recurrent; // (neurons, neurons), row = postsynaptic
  private final Tensor input; // (neurons, inputs)
  private final Tensor readout; // (outputs, neurons)
  private final Tensor bias;
  private final Tensor outputBias;
  private final Tensor stimulus; // (steps, batch, inputs)
  private final Tensor target; // (steps, batch, outputs)
  private final Adam adam;

  /** @param numbers the tensors' values in the order of the fields */
  LibtorchLearner(int neurons, int batch, int steps, int inputs, int outputs, FloatBuffer numbers) {
    this.neurons = neurons;
    this.batch = batch;
    this.steps = steps;
    recurrent = next(numbers, neurons, neurons).set_requires_grad(true);
    input = next(numbers, neurons, inputs).set_requires_grad(true);
    readout = next(numbers, outputs, neurons).set_requires_grad(true);
    bias = next(numbers, neurons).set_requires_grad(true);
    outputBias = next(numbers, outputs).set_requires_grad(true);
    stimulus = next(numbers, steps, batch, inputs);
    target = next(numbers, steps, batch, outputs);
    adam = new Adam(new TensorVector(recurrent, input, readout, bias, outputBias), new AdamOptions(LEARNING_RATE));
  }

  private static Tensor next(FloatBuffer numbers, long... shape) {
    int size = 1;
    for (long side : shape) size *= (int) side;
    float[] values = new float[size];
    numbers.get(values);
    return from_blob(new FloatPointer(values), shape).clone();
  }

  /** One update; returns the loss before it. */
  double step() {
    try (PointerScope temporaries = new PointerScope()) {
      Tensor activity = forward();
      Tensor loss = mse_loss(linear(activity, readout, new TensorOptional(outputBias)), target);
      adam.zero_grad();
      loss.backward();
      learn(activity);
      return loss.item_float();
    }
  }

  /** The rates of all steps, (steps, batch, neurons). */
  private Tensor forward() {
    Tensor drive = linear(stimulus, input, new TensorOptional(bias));
    Tensor transposed = recurrent.t();
    Tensor state = zeros(batch, neurons);
    Tensor rate = zeros(batch, neurons);
    TensorVector rates = new TensorVector();
    for (int t = 0; t < steps; t++) {
      Tensor arriving = addmm(drive.select(0, t), rate, transposed);
      state = state.mul(new Scalar(1 - LEAK)).add(arriving.mul(new Scalar(LEAK)));
      rate = tanh(state);
      rates.push_back(rate);
    }
    return stack(rates);
  }

  private void learn(Tensor activity) {
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor before = recurrent.clone();
      Tensor strong = before.abs().ge(new Scalar(THRESHOLD));
      Tensor earlier = activity.narrow(0, 0, steps - 1).reshape(-1, neurons); // at step 0 every rate is 0
      Tensor later = activity.narrow(0, 1, steps - 1).reshape(-1, neurons);
      Tensor product = mm(later.t(), earlier);
      adam.step();
      Tensor weak = before.add(product.mul(new Scalar(HEBBIAN_RATE / ((double) steps * batch))));
      recurrent.copy_(where(strong, recurrent, weak));
    }
  }
}
