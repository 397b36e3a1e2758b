package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
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
                              [--service-range CIDRS] [--review FILE] PATH...
             zonewright reach --questions FILE PATH...

      Says what workloads may connect to by the network policies among the manifests, and which rule
      decides.

        PATH                 Files, folders, or - for standard input, as for review.
        --from WORKLOAD      NAMESPACE/KIND/NAME; without it, every workload.
        --to DESTINATION     NAMESPACE/KIND/NAME, an address, a range of addresses (10.0.0.0/8), node,
                             internet, dns or metadata; without it, all of these but addresses.
        --port N             Only this port of the destination. Without it, a node is asked about on
                             its own ports, metadata on 80, dns on 53.
        --protocol PROTOCOL  TCP, UDP or SCTP; without it, all three.
        --format FORMAT      text (the default) or json. With one source and one destination the text
                             shows each step.
        --whole-cluster      The manifests are all that there is: a namespace whose Namespace object is
                             not among them has no labels but its name. Else its labels are not known.
        --ipblock-matches-pods  An ipBlock matches pods with such an address, as in many network plugins;
                             else it is about addresses outside the cluster, as Kubernetes documents.
        --host-network-policed  Pods on the network of their node are treated like others; else policies
                             pass them by, as in most network plugins.
        --pod-range CIDRS    The ranges of pods, a comma between two; without it, they are not known.
        --node-range CIDRS   The ranges of nodes; without it, all private addresses are taken for such.
        --service-range CIDRS  The ranges of Services. What a rule opens there is undetermined: whether it
                             sees the Service or what stands behind is left to the network plugin.
        --review FILE        The review file, whose podRanges, nodeRanges and serviceRanges count where
                             these options name none, and ipBlockMatchesPods and hostNetworkPoliced
                             too. Without it, zonewright-review.yaml beside the manifests or in a
                             folder above counts.
        --questions FILE     Answers many questions: a tab-separated file, or - for standard input, with
                             a header that has the columns src, dst, protocol and port; dst may be what
                             --to may be. Prints its lines with two more columns, answer (allowed,
                             denied, undetermined) and by. Takes the manifests as a whole cluster.
        -h, --help           Show this help and exit.
        -V, --version        Show the version and exit.

      Exit codes
        0  answered
        2  the command line or the file of questions is wrong
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
    return ReachReadings.addTo(new Options())
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
            "With '--questions' the file says what is asked: leave the other options out.");
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
          "From %,d workloads there are more than %,d connections to ask about. Name some with --from or --to, or ask what matters with --questions."
              .formatted(sources, MOST_ANSWERS));
    }
  }
}
