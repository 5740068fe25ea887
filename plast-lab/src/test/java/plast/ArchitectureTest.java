package plast;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages and who may use whom; CONTRIBUTING.md draws the same house. */
class ArchitectureTest {
  private static final JavaClasses PLAST =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("plast");

  private static final List<String> CORE = List.of("math", "equation", "kernel", "rule", "task", "analyse", "rate",
      "learn");
  private static final List<String> BELOW_EXPERIMENT = with(CORE, "io", "figure");

  /** Each package with what it may use. */
  private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
      Map.entry("math", List.of()),
      Map.entry("equation", List.of()),
      Map.entry("kernel", List.of("math", "equation")),
      Map.entry("rule", List.of("math", "equation", "kernel")),
      Map.entry("task", List.of("math")),
      Map.entry("analyse", List.of("math")),
      Map.entry("rate", List.of("math", "task", "rule", "equation", "kernel")),
      Map.entry("learn", List.of("math", "task", "rate", "rule")),
      Map.entry("io", List.of("math")),
      Map.entry("figure", List.of("math")),
      Map.entry("experiment", BELOW_EXPERIMENT),
      Map.entry("paper", with(BELOW_EXPERIMENT, "experiment")),
      Map.entry("cli", with(BELOW_EXPERIMENT, "experiment", "paper")));

  @Test
  void packagesUseOnlyWhatLiesBelowThem() {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : MAY_USE.keySet()) {
      house = house.layer(name).definedBy("plast." + name + "..");
    }
    for (var entry : MAY_USE.entrySet()) {
      String[] below = entry.getValue().toArray(String[]::new);
      house = below.length == 0
          ? house.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
          : house.whereLayer(entry.getKey()).mayOnlyAccessLayers(below);
    }
    house.check(PLAST);
  }

  @Test
  void everyPackageHasItsPlaceInTheHouse() {
    noClasses().should().resideOutsideOfPackages(
        packages(MAY_USE.keySet())).check(PLAST);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("plast.(*)..").should().beFreeOfCycles().check(PLAST);
  }

  @Test
  void onlyMathTouchesTheVectorApi() {
    check(noClasses().that().resideOutsideOfPackage("plast.math..")
        .should().dependOnClassesThat().resideInAPackage("jdk.incubator.vector.."));
  }

  @Test
  void filesAreTouchedFromIoUpwardOnly() {
    check(noClasses().that().resideInAnyPackage(packages(CORE))
        .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file.."));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(noClasses().that().resideOutsideOfPackage("plast.cli..").should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void randomnessIsPassedInBelowExperiments() {
    check(noClasses().that().resideInAnyPackage(packages(BELOW_EXPERIMENT))
        .should().callConstructorWhere(target(owner(assignableTo(Random.class))))
        .orShould().callMethod(Math.class, "random")
        .orShould().callMethod(ThreadLocalRandom.class, "current"));
  }

  @Test
  void clocksArePassedInBelowExperiments() {
    check(noClasses().that().resideInAnyPackage(packages(BELOW_EXPERIMENT))
        .should().callMethod(System.class, "nanoTime")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethodWhere(target(name("now")).and(target(owner(assignableTo(Temporal.class))))
            .and(target(rawParameterTypes(new Class<?>[0])))));
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private static String[] packages(Collection<String> names) {
    return names.stream().map(name -> "plast." + name + "..").toArray(String[]::new);
  }

  /** A package that a rule speaks of may not exist yet. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PLAST);
  }
}
