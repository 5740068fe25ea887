package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;

class WrongModelsTest {

  static Stream<WrongTexts.Wrong> wrong() {
    return WrongTexts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void everyWrongTextGetsItsMessages(WrongTexts.Wrong wrong) {
    assertThat(wrong.problems().stream().map(WrongTexts::described).toList()).isEqualTo(wrong.expected());
  }

  @Test
  void atLeastEightyTextsAreTried() {
    assertThat(wrong().filter(w -> !w.expected().isEmpty())).hasSizeGreaterThan(80);
  }

  @Test
  void messageShowsTheLineWithACaretUnderWhatIsMeant() {
    Result<CheckedModel> result = NeuronCheck.of(NeuronText.of("exc", """
        dv/dt = (El - v + I)/tau : volt
        El : volt
        I : amp
        tau : second
        """), Scope.of(Owner.NEURONS));
    assertThat(result.text()).isEqualTo("""
        NeuronGroup 'exc', line 1: dv/dt = (El - v + I)/tau : volt
                                           ^^^^^^^^^^^^
        cannot add El - v [volt] and I [amp]. Multiply I by a resistance (ohm)?""");
  }

  @Test
  void allProblemsOfAModelAreReportedAtOnce() {
    Result<CheckedModel> result = NeuronCheck.of(NeuronText.of("exc", """
        dv/dt = (El - v)/tau : volt
        El : mV
        x = 2y : 1
        z = exp(v) : 1
        tau
        u = nothing : 1
        """).withThreshold("v >"), Scope.of(Owner.NEURONS));
    assertThat(result.problems()).extracting(p -> p.place().line()).containsExactly(2, 3, 4, 5, 6, 1);
  }

  @Test
  void aNameOfTwoLevelsIsAWarningWithBothValues() {
    Scope scope = Scope.of(Owner.NEURONS)
        .with(Level.NAMESPACE, Symbol.constant("tau", Dimension.SECOND, 0.02))
        .with(Level.RUN, Symbol.constant("tau", Dimension.SECOND, 0.01));
    Result<CheckedModel> result = ModelCheck.parse("NeuronGroup 'exc'", "dv/dt = -v/tau : 1", scope);
    assertThat(result.value()).isPresent();
    assertThat(result.problems()).singleElement().extracting(Problem::message).isEqualTo("'tau' has two meanings: "
        + "tau = 0.02 second from its namespace is used, tau = 0.01 second is hidden; rename one of them");
  }

  @Test
  void exceptionListsAllProblems() {
    List<String> lines = org.assertj.core.api.Assertions.catchThrowableOfType(EquationException.class,
        () -> Equations.parse("group 'a'", "x = 1\ny").orThrow()).getMessage().lines().toList();
    assertThat(lines).contains("group 'a', line 1: x = 1", "group 'a', line 2: y");
  }
}
