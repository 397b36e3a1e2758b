package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.review.ReviewSchema;
import java.io.PrintWriter;
import org.apache.commons.cli.Options;

/** {@code zonewright schema}: lets editors complete and check the review file. */
final class SchemaCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright schema

      Prints the JSON Schema of the review file zonewright-review.yaml. Editors use it to complete
      and check the file.

        -h, --help      Show this help and exit.
        -V, --version   Show the version and exit.

      Example
        zonewright schema > zonewright-review.schema.json
      """;

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(Arguments arguments) {
    if (!arguments.words().isEmpty()) {
      throw new UsageException(
          "schema takes no argument: it prints the schema of the review file.");
    }
    PrintWriter out = console.outWriter();
    out.print(ReviewSchema.text());
    out.flush();
    return ExitCode.CLEAN;
  }
}
