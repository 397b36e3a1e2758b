package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The words behind a command, sorted into options and the rest. */
final class Arguments {
  private final CommandLine line;

  private Arguments(CommandLine line) {
    this.line = line;
  }

  /**
   * Sorts the words of a command.
   *
   * @throws UsageException for an option that the command has not, or one without its value
   */
  static Arguments of(Options own, List<String> words) {
    Options all = all(own);
    try {
      return new Arguments(
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(all, words.toArray(String[]::new)));
    } catch (MissingArgumentException e) {
      throw new UsageException(
          "Missing value for option '--%s'.".formatted(e.getOption().getLongOpt()));
    } catch (UnrecognizedOptionException e) {
      throw new UsageException(unknown(e.getOption(), all));
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The options of a command, with those that every command has. */
  static Options all(Options own) {
    Options all = new Options();
    own.getOptions().forEach(all::addOption);
    all.addOption("h", "help", false, null);
    all.addOption("V", "version", false, null);
    return all;
  }

  private static String unknown(String option, Options all) {
    String word = option.replaceFirst("^-+", "").replaceFirst("=.*", "");
    List<String> near =
        Nearest.to(word, all.getOptions().stream().map(Option::getLongOpt).toList());
    return "Unknown option '%s'.".formatted(Printable.echo(option))
        + (near.isEmpty() ? "" : " Did you mean --" + String.join(" or --", near) + "?")
        + " Put -- before a path that begins with a dash.";
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  /**
   * The value of an option as it is written; empty when the option is absent.
   *
   * @throws UsageException when it is empty, or is given twice
   */
  String value(String option) {
    String[] given = line.getOptionValues(option);
    if (given == null) {
      return "";
    }
    if (given.length > 1) {
      throw new UsageException("Option '--%s' is given twice.".formatted(option));
    }
    if (given[0].isBlank()) {
      throw new UsageException("Option '--%s' is empty.".formatted(option));
    }
    return given[0];
  }

  /** All values of an option with several; none when it is absent. */
  List<String> values(String option) {
    String[] given = line.getOptionValues(option);
    return given == null ? List.of() : List.of(given);
  }

  /** The words that are no options. */
  List<String> words() {
    return line.getArgList();
  }

  /**
   * The value of an option, one of an enum's.
   *
   * @param usual what it is when the option is absent
   * @throws UsageException when it is none of them, or is given twice
   */
  <E extends Enum<E>> E oneOf(String option, E usual) {
    String given = value(option);
    if (given.isEmpty()) {
      return usual;
    }
    E[] values = usual.getDeclaringClass().getEnumConstants();
    Optional<E> found =
        Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(given)).findFirst();
    List<String> names = Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    return found.orElseThrow(() ->
        new UsageException(
            "Invalid value for option '--%s': '%s' is not one of %s.%s"
                .formatted(
                    option,
                    Printable.echo(given),
                    String.join(", ", names),
                    Nearest.question(given, names))));
  }

  /**
   * The paths among the words.
   *
   * @throws UsageException when there is none, or one is none
   */
  List<String> paths() {
    if (words().isEmpty()) {
      throw new UsageException(
          "Missing required parameter: 'PATH'. Name files or folders, or - for standard input.");
    }
    PathArguments.check(words());
    return words();
  }
}
