package plast.paper.psrnn;

import plast.analyse.Interval;
import plast.analyse.Verdict;

/**
 * One claim at one setting.
 *
 * @param statement what is claimed
 * @param setting   task, psRNN, baseline
 * @param effect    what the verdict rests on, with its 95 % interval
 * @param measure   what the effect is
 * @param p         Wilcoxon's signed-rank p; NaN where there is none
 * @param remark    what else a reader must know; may be empty
 * @param rank      whether it stands in the opening table
 */
public record Claim(
    Statement statement, String setting, Verdict verdict, Interval effect, String measure, double p, String remark,
    Rank rank) {

  /** Whether a claim opens the report. */
  public enum Rank { HEADLINE, DETAIL }

  /** The claims of the abstracts. */
  public enum Statement {
    C1("C1", "fewer trials", "fewer trials to criterion than backpropagation alone"),
    C2("C2", "fewer BP synapses", "… although fewer synapses follow backpropagation"),
    C3("C3", "bimodal weights", "bimodal distribution of weights"),
    C4("C4", "antisymmetric", "recurrent weights more antisymmetric"),
    C5("C5", "lower rank", "recurrent weights of lower rank"),
    C6("C6", "feedforward", "recurrent weights more feedforward"),
    C7A("C7a", "better gradient", "the rule's drift lets backpropagation sample a better gradient"),
    C7B("C7b", "initialisation", "the rule makes a dynamic, task-relevant initialisation"),
    C7C("C7c", "no runaway", "switching keeps Hebbian synapses from running away");

    private final String id;
    private final String keyword;
    private final String words;

    Statement(String id, String keyword, String words) {
      this.id = id;
      this.keyword = keyword;
      this.words = words;
    }

    public String id() {
      return id;
    }

    /** Two words for narrow tables. */
    public String keyword() {
      return keyword;
    }

    public String words() {
      return words;
    }
  }

  public String id() {
    return statement.id();
  }
}
