package plast.paper.psrnn;

/** Tasks as sentences name them. */
final class TaskWords {
  private TaskWords() {}

  static String of(String task) {
    return switch (task) {
      case "dms" -> "delayed match to sample";
      case "pwm" -> "parametric working memory";
      case "cdm" -> "context-dependent decision";
      case "ff3" -> "3-bit flip-flop";
      case "dms-short" -> "delayed match to sample (short)";
      case "pwm-short" -> "parametric working memory (short)";
      case "cdm-short" -> "context-dependent decision (short)";
      default -> task;
    };
  }
}
