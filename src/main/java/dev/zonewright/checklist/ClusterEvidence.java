package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Objects of the whole cluster that concern every tenant; looked for once in an analysis.
 *
 * @param admission the first that can refuse pods by rules of its own, which are not evaluated
 * @param network the first policy of the cluster's administrator
 * @param secrets what fills Secrets in several namespaces
 * @param identities what ties accounts to roles of a cloud, wherever it stands
 */
record ClusterEvidence(
    Optional<LocatedObject> admission,
    Optional<LocatedObject> network,
    List<LocatedObject> secrets,
    List<LocatedObject> identities) {
  private static final List<String> ADMISSION =
      List.of("ValidatingAdmissionPolicy", "ClusterPolicy", "Policy", "ValidatingPolicy");

  private static final List<String> NETWORK =
      List.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy");

  static ClusterEvidence of(Analysis analysis) {
    return new ClusterEvidence(
        first(analysis, ClusterEvidence::isAdmission),
        first(analysis, o -> NETWORK.contains(o.object().kind())),
        all(analysis, o -> o.object().kind().equals("ClusterExternalSecret")),
        all(analysis, o -> CloudIdentities.isAssociation(o.object())));
  }

  private static Optional<LocatedObject> first(Analysis analysis, Predicate<LocatedObject> wanted) {
    return analysis.objects().stream().filter(wanted).findFirst();
  }

  private static List<LocatedObject> all(Analysis analysis, Predicate<LocatedObject> wanted) {
    return analysis.objects().stream().filter(wanted).toList();
  }

  private static boolean isAdmission(LocatedObject located) {
    String kind = located.object().kind();
    return ADMISSION.contains(kind)
        && (!kind.equals("Policy") || located.object().group().equals("kyverno.io"));
  }
}
