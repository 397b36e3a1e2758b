package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By what a cloud knows the workloads of a tenant without a key: annotations of accounts, labels of
 * pods, tokens that are made out to the cloud, and EKS Pod Identity associations. Sources: Amazon
 * EKS, IAM roles for service accounts and Pod Identity; GKE, Workload Identity Federation; Azure,
 * Workload Identity.
 */
final class CloudIdentities {
  private static final Set<String> NAMED =
      Set.of(
          "eks.amazonaws.com/role-arn",
          "iam.gke.io/gcp-service-account",
          "azure.workload.identity/client-id");

  private static final String AZURE_USE = "azure.workload.identity/use";

  private static final Set<String> AUDIENCES =
      Set.of("sts.amazonaws.com", "pods.eks.amazonaws.com", "api://AzureADTokenExchange");

  private static final String GOOGLE = "//iam.googleapis.com/";

  private CloudIdentities() {}

  static List<Evidence> of(TenantEvidence facts) {
    List<Evidence> out = new ArrayList<>();
    for (LocatedObject account : facts.ofKind("ServiceAccount")) {
      on(account.object().root().get("metadata"))
          .ifPresent(at ->
              out.add(
                  facts.at(
                      account,
                      at,
                      State.IN_PLACE,
                      account.object().label() + " is known to the cloud by " + at.key())));
    }
    for (Workload workload : facts.workloads()) {
      on(workload.pod().metadata())
          .ifPresent(at ->
              out.add(
                  facts.at(
                      workload,
                      at,
                      State.IN_PLACE,
                      workload.called() + " is known to the cloud by " + at.key())));
      tokens(workload, facts, out);
    }
    Set<String> namespaces = facts.namespaces();
    for (LocatedObject association : facts.cluster().identities()) {
      YamlCursor spec = associated(association.object());
      if (namespaces.contains(spec.get("namespace").raw())) {
        YamlCursor account = spec.get("serviceAccount");
        String text =
            "ServiceAccount %s is known to the cloud by EKS Pod Identity".formatted(account.raw());
        out.add(facts.at(association, account.exists() ? account : spec, State.IN_PLACE, text));
      }
    }
    return out;
  }

  private static void tokens(Workload workload, TenantEvidence facts, List<Evidence> out) {
    for (YamlCursor volume : workload.pod().spec().get("volumes").items()) {
      for (YamlCursor source : volume.get("projected", "sources").items()) {
        YamlCursor audience = source.get("serviceAccountToken", "audience");
        if (AUDIENCES.contains(audience.raw()) || audience.raw().contains(GOOGLE)) {
          String text =
              "%s has a token for the cloud, made out to %s"
                  .formatted(workload.called(), audience.raw());
          out.add(facts.at(workload, audience, State.IN_PLACE, text));
        }
      }
    }
  }

  private static Optional<YamlCursor> on(YamlCursor metadata) {
    return List.of(metadata.get("annotations"), metadata.get("labels")).stream()
        .flatMap(m -> m.entries().stream())
        .filter(e ->
            e.key().equals(AZURE_USE)
                ? e.raw().equals("true")
                : NAMED.contains(e.key()) && !e.raw().isEmpty())
        .findFirst();
  }

  /** Whether an object ties an account to a role, as AWS's own controller or Crossplane has it. */
  static boolean isAssociation(KubeObject object) {
    return object.kind().equals("PodIdentityAssociation");
  }

  private static YamlCursor associated(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    return spec.get("forProvider").isMapping() ? spec.get("forProvider") : spec;
  }
}
