package plast.math;

import java.nio.charset.StandardCharsets;

/**
 * The named, independent random streams of one experiment. Equal seeds and names give equal streams, so adding a
 * consumer never shifts the numbers of another; numbered streams (one per update, say) need no state to be resumed.
 */
public record Seed(long value) {

  /** The stream for {@code purpose}. */
  public RandomStream stream(String purpose) {
    return stream(purpose, 0);
  }

  /** The {@code number}-th stream for {@code purpose}. */
  public RandomStream stream(String purpose, long number) {
    return new RandomStream(mix(value ^ mix(hash(purpose))), number);
  }

  /** An independent seed, for example of one of many networks. */
  public Seed child(String purpose, long number) {
    return new Seed(mix(mix(value ^ hash(purpose)) + number));
  }

  /** FNV-1a over the UTF-8 bytes. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    return hash;
  }

  /** The finaliser of SplitMix64: a bijection that spreads every input bit. */
  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
