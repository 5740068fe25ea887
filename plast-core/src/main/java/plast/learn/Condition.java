package plast.learn;

import java.util.Map;
import plast.rate.NetworkSettings;

/**
 * One arm of an experiment: a task, a network and how it learns. Together with a seed it determines a training run to
 * the last bit.
 *
 * @param name        unique within the experiment
 * @param task        the task family's name
 * @param taskOptions values by option name, see {@link plast.task.TaskOption}
 */
public record Condition(
    String name,
    String task,
    Map<String, double[]> taskOptions,
    NetworkSettings network,
    PlasticitySettings plasticity,
    TrainingSettings training) {}
