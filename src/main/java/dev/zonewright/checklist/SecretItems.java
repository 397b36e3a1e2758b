package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The four items on secrets. Source: Edera security reference architecture, Hardening checklist and
 * Secrets management.
 */
final class SecretItems {
  /** Annotations of accounts, and labels of pods, by which clouds know a workload. */
  private static final Set<String> IDENTITIES =
      Set.of(
          "eks.amazonaws.com/role-arn",
          "iam.gke.io/gcp-service-account",
          "azure.workload.identity/client-id",
          "azure.workload.identity/use");

  private static final String NONE_OPENED = "no workload of the tenant is opened";

  private SecretItems() {}

  static List<ItemResult> of(TenantEvidence facts, Attested attested) {
    return List.of(
        lasting(facts).build(attested),
        identity(facts).build(attested),
        store(facts).build(attested),
        tokens(facts).build(attested));
  }

  private static ItemBuilder lasting(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.NO_LASTING_CREDENTIALS)
            .against(
                "mounted-secret",
                "agent-secret",
                "literal-credential",
                "long-lived-cloud-credential",
                "legacy-token-secret");
    return orNothing(item, facts, "mounts a Secret");
  }

  private static ItemBuilder identity(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.CLOUD_ACCESS_BY_IDENTITY)
            .against("long-lived-cloud-credential");
    for (LocatedObject account : facts.ofKind("ServiceAccount")) {
      identityOn(account.object().root().get("metadata"))
          .ifPresent(at ->
              item.add(
                  facts.at(
                      account,
                      at,
                      State.IN_PLACE,
                      account.object().label() + " is known to the cloud by " + at.key())));
    }
    for (Workload workload : facts.workloads()) {
      identityOn(workload.pod().metadata())
          .ifPresent(at ->
              item.add(
                  facts.at(
                      workload,
                      at,
                      State.IN_PLACE,
                      workload.name() + " is known to the cloud by " + at.key())));
    }
    return item.isEmpty()
        ? item.line(
            State.NOT_VISIBLE,
            "no workload identity is seen, and EKS Pod Identity shows in no manifest; keys that are"
                + " written out stand under “No lasting credentials”")
        : item;
  }

  private static Optional<YamlCursor> identityOn(YamlCursor metadata) {
    return List.of(metadata.get("annotations"), metadata.get("labels")).stream()
        .flatMap(m -> m.entries().stream())
        .filter(e -> IDENTITIES.contains(e.key()) && !e.raw().isEmpty())
        .findFirst();
  }

  private static ItemBuilder store(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.CREDENTIALS_FROM_A_STORE)
            .against("literal-credential", "long-lived-cloud-credential");
    List<Supply> supplies =
        facts.objects().stream().flatMap(o -> Supply.of(o.object()).stream()).toList();
    for (LocatedObject object : facts.objects()) {
      for (Supply supply : Supply.of(object.object())) {
        if (supply.way().isRecommended()) {
          item.add(
              facts.at(
                  object,
                  supply.at(),
                  State.IN_PLACE,
                  "Secret %s %s %s"
                      .formatted(supply.secret(), supply.way().words(), object.object().label())));
        }
      }
    }
    boolean uses = false;
    for (Workload workload : facts.workloads()) {
      for (SecretUse use : SecretUse.of(workload.pod())) {
        uses = true;
        boolean supplied = supplies.stream().anyMatch(s -> s.secret().equals(use.secret()));
        if (!supplied && !use.secret().isEmpty()) {
          item.add(
              facts.at(
                  workload,
                  use.name(),
                  State.UNDETERMINED,
                  "nothing opened shows where Secret %s of %s comes from"
                      .formatted(use.secret(), workload.name())));
        }
      }
    }
    return uses || !item.isEmpty() ? item : orNothing(item, facts, "takes in a Secret");
  }

  private static ItemBuilder tokens(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.TOKENS_SCOPED_AND_SHORT)
            .against(
                "unbound-service-account-token",
                "legacy-token-secret",
                "mounted-service-account-token");
    return orNothing(item, facts, "has a token that is unbound or lasts");
  }

  private static ItemBuilder orNothing(ItemBuilder item, TenantEvidence facts, String what) {
    if (!item.isEmpty()) {
      return item;
    }
    if (facts.workloads().isEmpty()) {
      return item.line(State.NOT_VISIBLE, NONE_OPENED);
    }
    Workload first = facts.workloads().getFirst();
    String text = "no opened workload of the tenant " + what;
    return item.add(facts.at(first, first.pod().spec(), State.IN_PLACE, text));
  }
}
