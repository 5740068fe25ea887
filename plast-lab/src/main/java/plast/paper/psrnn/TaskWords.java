package plast.paper.psrnn;

/** Tasks as sentences name them. */
final class TaskWords {
  private TaskWords() {}

  /** As a panel's heading. */
  static String title(String task) {
    String words = of(task);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

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
