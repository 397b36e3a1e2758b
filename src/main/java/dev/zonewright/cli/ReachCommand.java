package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.PortScan;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.JsonReach;
import dev.zonewright.report.TextReach;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code zonewright reach}: says what workloads may connect to, and which rule decides. */
final class ReachCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright reach [--from WORKLOAD] [--to DESTINATION] [--port N] [--protocol PROTOCOL]
                              [--format FORMAT] [--whole-cluster] [--ipblock-matches-pods]
                              [--host-network-policed] [--pod-range CIDRS] [--node-range CIDRS]
                              [--service-range CIDRS] [--review FILE] [-n N] PATH...
             zonewright reach --questions FILE [-n N] PATH...

      Shows what workloads may connect to according to the network policies in the manifests, and
      which rule decides.

        PATH                 Files, folders, or - for standard input, as for review.
        --from WORKLOAD      NAMESPACE/KIND/NAME. Without it, every workload.
        --to DESTINATION     NAMESPACE/KIND/NAME, an address, a range of addresses (10.0.0.0/8),
                             node, internet, dns or metadata. Without it, all of these except
                             addresses.
        --port N             Only this port of the destination. Without it, the ports of a node,
                             port 80 for metadata, and port 53 for dns.
        --protocol PROTOCOL  TCP, UDP or SCTP. Without it, all three.
        --format FORMAT      text (the default) or json. With one source and one destination, the
                             text shows each step.
        --whole-cluster      Treat the manifests as the whole cluster: a namespace without a
                             Namespace object in them has only its name as a label. Without it, its
                             labels are not known.
        --ipblock-matches-pods  An ipBlock also matches pods with such an address, as in many
                                network plugins. Without it, an ipBlock matches only addresses
                                outside the cluster, as Kubernetes documents.
        --host-network-policed  Policies apply to pods that use the host network. Without it, they
                                do not, as in most network plugins.
        --pod-range CIDRS    The ranges of pods, separated by commas. Without it, they are not
                             known.
        --node-range CIDRS   The ranges of nodes. Without it, all private addresses count as nodes.
        --service-range CIDRS  The ranges of Services. What a rule opens there is undetermined: the
                               network plugin decides if the rule sees the Service or its pods.
        --review FILE        The review file. Its podRanges, nodeRanges, serviceRanges,
                             ipBlockMatchesPods and hostNetworkPoliced are used unless the options
                             above are given. Without it, zonewright-review.yaml next to the
                             manifests or in a parent folder is used.
      """
          + HomeNamespace.HELP
          + """
            --questions FILE     Answers many questions from a tab-separated file, or - for standard
                                 input. Its header has the columns src, dst, protocol and port; dst
                                 takes what --to takes. Prints each line with two more columns: answer
                                 (allowed, denied, undetermined) and by. Treats the manifests as the
                                 whole cluster.
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          Exit codes
            0  answered
            2  the command line or the questions file is wrong
            3  something could not be analysed; the rest is answered
          """;

  /** Some ten seconds, and 150 MB of text. */
  private static final int MOST_ANSWERS = 1_500_000;

  private final Console console;
  private final Engine engine;

  ReachCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return HomeNamespace.addTo(ReachReadings.addTo(new Options()))
        .addOption(null, "from", true, null)
        .addOption(null, "to", true, null)
        .addOption(null, "port", true, null)
        .addOption(null, "protocol", true, null)
        .addOption(null, "format", true, null)
        .addOption(null, "questions", true, null)
        .addOption(null, "review", true, null);
  }

  @Override
  public int run(Arguments arguments) {
    Format format = arguments.oneOf("format", Format.TEXT);
    List<String> paths = arguments.paths();
    String questions = arguments.value("questions");
    ReachChoice choice = ReachChoice.of(arguments);
    if (!questions.isEmpty()) {
      if (choice.isMade() || format != Format.TEXT) {
        throw new UsageException(
            "'--questions' cannot be used with other options: the file holds the questions.");
      }
      PathArguments.checkReadOnce(paths, questions);
    }
    Readings given = ReachReadings.of(arguments, !questions.isEmpty());
    ReviewChoice review = ReviewChoice.of(arguments, paths, engine, console);
    Engine.Opened opened = review.engine().withoutControls().open(paths, console.in());
    Readings readings = review.fill(given, opened);
    Analysis analysis = opened.analysis();
    NetworkModel model =
        NetworkModel.of(analysis.objects().stream().map(LocatedObject::object).toList());
    Reachability reachability = new Reachability(model, readings);
    if (questions.isEmpty()) {
      List<NetworkPod> sources = choice.sources(model);
      List<Destination> destinations = choice.destinations(model, readings);
      checkBound(sources.size(), choice.count(sources.size(), destinations));
      List<Reach> answers = new ArrayList<>();
      PortScan scan = new PortScan(model, reachability);
      for (NetworkPod from : sources) {
        destinations.stream()
            .filter(to -> choice.isAsked(from, to))
            .forEach(to -> answers.add(scan.ask(from, to)));
      }
      switch (format) {
        case TEXT ->
            TextReach.write(analysis, answers, readings, choice.isSingle(), console.outWriter());
        case JSON -> JsonReach.write(analysis, answers, readings, console.out());
      }
    } else {
      List<String> lines = TableText.read(questions, console.in());
      ReachQuestions.answer(lines, model, reachability, readings, console.outWriter());
    }
    console.out().flush();
    return ExitCode.ofAnswer(analysis, console);
  }

  /** Every workload to every other is the square of their number: at some point nobody reads it. */
  private static void checkBound(int sources, long asked) {
    if (asked > MOST_ANSWERS) {
      throw new UsageException(
          "%,d workloads have more than %,d connections, too many to list. Choose some with --from or --to, or list your questions with --questions."
              .formatted(sources, MOST_ANSWERS));
    }
  }
}
