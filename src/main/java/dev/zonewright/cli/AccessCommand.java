package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.cli.given.HomeNamespace;
import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.page.UnknownNames;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Everybody;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Chains;
import dev.zonewright.report.AccessReport;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Nearest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code zonewright access}: says what accounts may do, and which rule decides. */
final class AccessCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright access [--account NAMESPACE/NAME] [--power POWER] [--format FORMAT]
                               [--review FILE] [--default-namespace NAME] PATH...
             zonewright access [--account NAMESPACE/NAME] --can VERB RESOURCE [--name N]
                               [--namespace N] [--format FORMAT]
                               [--review FILE] [--default-namespace NAME] PATH...
             zonewright access --questions FILE [--review FILE] [--default-namespace NAME] PATH...

      Shows what accounts may do according to the roles and bindings in the manifests, and which
      rule decides. With --account or --power, it also shows the shortest chain to a power, through
      other accounts too. Each hop has its line, and where it can be cut or what stops it. With
      --power, up to four more chains follow. Each begins with another binding, or with another
      power of the same binding.

        PATH                 Files, folders, or - for standard input, as for review.
        --account ACCOUNT    NAMESPACE/NAME of a ServiceAccount, user:NAME, user:NAME+GROUP or
                             anonymous. Without it, every account in the manifests.
        --can VERB RESOURCE  Whether the account may do this. RESOURCE has the form
                             RESOURCE[.GROUP][/SUBRESOURCE]: pods, deployments.apps, pods/exec. It
                             can also be a path of the API server: /metrics. Without --account, who
                             may do it: every account, and every user and group that a binding
                             names (user:+GROUP is anyone in a group).
        --name N             With --can, the name of the object.
        --namespace N        With --can, the namespace. Without it, all namespaces or the whole
                             cluster.
        --power POWER        Only this power: everything, create-pods, read-secrets, exec,
                             port-forward, read-logs, reach-nodes, create-volumes, request-tokens,
                             impersonate, change-access, approve-certificates,
                             change-network-policies, change-admission, delete-workloads or
                             delete-events.
        --format FORMAT      text (the default) or json.
        --review FILE        The review file: its defaultNamespace is used. Without it,
                             zonewright-review.yaml next to the manifests or in a parent folder is
                             used.
      """
          + HomeNamespace.HELP_DEFAULT
          + """
            --questions FILE     Answers many questions from a tab-separated file, or - for standard
                                 input. Its header has the columns subject, type, verb, group, resource,
                                 subresource, name, namespace and path. Prints each line with two more
                                 columns: answer (allowed, denied, or undetermined where the API server
                                 refuses what grants it) and by. Treats the manifests as the whole
                                 cluster: a role that is not in them grants nothing. A role that the API
                                 server refuses counts only for what it would grant; anything else is
                                 denied.
            -h, --help           Show this help and exit.
            -V, --version        Show the version and exit.

          The default roles of every cluster (cluster-admin, admin, edit, view, system:…) are known.

          Exit codes
            0  answered
            2  the command line or the questions file is wrong
            3  something could not be analysed; the rest is answered
          """;

  private final Console console;
  private final Engine engine;

  AccessCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "access";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return HomeNamespace.addDefaultTo(new Options())
        .addOption(null, "review", true, null)
        .addOption(null, "account", true, null)
        .addOption(Option.builder().longOpt("can").numberOfArgs(2).get())
        .addOption(null, "name", true, null)
        .addOption(null, "namespace", true, null)
        .addOption(null, "power", true, null)
        .addOption(null, "format", true, null)
        .addOption(null, "questions", true, null);
  }

  @Override
  public int run(Arguments arguments) {
    Format format = arguments.oneOf("format", Format.TEXT);
    String questions = arguments.value("questions");
    List<String> can = arguments.values("can");
    String account = arguments.value("account");
    String power = arguments.value("power");
    checkPower(power);
    if (can.size() > 2) {
      throw new UsageException(
          "Option '--can' is given twice. Give it once, or ask many questions with '--questions'.");
    }
    if (can.stream().anyMatch(String::isBlank)) {
      throw new UsageException("Option '--can' needs a verb and a resource; one of them is empty.");
    }
    if (can.isEmpty() && !(arguments.value("name") + arguments.value("namespace")).isEmpty()) {
      throw new UsageException("'--name' and '--namespace' need '--can', which is not given.");
    }
    if (!can.isEmpty() && !power.isEmpty()) {
      throw new UsageException("Ask with '--can' or with '--power', not both.");
    }
    if (!questions.isEmpty() && (!can.isEmpty() || !account.isEmpty() || !power.isEmpty())) {
      throw new UsageException(
          "'--questions' cannot be used with other options: the file holds the questions.");
    }
    List<String> paths = arguments.paths();
    PathArguments.checkReadOnce(paths, questions);
    ReviewChoice review =
        ReviewChoice.placed(
            arguments, paths, engine.placing(HomeNamespace.ofDefault(arguments::value)), console);
    Analysis analysis = review.engine().withoutControls().open(paths, console.in()).analysis();
    List<KubeObject> objects = analysis.objects().stream().map(LocatedObject::object).toList();
    AccessGraph graph = AccessGraph.of(objects);
    AccessReport report = new AccessReport(analysis, graph);
    if (!questions.isEmpty()) {
      AccessQuestions.answer(TableText.read(questions, console.in()), graph, console.outWriter());
    } else if (!can.isEmpty()) {
      AccessRequest request = request(can, arguments.value("name"), arguments.value("namespace"));
      (account.isEmpty() ? Everybody.of(objects) : List.of(identity(account)))
          .forEach(who -> report.answer(who, request));
      UnknownNames.in(request, objects).forEach(console::tell);
    } else {
      List<String> accounts = account.isEmpty() ? Powers.accounts(objects) : List.of(account);
      Chains chains = new Chains(objects, graph);
      if (!account.isEmpty() || !power.isEmpty()) {
        chains(report, chains, accounts, Power.named(power));
      }
      for (String name : accounts) {
        Identity who = identity(name);
        Power.named(power)
            .ifPresentOrElse(
                only -> report.powers(who, chains, only), () -> report.powers(who, chains));
      }
    }
    if (!account.isEmpty()) {
      UnknownNames.account(identity(account), Powers.accounts(objects)).ifPresent(console::tell);
    }
    if (questions.isEmpty()) {
      switch (format) {
        case TEXT -> report.writeText(console.outWriter());
        case JSON -> report.writeJson(console.out());
      }
    }
    console.out().flush();
    return ExitCode.ofAnswer(analysis, console);
  }

  /** To the power that is asked about, else to each that there is a way to, open or stopped. */
  private static void chains(
      AccessReport report, Chains chains, List<String> accounts, Optional<Power> asked) {
    for (String name : accounts) {
      Identity who = identity(name);
      for (Power power : asked.map(List::of).orElseGet(() -> List.of(Power.values()))) {
        Chain chain = chains.of(who, power);
        if (asked.isPresent() || chain.outcome() != Chain.Outcome.NONE) {
          report.chain(chain, chains.others(who, power), asked.isPresent());
        }
      }
    }
  }

  private static void checkPower(String power) {
    if (!power.isEmpty() && Power.named(power).isEmpty()) {
      List<String> all = List.of(Power.values()).stream().map(Power::id).toList();
      throw new UsageException(
          "Unknown power '%s'.%s The powers are: %s."
              .formatted(
                  Printable.echo(power), Nearest.question(power, all), String.join(", ", all)));
    }
  }

  private static Identity identity(String text) {
    return Identity.parse(text)
        .orElseThrow(() ->
            new UsageException(
                "'%s' is not an account: write NAMESPACE/NAME, user:NAME, user:NAME+GROUP or anonymous."
                    .formatted(Printable.echo(text))));
  }

  private static AccessRequest request(List<String> can, String name, String namespace) {
    String verb = can.get(0);
    String what = can.get(1);
    if (what.startsWith("/")) {
      return new AccessRequest.OnUrl(verb, what);
    }
    int slash = what.indexOf('/');
    String subresource = slash < 0 ? "" : what.substring(slash + 1);
    String full = slash < 0 ? what : what.substring(0, slash);
    int dot = full.indexOf('.');
    String group = dot < 0 ? "" : full.substring(dot + 1);
    String resource = dot < 0 ? full : full.substring(0, dot);
    return new AccessRequest.OnResource(verb, group, resource, subresource, name, namespace);
  }
}
