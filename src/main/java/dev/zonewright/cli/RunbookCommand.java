package dev.zonewright.cli;

import dev.zonewright.analysis.Workload;
import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.Printable;
import dev.zonewright.report.runbook.Incident;
import dev.zonewright.report.runbook.Runbook;
import dev.zonewright.report.runbook.RunbookText;
import dev.zonewright.report.runbook.Runbooks;
import dev.zonewright.text.Nearest;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code zonewright runbook}: what to do about an incident, for one workload. */
final class RunbookCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright runbook --workload NAMESPACE/KIND/NAME [--incident INCIDENT]
                                [--review FILE] [-n N] PATH...

      Prints what to do about an incident, for one workload, as Markdown: the steps of the reference
      architecture, with namespace, pod, node and kernel filled in where the manifests show them.
      What they do not show is in angle brackets and is explained at the end.

        PATH                 Files, folders, or - for standard input, as for review.
        --workload NAMESPACE/KIND/NAME
                             The workload: shop/Deployment/web.
        --incident INCIDENT  zone (a suspected escape), hypervisor (a vulnerability of Xen) or all
                             (the default).
        --review FILE        The review file: its defaultNamespace is used. Without it,
                             zonewright-review.yaml next to the manifests or in a parent folder is
                             used.
      """
          + HomeNamespace.HELP
          + """
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  printed
            2  the command line is wrong, or there is no such workload
            3  something could not be analysed; the workload was found in the rest
          """;

  private final Console console;
  private final Engine engine;

  RunbookCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine.withoutControls();
  }

  private enum Which {
    ALL,
    ZONE,
    HYPERVISOR;

    List<Incident> incidents() {
      return Arrays.stream(Incident.values())
          .filter(i -> this == ALL || i.name().equals(name()))
          .toList();
    }
  }

  @Override
  public String name() {
    return "runbook";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return HomeNamespace.addTo(new Options())
        .addOption(null, "review", true, null)
        .addOption(null, "workload", true, null)
        .addOption(null, "incident", true, null);
  }

  @Override
  public List<String> values(String option) {
    return option.equals("incident")
        ? Arrays.stream(Which.values()).map(w -> w.name().toLowerCase(Locale.ROOT)).toList()
        : Subcommand.super.values(option);
  }

  @Override
  public int run(Arguments arguments) {
    Which which = arguments.oneOf("incident", Which.ALL);
    String wanted = arguments.value("workload");
    if (wanted.isEmpty()) {
      throw new UsageException("Name the workload: --workload NAMESPACE/KIND/NAME.");
    }
    List<String> paths = arguments.paths();
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().open(paths, console.in());
    Workload workload = workload(wanted, opened.analysis().workloads());
    List<Runbook> runbooks = which.incidents().stream().map(i -> Runbooks.of(workload, i)).toList();
    PrintWriter out = console.outWriter();
    out.print(RunbookText.of(runbooks));
    out.flush();
    return opened.analysis().coverage().failed() > 0 ? ExitCode.NOT_ANALYSED : ExitCode.CLEAN;
  }

  private static Workload workload(String wanted, List<Workload> all) {
    Optional<Workload> found =
        all.stream().filter(w -> w.path().equalsIgnoreCase(wanted)).findFirst();
    return found.orElseThrow(() -> {
      List<String> near = Nearest.to(wanted, all.stream().map(Workload::path).distinct().toList());
      String help =
          all.isEmpty()
              ? " There is no workload in these files."
              : near.isEmpty()
                  ? " One workload is %s.".formatted(all.getFirst().path())
                  : " Did you mean %s?".formatted(String.join(" or ", near));
      return new UsageException(
          Printable.of("There is no workload '%s'.%s".formatted(Printable.echo(wanted), help)));
    });
  }
}
