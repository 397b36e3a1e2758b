package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessAnswer;
import dev.zonewright.kube.access.AccessSubject;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the hops of a chain into words. */
final class ChainHops {
  private static final int NAMED = 3;
  private static final YamlPath LABELS = YamlPath.of("metadata", "labels");
  private static final String PREFIX = "pod-security.kubernetes.io/";

  private ChainHops() {}

  /** The workloads that have the account's token, and the account itself. */
  static List<Hop> start(String account, List<TokenHolder> holders, Optional<KubeObject> opened) {
    List<Hop> out = new ArrayList<>();
    List<TokenHolder> mounting = holders.stream().filter(TokenHolder::mounts).toList();
    if (!mounting.isEmpty()) {
      TokenHolder first = mounting.getFirst();
      String others =
          mounting.stream()
              .skip(1)
              .limit(NAMED)
              .map(h -> h.workload().kind() + " " + h.workload().name())
              .collect(Collectors.joining(", "));
      int more = mounting.size() - 1 - NAMED;
      String also =
          others.isEmpty()
              ? ""
              : "; so does " + others + (more > 0 ? " and " + more + " more" : "");
      out.add(
          Hop.in(
                  Hop.Kind.WORKLOAD,
                  first.workload().kind() + " " + first.workload().name(),
                  "mounts the token of " + account + also,
                  first.workload(),
                  Optional.of(first.spec()))
              .cutBy("Mount no token" + (mounting.size() > 1 ? " (" + mounting.size() + ")" : "")));
    }
    String text =
        !mounting.isEmpty()
            ? "the account of its pods"
            : holders.isEmpty() ? "no opened workload runs as it" : "no workload mounts its token";
    out.add(
        opened
            .map(a ->
                Hop.in(
                    Hop.Kind.ACCOUNT,
                    "ServiceAccount " + account,
                    text,
                    ObjectRef.of(a),
                    Optional.empty()))
            .orElseGet(() ->
                Hop.said(Hop.Kind.ACCOUNT, "ServiceAccount " + account, text + "; not opened")));
    return out;
  }

  /** How many hops there are of what it takes, and of the act itself. */
  static int count(List<Powers.Held> grants) {
    return grants.stream().mapToInt(ChainHops::of).sum() + 1;
  }

  private static int of(Powers.Held held) {
    return held.before().stream().mapToInt(ChainHops::of).sum() + 2;
  }

  /** The binding and the rule that give a power. */
  static List<Hop> grant(Powers.Held held) {
    AccessAnswer.Grant grant = held.grant();
    if (!held.before().isEmpty()) {
      return lent(held);
    }
    AccessSubject subject = grant.subject();
    String names =
        subject.kind().equals("ServiceAccount")
            ? "names the account"
            : "names " + subject.label() + ", which holds it";
    Hop binding =
        Hop.in(
            Hop.Kind.BINDING,
            grant.binding().ref().label(),
            names,
            grant.binding().ref(),
            Optional.of(subject.path()));
    return List.of(
        grant.binding().builtIn() ? binding : binding.cutBy("Remove the subject"), role(held));
  }

  /** No binding gives it yet: the account binds the role itself. */
  private static List<Hop> lent(Powers.Held held) {
    List<Hop> out = new ArrayList<>();
    held.before().forEach(h -> out.addAll(grant(h)));
    AccessAnswer.Grant grant = held.grant();
    String in = grant.binding().ref().namespace();
    String where = in.isEmpty() ? "" : ", in " + in;
    out.add(Hop.said(Hop.Kind.ACT, grant.role().ref().label(), "binds it to itself" + where));
    out.add(role(held));
    return out;
  }

  private static Hop role(Powers.Held held) {
    AccessAnswer.Grant grant = held.grant();
    String where = held.namespace().isEmpty() ? "everywhere" : "in " + held.namespace();
    String note = held.share().note().map(n -> "; " + n).orElse("");
    Hop role =
        Hop.in(
            Hop.Kind.ROLE,
            grant.rule().role().label(),
            "rule %d%s: %s, %s%s"
                .formatted(
                    grant.rule().number(),
                    grant.gatheredBy().map(by -> ", added to " + by.label()).orElse(""),
                    held.request().words(),
                    where,
                    note),
            grant.rule().role(),
            Optional.of(grant.rule().path()));
    return grant.role().builtIn() ? role : role.cutBy("Narrow the rule");
  }

  /** What a part of a power lacks, with the rule that gives the part. */
  static String half(Powers.Held held) {
    var rule = held.grant().rule();
    return "%s, rule %d: %s".formatted(rule.role().label(), rule.number(), held.share().words());
  }

  /** How the account becomes another one. */
  static String become(Powers.Held held, String other) {
    return switch (held.power()) {
      case EXEC ->
          held.isImageOfPod()
              ? "runs its own image in a pod that has the token of " + other
              : "runs a command in a pod that has the token of " + other;
      case REQUEST_TOKENS -> "asks for a token of " + other;
      case READ_SECRETS -> "reads a Secret with a token of " + other;
      case IMPERSONATE -> "impersonates " + other;
      default ->
          held.isContainerInPod()
              ? "puts a container into a pod that has the token of " + other
              : "runs a pod as " + other;
    };
  }

  /** What it takes to have any right, and that it is taken. */
  static List<Hop> escalated(Escalation way) {
    List<Hop> out = new ArrayList<>();
    way.grants().forEach(held -> out.addAll(grant(held)));
    out.add(Hop.said(Hop.Kind.ACT, way.title(), way.text()));
    return out;
  }

  static Hop refused(HostPathRestraint restraint) {
    return Hop.in(
        Hop.Kind.ADMISSION,
        restraint.by().label(),
        restraint.words(),
        restraint.by(),
        Optional.of(restraint.path()));
  }

  /** What refuses a pod with a hostPath, but is in the hands of the account. */
  static Hop changed(HostPathRestraint restraint) {
    return Hop.in(
        Hop.Kind.ADMISSION,
        restraint.by().label(),
        restraint.words() + ", but the account may change that",
        restraint.by(),
        Optional.of(restraint.path()));
  }

  /** What should refuse a pod with a hostPath and does not. */
  static Hop admitted(String namespace, List<KubeObject> namespaces, boolean inPod) {
    String what = inPod ? "a privileged container" : "a hostPath";
    if (namespace.isEmpty()) {
      return Hop.said(
          Hop.Kind.ADMISSION, "Any namespace", "no opened policy refuses " + what + " everywhere");
    }
    Optional<KubeObject> opened =
        Standing.of(
            namespaces.stream().filter(n -> n.group().isEmpty() && n.name().equals(namespace)));
    if (opened.isEmpty()) {
      return Hop.said(
          Hop.Kind.ADMISSION,
          "Namespace " + namespace,
          "not opened: nothing that is opened refuses " + what);
    }
    boolean warns =
        opened.get().root().at(LABELS).entries().stream()
            .anyMatch(
                l -> l.key().startsWith(PREFIX + "warn") || l.key().startsWith(PREFIX + "audit"));
    return Hop.in(
            Hop.Kind.ADMISSION,
            "Namespace " + namespace,
            (warns ? "only warns; nothing refuses " : "nothing refuses ") + what,
            ObjectRef.of(opened.get()),
            Optional.of(LABELS))
        .cutBy("Enforce restricted");
  }
}
