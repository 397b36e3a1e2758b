package dev.zonewright.catalogue.token;

import static dev.zonewright.kube.ServiceAccounts.AUTOMOUNT;

import dev.zonewright.catalogue.added.NewObject;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Field: {@code automountServiceAccountToken} of a ServiceAccount. Accepted: false. Default: true.
 * Kubernetes since 1.6. Also of the account {@code default}, which is there without a manifest:
 * reported where workloads of a namespace run as that account, on the opened Namespace, else on the
 * first of them; not where the Namespace itself carries the field, of which another control speaks.
 */
public final class AutomountingServiceAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(AutomountingServiceAccount.class),
          Family.TOKEN,
          "Account that gives out its token",
          "A ServiceAccount gives its token to every pod that does not opt out",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: ServiceAccount token handling",
              "CIS Kubernetes Benchmark 1.8: 5.1.5, 5.1.6",
              "Kubernetes: Configure service accounts"));

  private static final int NAMED = 3;

  private static final String ADD =
      "Add ServiceAccount default with automountServiceAccountToken: false";
  private static final String ADVICE =
      "Pods of this namespace that call the Kubernetes API need their own account.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (PodViews.KINDS.contains(object.kind())) {
      workload(object, reporter);
    }
    if (!object.group().isEmpty()) {
      return;
    }
    switch (object.kind()) {
      case "ServiceAccount" -> account(object, reporter);
      case "Namespace" -> namespace(object, reporter);
      default -> {
        // no other kind has or makes an account
      }
    }
  }

  private static void account(KubeObject account, Reporter reporter) {
    YamlCursor at = account.root().get(AUTOMOUNT);
    if (UnknownValue.hides(at) || at.isFalse()) {
      return;
    }
    List<PodView> pods = AccountPods.of(account, reporter);
    boolean refused =
        !pods.isEmpty() && pods.stream().allMatch(p -> p.spec().get(AUTOMOUNT).isFalse());
    Fix fix =
        Fix.judged(
            "Set automountServiceAccountToken to false",
            AccountPods.ground(account, pods, reporter),
            editor -> editor.set(at.path(), YamlValue.of(false)));
    if (UnknownValue.isNoTruthValue(at)) {
      reporter
          .undetermined(
              at,
              AUTOMOUNT
                  + " is %s, but must be true or false: Kubernetes refuses the object"
                      .formatted(UnknownValue.quoted(at)))
          .fix(fix);
      return;
    }
    reporter
        .violated(
            at,
            "Every pod that runs as %s is given its token, unless the pod itself says otherwise"
                .formatted(account.name()))
        .severity(refused ? Severity.LOW : Severity.MEDIUM)
        .fix(fix)
        .guidance(
            "A pod that calls the Kubernetes API asks for the token itself, with"
                + " automountServiceAccountToken: true in its spec.");
  }

  private static void namespace(KubeObject namespace, Reporter reporter) {
    if (DefaultAccount.isMeantFor(namespace)
        || !DefaultAccount.isWanted(namespace, reporter.cluster())) {
      return;
    }
    List<String> users = reporter.ask(new UsersOfDefault(namespace.name()));
    if (!users.isEmpty()) {
      reporter
          .violated(namespace.root().get("metadata", "name"), message(users, namespace.name()))
          .fix(
              Fix.judged(
                  ADD,
                  AccountPods.ofDefault(namespace.name(), reporter),
                  editor -> DefaultAccount.add(editor, namespace)))
          .guidance(ADVICE);
    }
  }

  private static void workload(KubeObject object, Reporter reporter) {
    YamlCursor at = object.root().get("metadata", "namespace");
    if (!DefaultAccount.isWantedFor(at, reporter.cluster())
        || !reporter.ask(new FirstUser.Is(object, object.namespace()))) {
      return;
    }
    List<String> users = reporter.ask(new UsersOfDefault(object.namespace()));
    reporter.violated(at, message(users, object.namespace())).fix(adding(object)).guidance(ADVICE);
  }

  private static Fix adding(KubeObject object) {
    String reason = "the Namespace is not opened, so there may be more pods that need the token";
    Placement place = NewObject.place(object, "default-account");
    // in a list that is JSON there is room for it; behind an object that is JSON there is none
    return place instanceof Placement.NewFile && object.root().path().isRoot()
        ? Fix.reviewAcross(
            ADD,
            reason,
            edits -> edits.add(new NewDocument(place, DefaultAccount.manifest(object.namespace()))))
        : Fix.review(ADD, reason, editor -> DefaultAccount.add(editor, object, object.namespace()));
  }

  private static String message(List<String> users, String namespace) {
    return "%s as the account default of %s, and no manifest of that account switches the token off"
        .formatted(running(users), namespace);
  }

  private static String running(List<String> users) {
    int more = users.size() - NAMED;
    String named = String.join(", ", users.subList(0, Math.min(NAMED, users.size())));
    if (more > 0) {
      return "%s and %d more run".formatted(named, more);
    }
    return named + (users.size() == 1 ? " runs" : " run");
  }
}
