package plast.rate;

/** What leaks with α = dt/τ: the membrane state, x ← (1−α)x + α·input, or the rate, r ← (1−α)r + α·φ(input). */
public enum Leak { STATE, RATE }
