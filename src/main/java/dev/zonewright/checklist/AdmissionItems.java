package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The seven items on admission. The Pod Security labels of the Namespace show what admission
 * refuses; without the Namespace that is not known. Source: Edera security reference architecture,
 * Hardening checklist; Kubernetes: Pod Security Admission.
 */
final class AdmissionItems {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final Set<String> LEVELS = Set.of("baseline", "restricted");

  private AdmissionItems() {}

  static List<ItemResult> of(TenantEvidence facts, Attested attested) {
    List<Evidence> enforced =
        facts.namespaces().stream().map(name -> enforcement(facts, name)).toList();
    return List.of(
        refused(facts, ChecklistItem.HOST_PATH_REFUSED, "host-path-volume", enforced)
            .build(attested),
        refused(facts, ChecklistItem.HOST_NETWORK_REFUSED, "host-network", enforced)
            .build(attested),
        refused(facts, ChecklistItem.HOST_PID_REFUSED, "host-pid", enforced).build(attested),
        refused(facts, ChecklistItem.HOST_IPC_REFUSED, "host-ipc", enforced).build(attested),
        refused(facts, ChecklistItem.PRIVILEGED_REFUSED, "privileged-container", enforced)
            .build(attested),
        capabilities(facts).build(attested),
        token(facts).build(attested));
  }

  private static ItemBuilder refused(
      TenantEvidence facts, ChecklistItem item, String control, List<Evidence> enforced) {
    ItemBuilder out = new ItemBuilder(facts, item).against(control);
    enforced.forEach(out::add);
    return out.isEmpty() ? out.line(State.NOT_VISIBLE, "no Namespace is opened") : out;
  }

  /** What a Namespace says of admission. */
  private static Evidence enforcement(TenantEvidence facts, String name) {
    Optional<LocatedObject> namespace = facts.namespace(name);
    if (namespace.isEmpty()) {
      return new Evidence(
          State.NOT_VISIBLE,
          "the Namespace %s is not opened: its label %s would show what admission refuses"
              .formatted(name, ENFORCE),
          Optional.empty());
    }
    YamlCursor labels = namespace.get().object().root().get("metadata", "labels");
    YamlCursor level = labels.get(ENFORCE);
    if (LEVELS.contains(level.raw())) {
      return facts.at(
          namespace.get(),
          level,
          State.IN_PLACE,
          "admission enforces the %s standard in %s".formatted(level.raw(), name));
    }
    if (level.isPlaceholder() || labels.isPlaceholder()) {
      return facts.at(
          namespace.get(), level, State.UNDETERMINED, "the level that is enforced is not known");
    }
    Optional<LocatedObject> policy = facts.cluster().admission();
    if (policy.isPresent()) {
      return facts.at(
          policy.get(),
          policy.get().object().root().get("metadata", "name"),
          State.UNDETERMINED,
          "%s may refuse it; its rules are not evaluated".formatted(policy.get().object().label()));
    }
    return facts
        .at(
            namespace.get(),
            level.exists() ? level : namespace.get().object().root().get("metadata", "name"),
            State.MISSING,
            level.exists()
                ? "the Namespace enforces %s, which refuses nothing of this".formatted(level.raw())
                : "the Namespace enforces no Pod Security Standard, and no admission policy is"
                    + " opened")
        .of("unenforced-pod-security");
  }

  private static ItemBuilder capabilities(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.CAPABILITIES_DROPPED)
            .against("undropped-capabilities", "added-capability");
    if (item.isEmpty() && !facts.workloads().isEmpty()) {
      Workload first = facts.workloads().getFirst();
      item.add(
          facts.at(
              first,
              first.pod().spec(),
              State.IN_PLACE,
              "every container of %s drops all capabilities"
                  .formatted(Words.workloads(facts.workloads().size()))));
    }
    return item.isEmpty()
        ? item.line(State.NOT_VISIBLE, "no workload of the tenant is opened")
        : item;
  }

  private static ItemBuilder token(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.NO_TOKEN_BY_DEFAULT)
            .against(
                "mounted-service-account-token",
                "automounting-service-account",
                "automount-on-namespace");
    facts.namespaces().forEach(namespace -> account(item, facts, namespace));
    return item.isEmpty() ? item.line(State.NOT_VISIBLE, "no Namespace is opened") : item;
  }

  private static void account(ItemBuilder item, TenantEvidence facts, String namespace) {
    Optional<LocatedObject> account = facts.defaultAccount(namespace);
    if (account.isEmpty()) {
      boolean known = facts.namespace(namespace).isPresent();
      item.line(
          known ? State.MISSING : State.NOT_VISIBLE,
          "ServiceAccount default is not opened in %s: with %s: false it would give no token unasked"
              .formatted(namespace, ServiceAccounts.AUTOMOUNT));
      return;
    }
    YamlCursor at = account.get().object().root().get(ServiceAccounts.AUTOMOUNT);
    if (at.isPlaceholder()) {
      item.add(
          facts.at(
              account.get(),
              at,
              State.UNDETERMINED,
              "whether ServiceAccount default of %s gives a token is filled in later"
                  .formatted(namespace)));
      return;
    }
    boolean refuses = at.isFalse();
    item.add(
        facts.at(
            account.get(),
            at.exists() ? at : account.get().object().root().get("metadata", "name"),
            refuses ? State.IN_PLACE : State.MISSING,
            refuses
                ? "ServiceAccount default of %s gives pods no token unasked".formatted(namespace)
                : "ServiceAccount default of %s gives a token to every pod that does not refuse it"
                    .formatted(namespace)));
  }
}
