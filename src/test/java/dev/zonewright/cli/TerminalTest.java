package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static void isUsage(Shell shell, String words) {
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith(words).contains("Usage: zonewright");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void version() {
    Shell shell = Shell.run("--version");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).isEqualTo("zonewright " + Version.current() + System.lineSeparator());
    assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(Shell.run("review", "--version").out()).isEqualTo(shell.out());
  }

  @Test
  void helpOfEveryCommand() {
    assertThat(Shell.run("--help").out()).contains("review", "fix", "explain");
    for (String command : List.of("review", "fix", "explain", "reach", "access", "checklist")) {
      Shell shell = Shell.run(command, "--help");
      assertThat(shell.code()).isZero();
      assertThat(shell.out()).startsWith("Usage: zonewright " + command);
    }
  }

  @Test
  void wrongUseIsTwo() {
    isUsage(Shell.run(), "A command is missing.");
    isUsage(Shell.run("review"), "Missing required parameter: 'PATH'");
    isUsage(Shell.run("review", "a", "--format", "xml"), "Invalid value for option '--format'");
    isUsage(Shell.run("review", "a", "--fail-on", "note"), "Invalid value for option '--fail-on'");
    isUsage(Shell.run("review", "-", "-"), "Standard input (-) can be read only once.");
    for (String command : List.of("reach", "access")) {
      isUsage(
          Shell.run(command, "--questions", "-", "-"), "Standard input (-) can be read only once.");
    }
    isUsage(Shell.run("review", ""), "A path is empty.");
    isUsage(Shell.run("fix", "--write", "-"), "Standard input cannot be saved");
  }

  @Test
  void misspeltWordsAreGuessed() {
    Shell shell = Shell.run("reveiw", "a.yaml");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("Did you mean", "review");
  }

  @Test
  void everyControlIsListedAndExplained() {
    Shell list = Shell.run("explain");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("\nprivileged-container ");
    for (String line : list.out().lines().toList()) {
      Shell page = Shell.run("explain", line.substring(0, line.indexOf(' ')));
      assertThat(page.code()).isZero();
      assertThat(page.out())
          .contains("Severity  ", "On Edera  ", "\nWhat it finds\n")
          .doesNotContain("```");
    }
  }

  @Test
  void anUnknownControlIsGuessed() {
    isUsage(
        Shell.run("explain", "privileged"),
        "There is no control 'privileged'. Did you mean privileged-container or"
            + " privileged-default-service-account?");
    isUsage(
        Shell.run("explain", "host-pad"), "There is no control 'host-pad'. Did you mean host-pid");
    isUsage(
        Shell.run("explain", "zzzzzzzzzz"),
        "There is no control 'zzzzzzzzzz'." + System.lineSeparator());
  }

  @Test
  void aPageIsExplainedWithoutTheMarksOfItsTests() {
    assertThat(Shell.run("explain", "privileged-container").out())
        .contains("privileged: true")
        .doesNotContain("# finding:");
  }
}
