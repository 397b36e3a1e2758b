package dev.zonewright.catalogue.token;

import static dev.zonewright.kube.ServiceAccounts.AUTOMOUNT;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.evidence.ApiNeed;
import dev.zonewright.kube.evidence.Bindings;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.kube.evidence.Platform;
import java.util.List;
import java.util.Optional;

/** The opened pods of an account, and what they would lose with its token. */
final class AccountPods {
  private AccountPods() {}

  static List<PodView> of(KubeObject account, Reporter reporter) {
    return of(account.namespace(), account.name(), reporter);
  }

  private static List<PodView> of(String namespace, String account, Reporter reporter) {
    return reporter.ask(new PodsByAccount.Of(orDefault(namespace), account));
  }

  /** Whether the account may stop handing out its token. */
  static Ground ground(KubeObject account, List<PodView> pods, Reporter reporter) {
    if (account.root().get(AUTOMOUNT).isTrue()) {
      return Ground.review("true is set explicitly, so somebody wants the token");
    }
    ClusterLookup cluster = reporter.cluster();
    Optional<String> custom = ofCustom(account.namespace(), account.name(), reporter);
    if (custom.isPresent()) {
      return Ground.review(custom.get());
    }
    List<PodView> silent = pods.stream().filter(p -> !p.spec().get(AUTOMOUNT).isSet()).toList();
    if (!pods.isEmpty() && silent.isEmpty()) {
      return Ground.safe("each opened pod of the account says itself whether it wants the token");
    }
    Optional<KubeObject> binding =
        Bindings.ofAccount(cluster, account.namespace(), account.name()).findFirst();
    if (binding.isPresent()) {
      return Ground.review(
          "%s gives the account permissions, so its pods likely use the token"
              .formatted(binding.get().label()));
    }
    if (pods.isEmpty() && !account.name().equals(ServiceAccounts.DEFAULT)) {
      return Ground.review("no pod of the account is opened, so what they need is not known");
    }
    return ofSilent(silent, cluster);
  }

  /** The same for the account that every namespace has. */
  static Ground ofDefault(String namespace, Reporter reporter) {
    ClusterLookup cluster = reporter.cluster();
    Optional<String> custom = ofCustom(namespace, ServiceAccounts.DEFAULT, reporter);
    if (custom.isPresent()) {
      return Ground.review(custom.get());
    }
    Optional<KubeObject> binding =
        Bindings.ofAccount(cluster, namespace, ServiceAccounts.DEFAULT).findFirst();
    return binding.isEmpty()
        ? ofSilent(
            of(namespace, ServiceAccounts.DEFAULT, reporter).stream()
                .filter(p -> !p.spec().get(AUTOMOUNT).isSet())
                .toList(),
            cluster)
        : Ground.review(
            "%s gives the account permissions, so its pods likely use the token"
                .formatted(binding.get().label()));
  }

  /** A custom resource that names the account: of it pods are made that may need the token. */
  private static Optional<String> ofCustom(String namespace, String account, Reporter reporter) {
    return reporter
        .ask(new CustomUsers(orDefault(namespace)))
        .getOrDefault(account, List.of())
        .stream()
        .map(object -> mayNeed(object, account, reporter.cluster()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> mayNeed(
      KubeObject object, String account, ClusterLookup cluster) {
    List<PodView> pods = PodViews.of(object);
    boolean written =
        !pods.isEmpty()
            && pods.stream()
                .allMatch(pod ->
                    pod.place().form().objection().isEmpty()
                        && ServiceAccounts.of(pod).equals(account));
    if (!written) {
      return Optional.of(
          "%s names the account, and whether the pods made from it need the token is not known"
              .formatted(object.label()));
    }
    return pods.stream()
        .filter(pod -> !pod.spec().get(AUTOMOUNT).isSet())
        .map(pod -> ApiNeed.objection(pod, cluster))
        .flatMap(Optional::stream)
        .map(why -> "%s: %s".formatted(object.label(), why))
        .findFirst();
  }

  private static Ground ofSilent(List<PodView> silent, ClusterLookup cluster) {
    Optional<String> objection =
        silent.stream()
            .flatMap(pod ->
                Platform.of(pod)
                    .map(why -> "it belongs to the platform: " + why)
                    .or(() -> ApiNeed.objection(pod, cluster))
                    .map(why -> "%s: %s".formatted(pod.object().label(), why))
                    .stream())
            .findFirst();
    return Ground.unless(
        objection.or(() -> ApiNeed.unread(cluster)),
        "no opened binding names the account, and none of its pods calls the API");
  }

  private static String orDefault(String namespace) {
    return namespace.isEmpty() ? Tenants.DEFAULT : namespace;
  }
}
