package plast.math;

/**
 * Philox4x32-10, a counter-based generator: four 32-bit words are a pure function of a 128-bit counter and a 64-bit
 * key.
 *
 * @see "Salmon et al. (2011), Parallel random numbers: as easy as 1, 2, 3, SC11"
 */
final class Philox {
  private static final int M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  private Philox() {}

  /** Writes the block of {@code (c3 c2 c1 c0, key)} into {@code words}, 4 entries, modified. */
  static void block(int c0, int c1, int c2, int c3, long key, int[] words) {
    int k0 = (int) key, k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = (M0 & 0xffffffffL) * (c0 & 0xffffffffL);
      long p1 = (M1 & 0xffffffffL) * (c2 & 0xffffffffL);
      int n0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      int n2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      c0 = n0;
      c2 = n2;
      k0 += W0;
      k1 += W1;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
  }
}
