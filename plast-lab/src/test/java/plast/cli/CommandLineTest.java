package plast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import plast.io.Json;

class CommandLineTest {
  private static final String TINY = """
      name: tiny
      task: dms
      seeds: 2
      network: {units: 8}
      training: {batch: 4, trials: 32, evaluate: {every: 4, trials: 12, batches: 2}}
      conditions:
        ps: {preset: ps-sparse}
        bp: {preset: bp-tuned}
      """;

  @TempDir
  Path folder;

  private record Call(int code, String out, String err) {
    Map<String, Object> json() {
      assertThat(out.strip().lines()).as("one line of JSON").hasSize(1);
      return Json.parse(out);
    }
  }

  private Call plast(String... arguments) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, folder, Clock.systemUTC());
    int code = Main.run(console, arguments);
    return new Call(code, out.toString(), err.toString());
  }

  private String file(String text) throws IOException {
    Files.writeString(folder.resolve("my.yaml"), text);
    return "my.yaml";
  }

  @Test
  void helpListsEveryVerb() {
    Call call = plast("--help");
    assertThat(call.code()).isZero();
    for (String verb : List.of("run", "resume", "tune", "compare", "check", "tasks", "rules", "ls", "show", "index", "plot",
        "bench", "doctor", "exec", "shell", "test")) {
      assertThat(call.out()).contains("\n  " + verb + " ");
    }
  }

  @Test
  void everyVerbHasHelpWithAnExample() {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(Console.system()));
    for (String verb : line.getSubcommands().keySet()) {
      if (verb.equals("help")) continue;
      Call call = plast(verb, "--help");
      assertThat(call.code()).as(verb).isZero();
      assertThat(call.out()).as(verb).contains("Example: plast " + verb);
    }
  }

  @Test
  void misspeltVerbAndOptionGetTheNearestRightOne() {
    assertThat(plast("rnu")).satisfies(call -> {
      assertThat(call.code()).isEqualTo(2);
      assertThat(call.err()).contains("unknown verb 'rnu' (try: run)");
    });
    assertThat(plast("ls", "--jsno").err()).contains("unknown option '--jsno' (try: --json)");
    assertThat(plast().code()).isEqualTo(2);
    assertThat(plast("run").err()).contains("FILE");
  }

  @Test
  void checkShowsTheLineAndACaret() throws IOException {
    Call call = plast("check", file("task: dms\nnetwork: {unitz: 3}\n"));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("my.yaml:2:11: network.unitz: unknown key 'unitz' (try: units)\n"
        + "  network: {unitz: 3}\n            ^\n");
  }

  @Test
  void checkAsJsonHasTheKeysThatOthersRelyOn() throws IOException {
    Map<String, Object> wrong = plast("check", file("task: dmz"), "--json").json();
    assertThat(wrong).containsEntry("ok", false);
    assertThat((List<?>) wrong.get("problems")).singleElement().isEqualTo(Map.of(
        "line", 1L, "column", 7L, "key", "task.name", "message", "unknown task 'dmz'", "suggestion", "dms"));
    assertThat(plast("check", file(TINY), "--json").json()).containsEntry("ok", true).containsEntry("problems", List.of());
  }

  @Test
  void checkShowsTheCodeOfEveryNetwork() throws IOException {
    Call call = plast("check", file(TINY), "--show-code");
    assertThat(call.out()).contains("population 'units', step:", "population 'units', step back:", "_delta_recurrent[i] =");
    assertThat(plast("check", file(TINY), "--show-code", "--json").json().get("code").toString())
        .contains("condition=", "part=step back", "listing=");
  }

  @Test
  void checkPrintsTheResolvedExperiment() throws IOException {
    assertThat(plast("check", file(TINY), "--resolved", "network.units=10").out()).contains("units: 10");
  }

  @Test
  void runFromStartToFigures() throws IOException {
    Map<String, Object> run = plast("run", file(TINY), "training.trials=48", "--threads", "2", "--json").json();
    assertThat(run.keySet()).containsExactly("state", "runFolder", "conditions", "seconds");
    assertThat(run).containsEntry("state", "done");
    Map<?, ?> condition = (Map<?, ?>) ((List<?>) run.get("conditions")).getFirst();
    assertThat(new ArrayList<Object>(condition.keySet())).isEqualTo(
        List.of("name", "task", "seeds", "solved", "trialsToCriterion", "strongFraction"));
    Map<?, ?> trials = (Map<?, ?>) condition.get("trialsToCriterion");
    assertThat(new ArrayList<Object>(trials.keySet())).isEqualTo(List.of("mean", "ciHalfWidth", "median", "values"));
    assertThat(Path.of((String) run.get("runFolder")).resolve("overrides.txt")).content().contains("training.trials=48");

    assertThat(plast("ls", "tiny").out()).contains("done").contains("dms").contains("ps, bp");
    assertThat((List<?>) plast("ls", "--json").json().get("runs")).hasSize(1);
    assertThat(plast("ls", "nothing", "--json").json().get("runs")).isEqualTo(List.of());
    assertThat(plast("show", "latest").out()).contains("state").contains("ps").contains("bp");
    assertThat(plast("show", "tiny", "--json").json()).containsEntry("state", "done").containsKey("versions");
    Map<String, Object> compared = plast("compare", "tiny", "--json").json();
    assertThat(compared.keySet()).containsExactly("conditions", "comparisons", "differences");
    assertThat(plast("compare", "tiny", "--against", "sp").err()).contains("no condition 'sp'").contains("try: ps");
    assertThat(plast("resume", "tiny", "--json").json()).containsEntry("conditions", run.get("conditions"));
    assertThat(plast("index", "--rebuild").out()).contains("1 runs");
    Call plot = plast("plot", "tiny", "trials");
    assertThat(plot.code()).isZero();
    assertThat(Path.of(plot.out().strip())).exists();
    assertThat(plast("plot", "tiny", "learnin").err()).contains("try: learning");
  }

  @Test
  void wrongFileTrainsNothingAndLeavesNoRun() throws IOException {
    Call call = plast("run", file("task: dms\nseeds: 0"), "--json");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.json()).containsEntry("ok", false);
    assertThat(folder.resolve("runs")).doesNotExist();
    assertThat(plast("run", "missing.yaml").code()).isEqualTo(2);
  }

  @Test
  void runsFolderThatCannotBeMadeFailsWithItsName() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    Call call = plast("run", file(TINY), "--runs", "taken");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).contains("taken").doesNotContain("\tat ");
  }

  @Test
  void unknownRunIsWrongUsage() {
    Call call = plast("show", "nope");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("nope");
  }

  @Test
  void tasksAndRulesAreListedAndShown() {
    assertThat(plast("tasks").out()).contains("dms").contains("ff3");
    assertThat(plast("tasks", "dms").out()).contains("task.delay").contains("[400 ms, 800 ms]");
    assertThat(plast("tasks", "dmz").err()).contains("try: dms");
    assertThat(plast("tasks", "dms", "--json").json()).containsEntry("name", "dms").containsKey("options");
    assertThat(plast("rules").out()).contains("only abstracts are public").contains("grow-cov").contains("ps-atlas");
    assertThat(plast("rules", "anticov").out()).contains("−C");
    assertThat(plast("rules", "frozen").code()).isZero();
    assertThat(plast("rules", "heb").err()).contains("try: hebb");
    assertThat(plast("rules", "--json").json()).containsKeys("rules", "presets", "note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dms", "cdm", "pwm", "ff3"})
  void trialIsDrawn(String task) {
    Call call = plast("tasks", task, "--figure", task + ".svg");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(folder.resolve(task + ".svg")).content().contains("<svg");
  }

  @Test
  void figureOfAnotherKindIsWrongUsage() {
    assertThat(plast("tasks", "dms", "--figure", "a.bmp").code()).isEqualTo(2);
  }

  @Test
  void doctorKnowsTheMachine() {
    assertThat(plast("doctor", "--json").json()).containsKeys("jdk", "processors", "vectorBits", "heapBytes", "fonts");
  }

  @Test
  void tuningWritesAnExperimentThatChecks() throws IOException {
    Map<String, Object> tuned = plast("tune", file(TINY), "tune.budget=2", "tune.seeds=1", "--json").json();
    assertThat(tuned).containsEntry("state", "done");
    assertThat(plast("check", (String) tuned.get("tuned")).code()).isZero();
  }

  @Test
  void programOfOtherKindIsNotExecuted() {
    assertThat(plast("exec", "none.java").err()).contains("no such file");
    assertThat(plast("bench", "psrnn").err()).contains("./plast bench");
    assertThat(plast("test").err()).contains("./plast test");
  }
}
