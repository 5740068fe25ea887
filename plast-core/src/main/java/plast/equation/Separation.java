package plast.equation;

import static plast.equation.Trees.ONE;
import static plast.equation.Trees.ZERO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;
import plast.equation.SeparableTerm.Average;

/** Multiplies a rule out into terms that factorise into what one side, the other side and the synapse contribute. */
final class Separation {
  private static final int MOST_TERMS = 64;

  private final Placements placements;
  private final Set<String> modulators;

  private Separation(Placements placements, Set<String> modulators) {
    this.placements = placements;
    this.modulators = modulators;
  }

  /** A product: plain factors, and at most one average over both sides. */
  private record Product(List<Expr> factors, Optional<Average> average) {
    Product with(Expr factor) {
      List<Expr> more = new ArrayList<>(factors);
      more.add(factor);
      return new Product(more, average);
    }
  }

  /**
   * The terms of {@code change}.
   *
   * @throws RefusedException naming the part that does not factorise
   */
  static List<SeparableTerm> of(Expr change, Placements placements, Set<String> modulators) {
    Separation separation = new Separation(placements, modulators);
    return separation.products(change).stream().map(separation::term).filter(t -> !t.coefficient().equals(ZERO))
        .toList();
  }

  private List<Product> products(Expr e) {
    boolean mean = Trees.calls(e, Set.of("mean"));
    if (isOneFactor(e) && !(mean && e instanceof Call c && c.function().equals("mean"))) {
      return List.of(new Product(List.of(e), Optional.empty()));
    }
    return switch (e) {
      case Unary u when u.operator() == Prefix.NEGATE ->
          times(List.of(single(Trees.number(-1))), products(u.operand()), e);
      case Binary b -> binary(b);
      case Call c when c.function().equals("mean") -> average(c);
      case Call c when c.function().equals("where") && isOneFactor(c.arguments().getFirst()) -> choice(c);
      case Call c when c.function().equals("abs") || c.function().equals("sign") -> magnitude(c);
      default -> throw new RefusedException(e,
          "it does not factorise into a part of pre, a part of post and a part of w");
    };
  }

  /** A synapse's value leaves an average and a gain stays in it: together they can do neither. */
  private boolean isOneFactor(Expr e) {
    Set<Placement> sides = mixedSides(e);
    return sides.isEmpty() || sides.size() == 1
        && !(sides.contains(Placement.SYNAPSE) && Trees.mentions(e, modulators));
  }

  private static Product single(Expr factor) {
    return new Product(List.of(factor), Optional.empty());
  }

  /** The places that the names of {@code e} live in; the projection itself does not count. */
  private Set<Placement> mixedSides(Expr e) {
    Set<Placement> sides = java.util.EnumSet.noneOf(Placement.class);
    Trees.any(e, part -> {
      if (part instanceof Name n) sides.add(placements.of(n.text()));
      else if (Trees.children(part).isEmpty() && !Simplification.isPure(part)) sides.add(Placement.SYNAPSE);
      return false;
    });
    sides.remove(Placement.PROJECTION);
    return sides;
  }

  private List<Product> binary(Binary b) {
    return switch (b.operator()) {
      case ADD -> concatenated(products(b.left()), products(b.right()), b);
      case SUBTRACT -> concatenated(products(b.left()),
          times(List.of(single(Trees.number(-1))), products(b.right()), b), b);
      case MULTIPLY -> times(products(b.left()), products(b.right()), b);
      case DIVIDE -> divided(b);
      case POWER -> power(b);
      case FLOOR_DIVIDE, MODULO -> throw new RefusedException(b, "it does not factorise");
    };
  }

  private List<Product> divided(Binary b) {
    List<Product> below = products(b.right());
    if (below.size() != 1 || below.getFirst().average.isPresent()) throw new RefusedException(b,
        "its divisor does not factorise");
    List<Expr> inverse = below.getFirst().factors.stream().map(factor -> Trees.divide(ONE, factor)).toList();
    return times(products(b.left()), List.of(new Product(inverse, Optional.empty())), b);
  }

  private List<Product> power(Binary b) {
    double n = Simplification.constant(b.right());
    List<Product> base = products(b.left());
    boolean one = base.size() == 1 && base.getFirst().average.isEmpty();
    if (one && n == Math.rint(n)) {
      return List.of(new Product(base.getFirst().factors.stream().map(f -> Trees.power(f, b.right())).toList(),
          Optional.empty()));
    }
    if (n != 2 && n != 3) throw new RefusedException(b, "it does not factorise");
    List<Product> power = base;
    for (int k = 1; k < n; k++) power = times(power, base, b);
    return power;
  }

  /** |a·b| = |a|·|b|, and so for signs. */
  private List<Product> magnitude(Call c) {
    List<Product> inside = products(c.arguments().getFirst());
    if (inside.size() != 1 || inside.getFirst().average.isPresent()) throw new RefusedException(c,
        "it does not factorise");
    return List.of(new Product(inside.getFirst().factors.stream().map(f -> Trees.call(c.function(), f)).toList(),
        Optional.empty()));
  }

  private List<Product> choice(Call c) {
    Expr condition = c.arguments().getFirst();
    Product yes = single(Trees.call("where", condition, ONE, ZERO));
    Product no = single(Trees.call("where", condition, ZERO, ONE));
    List<Product> first = times(List.of(yes), products(c.arguments().get(1)), c);
    if (c.arguments().get(2).equals(ZERO)) return first;
    return concatenated(first, times(List.of(no), products(c.arguments().get(2)), c), c);
  }

  private List<Product> average(Call mean) {
    Optional<String> axis = mean.arguments().size() < 2 ? Optional.empty()
        : Optional.of(Printed.of(mean.arguments().get(1)));
    List<Product> all = new ArrayList<>();
    for (Product inside : products(mean.arguments().getFirst())) all.add(averaged(mean, inside, axis));
    return all;
  }

