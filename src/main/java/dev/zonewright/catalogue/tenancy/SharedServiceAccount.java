package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.evidence.ApiNeed;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts of a tenant's workloads. Accepted: an account of its own for each, one for several
 * that need the same, and any where no pod is given a token. A note: what the accounts may do is
 * told of by the controls on permissions.
 */
public final class SharedServiceAccount implements Control.OnTenant {
  private static final int NAMED = 3;

  private static final ControlInfo INFO =
      Sources.info(
          SharedServiceAccount.class,
          "Shared service account",
          "Workloads with different needs run as one account",
          Severity.NOTE,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: What operators must isolate",
          "Kubernetes: Service Accounts");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    if (Sources.isSystem(tenant)) {
      return;
    }
    Map<String, List<PodView>> users = new TreeMap<>();
    for (PodView pod : tenant.pods()) {
      YamlCursor named = pod.place().account().get("serviceAccountName");
      if (pod.isMade() && !named.isPlaceholder()) {
        users.computeIfAbsent(ServiceAccounts.of(pod), _ -> new ArrayList<>()).add(pod);
      }
    }
    users.forEach((account, pods) -> {
      boolean refused = refusesToken(account, tenant);
      List<PodView> given = pods.stream().filter(p -> isGivenToken(p, refused)).toList();
      long workloads = pods.stream().map(p -> ObjectRef.of(p.object())).distinct().count();
      if (workloads > 1 && !given.isEmpty()) {
        difference(account, pods, given)
            .ifPresent(why -> report(tenant, account, pods, why, reporter));
      }
    });
  }

  /** Why they should not share the account; empty where they need the same. */
  private static Optional<String> difference(
      String account, List<PodView> pods, List<PodView> given) {
    if (account.equals(ServiceAccounts.DEFAULT)) {
      return Optional.of(
          "what one of them is allowed to do, all may do, and so may every pod that names no "
              + "account");
    }
    Optional<PodView> agent = pods.stream().filter(Agents::isDeclared).findFirst();
    if (agent.isPresent() && !pods.stream().allMatch(Agents::isDeclared)) {
      return Optional.of(
          "%s is an agent, and may do whatever the others may do"
              .formatted(agent.get().object().label()));
    }
    Optional<PodView> user = pods.stream().filter(p -> ApiNeed.use(p).isPresent()).findFirst();
    Optional<PodView> idle = given.stream().filter(p -> ApiNeed.use(p).isEmpty()).findFirst();
    return user.isPresent() && idle.isPresent()
        ? Optional.of(
            "%s uses the API, while %s shows no need for it and is given the same token"
                .formatted(user.get().object().label(), idle.get().object().label()))
        : Optional.empty();
  }

  private static void report(
      TenantView tenant, String account, List<PodView> pods, String why, Reporter reporter) {
    List<KubeObject> workloads = workloads(pods);
    String names =
        workloads.stream().limit(NAMED).map(KubeObject::label).collect(Collectors.joining(", "));
    String more =
        workloads.size() > NAMED ? " and %d more".formatted(workloads.size() - NAMED) : "";
    FindingBuilder finding =
        reporter.violated(
            tenant.at(), "%s%s run as account %s: %s".formatted(names, more, account, why));
    for (KubeObject workload : workloads.subList(0, Math.min(NAMED, workloads.size()))) {
      finding =
          finding.related(workload, workload.root().get("metadata", "name"), "runs as " + account);
    }
    finding.guidance(
        "Give each workload that needs the Kubernetes API its own account, and the others no "
            + "token: automountServiceAccountToken: false.");
  }

  private static List<KubeObject> workloads(List<PodView> pods) {
    Map<ObjectRef, KubeObject> found = new LinkedHashMap<>();
    pods.forEach(pod -> found.putIfAbsent(ObjectRef.of(pod.object()), pod.object()));
    return List.copyOf(found.values());
  }

  private static boolean refusesToken(String account, TenantView tenant) {
    return tenant.objects("ServiceAccount").stream()
        .filter(a -> a.name().equals(account))
        .anyMatch(a -> a.root().get(ServiceAccounts.AUTOMOUNT).isFalse());
  }

  /** The pod's word goes before that of its account. */
  private static boolean isGivenToken(PodView pod, boolean refused) {
    YamlCursor own = pod.spec().get(ServiceAccounts.AUTOMOUNT);
    return own.bool().isPresent() ? own.isTrue() : !refused;
  }
}
