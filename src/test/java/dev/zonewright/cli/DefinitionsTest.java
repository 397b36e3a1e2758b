package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.cli.words.CommandWords;
import dev.zonewright.cli.words.Completion;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.workspace.ManifestStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Completions and manual page against the commands themselves. */
class DefinitionsTest {
  private static final List<Subcommand> COMMANDS =
      Terminal.commands(
          new Console(
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              Screen.NONE),
          new Engine(ControlCatalogue.all(), new ManifestStore(), _ -> Long.MAX_VALUE));

  private static final Pattern OPTION = Pattern.compile("(?m)^  (?:-\\w, )?--([\\w-]+)");

  @Test
  void helpTellsOfEveryOptionAndOfNoOther() {
    for (Subcommand command : COMMANDS) {
      List<String> told =
          OPTION.matcher(command.help()).results().map(found -> found.group(1)).toList();
      List<String> there =
          Arguments.all(command.options()).getOptions().stream().map(o -> o.getLongOpt()).toList();
      assertThat(told).as(command.name()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void theManualTellsOfEveryOptionAndOfNoOther() throws IOException {
    String manual = Files.readString(Path.of("docs", "manual-terminal.md"));
    Set<String> told =
        Pattern.compile("(?<![\\w-])--([a-z][a-z-]+)")
            .matcher(manual)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there = new TreeSet<>(Set.of("new-window", "man"));
    for (Subcommand command : COMMANDS) {
      command.options().getOptions().forEach(o -> there.add(o.getLongOpt()));
    }
    // told of behind every command
    there.removeAll(Set.of("help", "version"));
    there.remove("output");
    assertThat(told).isEqualTo(there);
  }

  /** An option of one command is not told of by a word on another's. */
  @Test
  void eachChapterOfTheManualTellsOfTheCommandsOptions() throws IOException {
    String manual = Files.readString(Path.of("docs", "manual-terminal.md"));
    // one chapter tells of the namespace for all commands
    Set<String> everywhere =
        Set.of("help", "version", "color", "review", "today", "output", "namespace");
    for (Subcommand command : COMMANDS) {
      int from = manual.indexOf("\n## " + command.name() + "\n");
      assertThat(from).as(command.name()).isPositive();
      int to = manual.indexOf("\n## ", from + 1);
      String chapter = manual.substring(from, to);
      command.options().getOptions().stream()
          .map(o -> o.getLongOpt())
          .filter(o -> !everywhere.contains(o))
          .forEach(o -> assertThat(chapter).as(command.name()).contains("--" + o));
    }
  }

  @Test
  void helpOfTheProgramTellsOfEveryCommand() {
    String help = Shell.run("--help").out();
    assertThat(Pattern.compile("(?m)^  (\\w+)  +[A-Z]").matcher(help).results())
        .extracting(found -> found.group(1))
        .containsExactlyElementsOf(COMMANDS.stream().map(Subcommand::name).toList());
  }

  @Test
  void everyValueThatIsProposedStandsInTheHelp() {
    for (CommandWords command : Definitions.of(COMMANDS)) {
      for (CommandWords.OptionWords option : command.options()) {
        assertThat(option.brief()).as(command.name() + " --" + option.name()).isNotEmpty();
        String text = command.help().option(option.name()).orElseThrow().text();
        option
            .values()
            .forEach(v -> assertThat(text).as(command.name() + " " + option.name()).contains(v));
      }
    }
  }

  @Test
  void everyShellHearsOfEveryCommandOptionAndValue() {
    for (String shell : Completion.names()) {
      String script = Shell.run("completion", shell).out();
      for (CommandWords command : Definitions.of(COMMANDS)) {
        assertThat(script).as(shell).containsPattern("\\b" + command.name() + "\\b");
        for (CommandWords.OptionWords option : command.options()) {
          String dash = shell.equals("fish") ? "-l " : "--";
          assertThat(script).as(shell).containsPattern(dash + option.name() + "\\b");
          option
              .values()
              .forEach(
                  value -> assertThat(script).as(shell).containsPattern("\\b" + value + "\\b"));
        }
      }
    }
    assertThat(Shell.run("completion").code()).isEqualTo(2);
    assertThat(Shell.run("completion", "tcsh").err()).startsWith("Name one shell: bash, zsh");
  }

  @Test
  void theManualPageHoldsWhatHelpSays() {
    Shell page = Shell.run("help", "--man");
    assertThat(page.code()).isZero();
    String words = page.out().replace("\\-", "-").replace("\\&", "").replace("\\e", "\\");
    assertThat(words).startsWith(".TH ZONEWRIGHT 1").contains("\n.SH NAME\nzonewright - shows ");
    for (Subcommand command : COMMANDS) {
      assertThat(words).contains("\n.SH " + command.name().toUpperCase(Locale.ROOT));
      String flat = command.help().replaceAll("\\s+", " ");
      for (CommandWords.OptionWords option :
          Definitions.of(List.of(command)).getFirst().options()) {
        assertThat(words).contains("--" + option.name());
        assertThat(flat).contains(option.brief());
        assertThat(words).contains(option.brief());
      }
    }
  }

  @Test
  void bashProposesWhatFits() throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "no bash here");
    Map<String, String> proposals =
        Map.of(
            "zonewright rev", "review",
            "zonewright review --fo", "--format",
            "zonewright review --format j", "json",
            "zonewright review --format = j", "json",
            "zonewright fix --fail-on cr", "critical",
            "zonewright completion f", "fish",
            "zonewright help expl", "explain");
    for (Map.Entry<String, String> line : proposals.entrySet()) {
      String script =
          Shell.run("completion", "bash").out()
              + "COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _zonewright\n"
                  .formatted(line.getKey())
              + "echo \"${COMPREPLY[@]}\"\n";
      Process process =
          new ProcessBuilder(bash.toString(), "-c", script).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(out.strip()).as(line.getKey()).isEqualTo(line.getValue());
    }
  }
}
