package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The four items on secrets. Source: Edera security reference architecture, Hardening checklist and
 * Secrets management.
 */
final class SecretItems {
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
    CloudIdentities.of(facts).forEach(item::add);
    return item.isEmpty()
        ? item.line(
            State.NOT_VISIBLE,
            "no workload identity is seen; EKS Pod Identity shows only where a"
                + " PodIdentityAssociation is opened. Keys that are written out stand under “No"
                + " lasting credentials”")
        : item;
  }

  private static ItemBuilder store(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.CREDENTIALS_FROM_A_STORE)
            .against("literal-credential", "long-lived-cloud-credential")
            .unknownTo("mounted-secret", "secret-in-environment");
    Set<String> supplied = new HashSet<>();
    for (LocatedObject object : facts.objects()) {
      supplies(facts, object, supplied, item);
    }
    for (LocatedObject object : facts.cluster().secrets()) {
      supplies(facts, object, supplied, item);
    }
    facts.workloads().forEach(workload -> fetched(facts, workload, item));
    boolean uses = false;
    for (Workload workload : facts.workloads()) {
      for (SecretUse use : SecretUse.of(workload.pod())) {
        uses = true;
        if (!supplied.contains(use.secret()) && !use.secret().isEmpty()) {
          item.add(
              facts.at(
                  workload,
                  use.name(),
                  State.UNDETERMINED,
                  "nothing opened shows where Secret %s of %s comes from"
                      .formatted(use.secret(), workload.called())));
        }
      }
    }
    return uses || !item.isEmpty() ? item : orNothing(item, facts, "takes in a Secret");
  }

  /** What an object fills Secrets with speaks for the item when it is renewed, from a store. */
  private static void supplies(
      TenantEvidence facts, LocatedObject object, Set<String> supplied, ItemBuilder item) {
    for (Supply supply : Supply.of(object.object())) {
      supplied.add(supply.secret());
      if (supply.way() == Supply.Way.CERTIFICATE && !supply.isRecommended()) {
        continue; // a certificate that lasts is no matter of stores
      }
      State state = supply.isRecommended() ? State.IN_PLACE : State.UNDETERMINED;
      String text = "Secret %s %s".formatted(supply.secret(), supply.words());
      item.add(facts.at(object, supply.at(), state, text));
    }
  }

  /** What a workload takes from a store itself, with no Secret between. */
  private static void fetched(TenantEvidence facts, Workload workload, ItemBuilder item) {
    VaultAgent.of(workload.pod())
        .ifPresent(vault -> {
          String text =
              vault.isTold()
                  ? "Vault's agent fetches what %s needs"
                  : "Vault's agent is added to %s, and no annotation says what it fetches";
          State state = vault.isTold() ? State.IN_PLACE : State.UNDETERMINED;
          item.add(facts.at(workload, vault.at(), state, text.formatted(workload.called())));
        });
    for (YamlCursor volume : workload.pod().spec().get("volumes").items()) {
      if (volume.get("csi", "driver").raw().equals("secrets-store.csi.k8s.io")) {
        YamlCursor from = volume.get("csi", "volumeAttributes").get("secretProviderClass");
        item.add(
            facts.at(
                workload,
                from.exists() ? from : volume,
                State.IN_PLACE,
                "the Secrets Store CSI driver mounts what %s needs from SecretProviderClass %s"
                    .formatted(workload.called(), from.raw())));
      }
    }
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
