package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * By what a cloud knows the workloads of a tenant without a key: annotations of accounts that a
 * workload runs as, labels of pods, tokens that are made out to the cloud, and EKS Pod Identity
 * associations. What looks like one and gives no workload anything is told only where there is none
 * that does, for it leaves the question open. Sources: Amazon EKS, IAM roles for service accounts
 * and Pod Identity; GKE, Workload Identity Federation; Azure, Workload Identity.
 */
final class CloudIdentities {
  private static final String AZURE_CLIENT = "azure.workload.identity/client-id";

  private static final Set<String> OF_ACCOUNTS =
      Set.of("eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", AZURE_CLIENT);

  private static final String AZURE_USE = "azure.workload.identity/use";

  private static final Set<String> AUDIENCES =
      Set.of("sts.amazonaws.com", "pods.eks.amazonaws.com", "api://AzureADTokenExchange");

  private static final String GOOGLE = "//iam.googleapis.com/";

  private final TenantEvidence facts;
  private final List<Evidence> known = new ArrayList<>();
  private final List<Evidence> open = new ArrayList<>();

  private CloudIdentities(TenantEvidence facts) {
    this.facts = facts;
  }

  static List<Evidence> of(TenantEvidence facts) {
    CloudIdentities identities = new CloudIdentities(facts);
    facts.ofKind("ServiceAccount").forEach(identities::account);
    facts.workloads().forEach(identities::workload);
    facts.cluster().identities().forEach(identities::association);
    return identities.known.isEmpty() ? identities.open : identities.known;
  }

  private void account(LocatedObject account) {
    String label = account.object().label();
    YamlCursor metadata = account.object().root().get("metadata");
    for (YamlCursor at : namedIn(metadata.get("annotations"))) {
      String text = label + " is known to the cloud by " + at.key();
      String namespace = TenantEvidence.placeOf(account);
      List<Workload> users = usersOf(namespace, account.object().name());
      if (UnknownValue.isPlaceholder(at)) {
        open(account, at, label + " has " + at.key() + ", and its value is not filled in");
      } else if (users.isEmpty()) {
        open(account, at, text + ", and no opened workload runs as it");
      } else if (at.key().equals(AZURE_CLIENT) && users.stream().noneMatch(this::usesAzure)) {
        String without = text + ", and no opened workload that runs as it has the label ";
        open(account, at, without + AZURE_USE + ": \"true\"");
      } else {
        known.add(facts.at(account, at, State.IN_PLACE, text));
      }
    }
    for (YamlCursor at : namedIn(metadata.get("labels"))) {
      open(account, at, label + " has " + at.key() + " as a label; it counts as an annotation");
    }
  }

  private void workload(Workload workload) {
    YamlCursor metadata = workload.pod().metadata();
    YamlCursor use = metadata.get("labels").get(AZURE_USE);
    if (usesAzure(workload)) {
      String text = workload.called() + " is known to the cloud by " + use.key();
      known.add(facts.at(workload, use, State.IN_PLACE, text));
    } else if (UnknownValue.isPlaceholder(use)) {
      String text = workload.called() + " has " + use.key() + ", and its value is not filled in";
      open.add(facts.at(workload, use, State.UNDETERMINED, text));
    }
    List<YamlCursor> astray = new ArrayList<>(namedIn(metadata.get("annotations")));
    astray.addAll(namedIn(metadata.get("labels")));
    for (YamlCursor at : astray) {
      String text =
          "%s has %s on the pod; it counts as an annotation of the ServiceAccount"
              .formatted(workload.called(), at.key());
      open.add(facts.at(workload, at, State.UNDETERMINED, text));
    }
    tokens(workload);
  }

  private void tokens(Workload workload) {
    for (YamlCursor volume : workload.pod().spec().get("volumes").items()) {
      for (YamlCursor source : volume.get("projected", "sources").items()) {
        YamlCursor audience = source.get("serviceAccountToken", "audience");
        if (AUDIENCES.contains(audience.raw()) || audience.raw().contains(GOOGLE)) {
          String text =
              "%s has a token for the cloud, made out to %s"
                  .formatted(workload.called(), audience.raw());
          known.add(facts.at(workload, audience, State.IN_PLACE, text));
        }
      }
    }
  }

  private void association(LocatedObject association) {
    YamlCursor spec = associated(association.object());
    YamlCursor account = spec.get("serviceAccount");
    String namespace = spec.get("namespace").raw();
    if (!facts.namespaces().contains(namespace)) {
      return;
    }
    YamlCursor at = account.exists() ? account : spec;
    String text =
        "ServiceAccount %s is known to the cloud by EKS Pod Identity".formatted(account.raw());
    if (usersOf(namespace, account.raw()).isEmpty()) {
      open(association, at, text + ", and no opened workload runs as it");
    } else {
      known.add(facts.at(association, at, State.IN_PLACE, text));
    }
  }

  private void open(LocatedObject object, YamlCursor at, String text) {
    open.add(facts.at(object, at, State.UNDETERMINED, text));
  }

  private List<Workload> usersOf(String namespace, String account) {
    return facts.workloads().stream()
        .filter(w -> TenantEvidence.placeOf(w).equals(namespace))
        .filter(w -> ServiceAccounts.of(w.pod()).equals(account))
        .toList();
  }

  private boolean usesAzure(Workload workload) {
    return workload.pod().metadata().get("labels").get(AZURE_USE).raw().equals("true");
  }

  private static List<YamlCursor> namedIn(YamlCursor marks) {
    return marks.entries().stream()
        .filter(e -> OF_ACCOUNTS.contains(e.key()) && !e.raw().isEmpty())
        .toList();
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
