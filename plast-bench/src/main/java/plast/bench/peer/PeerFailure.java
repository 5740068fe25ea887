package plast.bench.peer;

/** The peer cannot be built, does not run, or computes something else. The message is for the user. */
public final class PeerFailure extends RuntimeException {
  public PeerFailure(String message) {
    super(message);
  }

  public PeerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
