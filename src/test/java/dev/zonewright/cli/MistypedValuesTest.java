package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that is close to one that is known is answered with it, whatever the option. */
final class MistypedValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review --format jsno x.yaml | json",
        "review --format SARIFF x.yaml | sarif",
        "review --fail-on hihg x.yaml | high",
        "review --color allways x.yaml | always",
        "runbook --workload a/Pod/p --incident hypervisr x.yaml | hypervisor",
        "access --power creat-pods x.yaml | create-pods",
        "report -o report.htm x.yaml | .html",
        "explain HostPID | host-pid",
        "explain Host_Network | host-network",
        "help Reveiw | review",
      })
  void isAnsweredWithTheNearest(String words, String meant) {
    Shell shell = Shell.run((Object[]) words.split(" "));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("Did you mean " + meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review --format qwertyuiop x.yaml",
        "access --power qwertyuiop x.yaml",
        "report -o report x.yaml"
      })
  void isNotAnsweredWithWhatIsFar(String words) {
    Shell shell = Shell.run((Object[]) words.split(" "));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).doesNotContain("Did you mean");
  }
}
