package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1   | Deploymnet  | apps/v1 has no kind Deploymnet. Did you mean Deployment?",
        "apps/v1   | Deployments | apps/v1 has no kind Deployments. Did you mean Deployment?",
        "apps/v1   | deployment  | apps/v1 has no kind deployment. Did you mean Deployment?",
        "v1        | Deployment  | v1 has no kind Deployment; it is in apps/v1",
        "v1        | Pods        | v1 has no kind Pods. Did you mean Pod?",
        "batch/v1  | Widget      | batch/v1 has no kind Widget",
        "app/v1    | Deployment  | Kubernetes has no API group app; Deployment is in apps/v1",
        "rbac.k8s.io/v1 | Role | Kubernetes has no API group rbac.k8s.io; Role is in"
            + " rbac.authorization.k8s.io/v1",
        "''        | Job         | apiVersion is missing; Job is in batch/v1",
      })
  void aSlipIsNamedWithWhatWasMeant(String version, String kind, String problem) {
    assertThat(KindNames.problem(version, kind)).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment",
    // older versions of a group had them
    "apps/v1beta1, Deployment",
    "policy/v1beta1, PodSecurityPolicy",
    "v1, List",
    "v1, PodList",
    // OpenShift's, from when it had no group of its own
    "v1, Template",
    "v1, Route",
    "example.com/v1, Deploymnet",
    "gateway.networking.k8s.io/v1, Gateway",
    "'', Kustomization",
    // files of tools, and an older group
    "skaffold/v4beta11, Config",
    "skaffold/v4beta11, Widget",
    "audit.k8s.io/v1, Event",
    "app.k8s.io/v1beta1, Application",
    "extensions/v1beta1, Deployment",
    "metrics.k8s.io/v1beta1, PodMetrics",
    // filled in later, wholly or in part
    "'{{ include \"api\" . }}', Deployment",
    "${GROUP}, ClusterRole",
    "'apps/${VERSION}', Deployment",
    "apps/v1, ${KIND}",
    "apps/v1, '{{ kind }}'",
  })
  void whatMayBeAKindIsLeftAlone(String version, String kind) {
    assertThat(KindNames.problem(version, kind)).isEmpty();
  }

  @Test
  void noKindIsNotAWrongOne() {
    assertThat(KindNames.problem("v1", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extensions/v1beta1 | Deployment | since version 1.16, no API server has Deployment of"
            + " extensions/v1beta1; it is in apps/v1 now, where fields may differ",
        "policy/v1beta1 | PodSecurityPolicy | since version 1.25, no API server has"
            + " PodSecurityPolicy of policy/v1beta1 or of any other version",
        "autoscaling/v2beta2 | HorizontalPodAutoscaler | since version 1.26, no API server has"
            + " HorizontalPodAutoscaler of autoscaling/v2beta2; it is in autoscaling/v2 now, where"
            + " fields may differ",
        "networking.k8s.io/v1beta1 | Ingress | since version 1.22, no API server has Ingress of"
            + " networking.k8s.io/v1beta1; it is in networking.k8s.io/v1 now, where fields may"
            + " differ",
      })
  void aVersionThatIsNotServedAnyMoreIsNamed(String version, String kind, String problem) {
    assertThat(KindNames.removed(version, kind)).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment",
    "networking.k8s.io/v1beta1, IPAddress",
    "admissionregistration.k8s.io/v1beta1, MutatingAdmissionPolicy",
    "certificates.k8s.io/v1beta1, ClusterTrustBundle",
    "example.com/v1beta1, Deployment",
    "cert-manager.io/v1alpha2, Certificate",
  })
  void aVersionThatServesTheKindIsNot(String version, String kind) {
    assertThat(KindNames.removed(version, kind)).isEmpty();
  }
}
