package dev.zonewright.cli;

import dev.zonewright.cli.given.Threshold;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.access.Power;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.Options;

/** What the first word of a command line asks for. */
interface Subcommand {
  /** The word. */
  String name();

  /** What {@code --help} prints, lines of at most 100 characters. */
  String help();

  /** The options that it has besides help and version. */
  Options options();

  /**
   * The words that an option takes, for shells to propose; empty when it takes any.
   *
   * @param option its long name
   */
  default List<String> values(String option) {
    return switch (option) {
      case "fail-on" -> Arrays.stream(Threshold.values()).map(Threshold::toString).toList();
      case "color" -> List.of("auto", "always", "never");
      case "format" -> List.of("text", "json");
      case "protocol" -> List.of("TCP", "UDP", "SCTP");
      case "power" -> Arrays.stream(Power.values()).map(Power::id).toList();
      default -> List.of();
    };
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException when the arguments make no sense
   */
  int run(Arguments arguments);
}