  private Product averaged(Call mean, Product inside, Optional<String> axis) {
    if (inside.average.isPresent()) return nested(mean, inside, inside.average.get());
    List<Expr> outside = new ArrayList<>();
    List<Expr> post = new ArrayList<>();
    List<Expr> pre = new ArrayList<>();
    List<Expr> gain = new ArrayList<>();
    for (Expr factor : inside.factors) {
      switch (place(factor)) {
        case SYNAPSE -> outside.add(factor);
        case POSTSYNAPTIC -> post.add(withoutConstants(factor, outside));
        case PRESYNAPTIC -> pre.add(withoutConstants(factor, outside));
        case PROJECTION -> (Trees.mentions(factor, modulators) ? gain : outside).add(factor);
      }
    }
    Average average = new Average(SeparableTerm.product(post), SeparableTerm.product(pre), SeparableTerm.product(gain),
        axis);
    boolean nothing = post.isEmpty() && pre.isEmpty() && gain.isEmpty();
    if (nothing) return new Product(outside, Optional.empty());
    if (!post.isEmpty() && !pre.isEmpty()) return new Product(outside, Optional.of(average));
    outside.add(average.expression());
    return new Product(outside, Optional.empty());
  }

  /** {@code factor} without what is the same in all steps and trials, which is put {@code outside}: lr*pre is pre. */
  private Expr withoutConstants(Expr factor, List<Expr> outside) {
    if (factor instanceof Unary u && u.operator() == Prefix.NEGATE) {
      outside.add(Trees.number(-1));
      return withoutConstants(u.operand(), outside);
    }
    if (!(factor instanceof Binary b)) return factor;
    boolean product = b.operator() == Expr.Arithmetic.MULTIPLY;
    if (product && isConstant(b.left())) {
      outside.add(b.left());
      return withoutConstants(b.right(), outside);
    }
    if ((product || b.operator() == Expr.Arithmetic.DIVIDE) && isConstant(b.right())) {
      outside.add(product ? b.right() : Trees.divide(ONE, b.right()));
      return withoutConstants(b.left(), outside);
    }
    return factor;
  }

  private boolean isConstant(Expr e) {
    return mixedSides(e).isEmpty() && !Trees.mentions(e, modulators) && !Trees.calls(e, Set.of("mean"));
  }

  /** An average over trials of one over their steps: over both, with what is constant during a trial as weights. */
  private Product nested(Expr mean, Product inside, Average inner) {
    boolean overSteps = inner.axis().equals(Optional.of("time"));
    if (!overSteps) throw new RefusedException(mean, "an average of an average of both sides");
    List<Expr> outside = new ArrayList<>();
    List<Expr> post = new ArrayList<>(List.of(inner.post()));
    List<Expr> pre = new ArrayList<>(List.of(inner.pre()));
    List<Expr> gain = new ArrayList<>(List.of(inner.gain()));
    for (Expr factor : inside.factors) {
      if (Trees.mentions(factor, Axes.STEPS)) {
        throw new RefusedException(mean, "an average of an average of both sides");
      }
      switch (place(factor)) {
        case SYNAPSE -> outside.add(factor);
        case POSTSYNAPTIC -> post.add(factor);
        case PRESYNAPTIC -> pre.add(factor);
        case PROJECTION -> (Trees.mentions(factor, modulators) ? gain : outside).add(factor);
      }
    }
    return new Product(outside, Optional.of(new Average(SeparableTerm.product(post), SeparableTerm.product(pre),
        SeparableTerm.product(gain), Optional.empty())));
  }

  private Placement place(Expr factor) {
    Set<Placement> sides = mixedSides(factor);
    if (sides.size() > 1) throw new RefusedException(factor, "it does not factorise");
    return sides.isEmpty() ? Placement.PROJECTION : sides.iterator().next();
  }

  private static List<Product> concatenated(List<Product> a, List<Product> b, Expr whole) {
    List<Product> all = new ArrayList<>(a);
    all.addAll(b);
    return bounded(all, whole);
  }

  private static List<Product> times(List<Product> a, List<Product> b, Expr whole) {
    List<Product> all = new ArrayList<>();
    for (Product x : a) {
      for (Product y : b) {
        if (x.average.isPresent() && y.average.isPresent()) throw new RefusedException(whole,
            "a product of two averages of both sides");
        List<Expr> factors = new ArrayList<>(x.factors);
        factors.addAll(y.factors);
        all.add(new Product(factors, x.average.isPresent() ? x.average : y.average));
      }
    }
    return bounded(all, whole);
  }

  private static List<Product> bounded(List<Product> all, Expr whole) {
    if (all.size() > MOST_TERMS) throw new RefusedException(whole, "it has more than " + MOST_TERMS + " terms");
    return all;
  }

  private SeparableTerm term(Product product) {
    Expr[] parts = {ONE, ONE, ONE, ONE};
    for (Expr factor : product.factors) {
      int k = place(factor).ordinal();
      parts[k] = Trees.multiply(parts[k], factor);
    }
    for (int k = 0; k < parts.length; k++) parts[k] = Simplification.of(parts[k]);
    Optional<Average> average = product.average
        .map(a -> new Average(Simplification.of(a.post()), Simplification.of(a.pre()),
        Simplification.of(a.gain()), a.axis()));
    return new SeparableTerm(parts[Placement.PROJECTION.ordinal()], parts[Placement.SYNAPSE.ordinal()],
        parts[Placement.POSTSYNAPTIC.ordinal()], parts[Placement.PRESYNAPTIC.ordinal()], average);
  }
}
