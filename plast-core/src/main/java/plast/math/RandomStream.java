package plast.math;

import java.util.random.RandomGenerator;

/**
 * One random stream: Philox4x32-10 with the stream's key, its number in the upper half of the counter and the block
 * index in the lower half. Streams of different keys or numbers never overlap. Gaussians come from the interface's
 * default, a ziggurat. Not for use by two threads at once.
 */
public final class RandomStream implements RandomGenerator {
  private final long key;
  private final long number;
  private final int[] words = new int[4];
  private long block;
  private long reserved = 1L << 62;
  private int used = 4;

  RandomStream(long key, long number) {
    this.key = key;
    this.number = number;
  }

  @Override
  public int nextInt() {
    if (used == 4) {
      Philox.block((int) block, (int) (block >>> 32), (int) number, (int) (number >>> 32), key, words);
      block++;
      used = 0;
    }
    return words[used++];
  }

  @Override
  public long nextLong() {
    return ((long) nextInt() << 32) ^ (nextInt() & 0xffffffffL);
  }

  /** Uniform on [0, 1), 53 bits. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform on [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** Reserves {@code count} counters for numbers made by the block, apart from those that the other methods use. */
  long reserve(int count) {
    long first = reserved;
    reserved += count;
    return first;
  }

  long key() {
    return key;
  }

  long number() {
    return number;
  }

  /** A random permutation of 0 … n - 1 (Fisher-Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      int other = nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
    return order;
  }
}
