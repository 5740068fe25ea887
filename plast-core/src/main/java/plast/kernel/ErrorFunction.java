package plast.kernel;

/**
 * erf after Cephes: a quotient of polynomials up to |x| = 1, 1 − erfc beyond. Error below 3 units of the last place.
 */
final class ErrorFunction {
  private ErrorFunction() {}

  static Value erf(Value x) {
    Value size = x.abs();
    Value held = size.within(0, 8);
    Value tail = Exponentials.exp(held.mul(held).neg()).mul(tailAbove(held)).div(tailBelow(held));
    Value z = x.mul(x);
    Value inner = size.mul(innerAbove(z)).div(innerBelow(z));
    return size.gt(1).choose(x.constant(1).sub(tail), inner).withSignOf(x);
  }

  private static Value innerAbove(Value z) {
    return z.polynomial(9.60497373987051638749E0, 9.00260197203842689217E1, 2.23200534594684319226E3,
        7.00332514112805075473E3, 5.55923013010394962768E4);
  }

  private static Value innerBelow(Value z) {
    return z.polynomial(1, 3.35617141647503099647E1, 5.21357949780152679795E2, 4.59432382970980127987E3,
        2.26290000613890934246E4, 4.92673942608635921086E4);
  }

  private static Value tailAbove(Value x) {
    return x.polynomial(2.46196981473530512524E-10, 5.64189564831068821977E-1, 7.46321056442269912687E0,
        4.86371970985681366614E1, 1.96520832956077098242E2, 5.26445194995477358631E2, 9.34528527171957607540E2,
        1.02755188689515710272E3, 5.57535335369399327526E2);
  }

  private static Value tailBelow(Value x) {
    return x.polynomial(1, 1.32281951154744992508E1, 8.67072140885989742329E1, 3.54937778887819891062E2,
        9.75708501743205489753E2, 1.82390916687909736289E3, 2.24633760818710981792E3, 1.65666309194161350182E3,
        5.57535340817727675546E2);
  }
}
