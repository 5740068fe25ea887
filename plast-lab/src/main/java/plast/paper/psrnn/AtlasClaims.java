package plast.paper.psrnn;

import static plast.paper.psrnn.AtlasConditions.BP_13;
import static plast.paper.psrnn.AtlasConditions.BP_16;
import static plast.paper.psrnn.AtlasConditions.DEFAULT;
import static plast.paper.psrnn.AtlasConditions.FAST;
import static plast.paper.psrnn.AtlasConditions.sized;

import java.util.ArrayList;
import java.util.List;
import plast.paper.psrnn.Claim.Rank;

/** The claims of the atlas on one task: against typical and against well-initialised backpropagation. */
final class AtlasClaims {
  private static final String TYPICAL = "typical BP: default init, same settings", WELL = "well-initialised BP";

  private AtlasClaims() {}

  static List<Claim> of(Results results, String task) {
    List<Claim> claims = new ArrayList<>();
    for (int units : new int[] {100, 50}) {
      for (String psRnn : List.of("ps-atlas", "hebb")) {
        String name = sized(psRnn, units);
        Rank rank = psRnn.equals("ps-atlas") ? Rank.HEADLINE : Rank.DETAIL;
        results.compare(task, name, sized(DEFAULT, units)).ifPresent(c -> {
          claims.add(Claims.fewerTrials(c, TYPICAL, rank));
          claims.add(Claims.fewerStrong(c, TYPICAL, rank));
        });
        for (String baseline : List.of(BP_13, BP_16)) {
          results.compare(task, name, sized(baseline, units))
              .ifPresent(c -> claims.add(
                  Claims.fewerTrials(c, WELL, baseline.equals(BP_13) && units == 100 ? rank : Rank.DETAIL)));
        }
      }
      claims.addAll(StructureClaims.of(results, task, sized("ps-atlas", units), sized(DEFAULT, units)));
      claims.addAll(StructureClaims.of(results, task, sized("frozen", units), sized(DEFAULT, units)).stream()
          .map(AtlasClaims::asDetail).toList());
    }
    results.compare(task, FAST, DEFAULT).ifPresent(c -> {
      claims.add(Claims.fewerTrials(c, TYPICAL, Rank.HEADLINE));
      claims.add(Claims.fewerStrong(c, TYPICAL, Rank.HEADLINE));
    });
    for (String baseline : List.of(BP_13, BP_16)) {
      results.compare(task, FAST, baseline).ifPresent(c -> claims.add(
          Claims.fewerTrials(c, WELL, baseline.equals(BP_13) ? Rank.HEADLINE : Rank.DETAIL)));
    }
    return claims;
  }

  private static Claim asDetail(Claim c) {
    return new Claim(c.statement(), c.setting(), c.verdict(), c.effect(), c.measure(), c.p(), c.remark(), Rank.DETAIL);
  }
}
