package plast.experiment;

/** A person's wish that training should stop at the next step. Safe for several threads. */
public final class Interruption {
  private volatile boolean requested;

  /** Asks every network to finish its step, to be stored and to stop. */
  public void request() {
    requested = true;
  }

  public boolean requested() {
    return requested;
  }
}
