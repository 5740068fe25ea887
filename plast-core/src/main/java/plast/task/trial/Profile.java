package plast.task.trial;

import plast.task.Loss;

/**
 * The outside of a task.
 *
 * @param name      the family's name
 * @param inputs    number of input channels
 * @param outputs   number of output channels
 * @param loss      what it is trained with
 * @param criterion performance in [0, 1] at which it counts as learned
 * @param chance    performance of a network that guesses
 */
public record Profile(String name, int inputs, int outputs, Loss loss, double criterion, double chance) {

  /** A task trained with cross-entropy, its criterion taken from the option of that name. */
  public static Profile choice(Settings settings, int inputs, int outputs, double chance) {
    return of(settings, inputs, outputs, Loss.CROSS_ENTROPY, chance);
  }

  /** A task trained with mean squared error, its criterion taken from the option of that name. */
  public static Profile regression(Settings settings, int inputs, int outputs, double chance) {
    return of(settings, inputs, outputs, Loss.MEAN_SQUARED_ERROR, chance);
  }

  private static Profile of(Settings settings, int inputs, int outputs, Loss loss, double chance) {
    return new Profile(settings.task(), inputs, outputs, loss, settings.within("criterion", 0, 1), chance);
  }
}
