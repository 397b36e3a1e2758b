package dev.zonewright.ui.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.schema.FieldType;
import dev.zonewright.kube.schema.Schemas;
import dev.zonewright.kube.schema.TypeSchema;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fits the caret, and what it writes. */
class ProposalsTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nspec:\n";

  private static Caret pod(String below) {
    return Caret.in(POD + below);
  }

  @Test
  void fieldsOfTheTypeWithoutThoseThatAreThere() {
    assertThat(pod("  hostPID: true\n  ¦").words())
        .startsWith("containers")
        .contains("hostNetwork", "volumes", "runtimeClassName")
        .doesNotContain("hostPID", "image");
    assertThat(pod("  host¦").words())
        .containsExactly(
            "hostAliases",
            "hostIPC",
            "hostname",
            "hostnameOverride",
            "hostNetwork",
            "hostPID",
            "hostUsers",
            "setHostnameAsFQDN");
    assertThat(pod("  containers:\n    - im¦").words()).containsExactly("image", "imagePullPolicy");
    assertThat(pod("  context¦").words()).containsExactly("securityContext");
    assertThat(Caret.in("apiVersion: v1\nkind: Pod\n¦").words())
        .containsExactly("metadata", "spec", "status");
  }

  @Test
  void eachSaysWhatItIs() {
    Proposal containers = pod("  containers¦").proposals().getFirst();
    assertThat(containers.required()).isTrue();
    assertThat(containers.about()).isEqualTo("a list");
    Proposal restart = pod("  restartP¦").proposals().getFirst();
    assertThat(restart.about()).isEqualTo("Always | OnFailure | Never");
    assertThat(restart.required()).isFalse();
    assertThat(pod("  hostPID¦").proposals().getFirst().about()).isEqualTo("true or false");
  }

  @Test
  void valuesWhereTheyAreKnown() {
    assertThat(pod("  restartPolicy: ¦").words()).containsExactly("Always", "OnFailure", "Never");
    assertThat(pod("  hostPID: ¦").words()).containsExactly("true", "false");
    assertThat(pod("  hostname: ¦").words()).isEmpty();
    assertThat(pod("  containers: ¦").words()).isEmpty();
    assertThat(pod("  runtimeClassName: ¦").words()).containsExactly("edera");
    assertThat(
            pod("  containers:\n  - securityContext:\n      capabilities:\n        drop:\n        - ¦")
                .words())
        .containsExactly("ALL");
    assertThat(pod("  containers:\n  - resources:\n      limits:\n        ¦").words())
        .containsExactly("cpu", "memory", "ephemeral-storage");
  }

  @Test
  void kindsAndVersions() {
    assertThat(Caret.in("apiVersion: apps/v1\nkind: ¦").words())
        .containsExactly(
            "ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet");
    assertThat(Caret.in("kind: netw¦").words()).containsExactly("NetworkPolicy");
    assertThat(Caret.in("apiVersion: ¦\nkind: CronJob").words())
        .containsExactly("batch/v1", "batch/v1beta1");
    assertThat(Caret.in("apiVersion: rbac¦").words())
        .containsExactly("rbac.authorization.k8s.io/v1");
    assertThat(Caret.in("¦").words()).containsExactly("apiVersion", "kind", "metadata", "spec");
  }

  @Test
  void customResourcesHaveWhatTheyShare() {
    String rollout = "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n";
    assertThat(Caret.in(rollout + "metadata:\n  namesp¦").words()).containsExactly("namespace");
    assertThat(Caret.in(rollout + "spec:\n  template:\n    spec:\n      hostP¦").words())
        .containsExactly("hostPID");
    assertThat(Caret.in(rollout + "spec:\n  ¦").words()).isEmpty();
  }

  @Test
  void theKeyIsWrittenWithWhatItNeeds() {
    assertThat(pod("  hostP¦\n  volumes: []\n").after("hostPID"))
        .isEqualTo(POD + "  hostPID: ¦\n  volumes: []\n");
    assertThat(pod("  sec¦").after("securityContext")).isEqualTo(POD + "  securityContext:\n    ¦");
    assertThat(pod("  cont¦").after("containers")).isEqualTo(POD + "  containers:\n    - ¦");
    assertThat(pod("  volumes:\n  - name: a\n  cont¦").after("containers"))
        .isEqualTo(POD + "  volumes:\n  - name: a\n  containers:\n  - ¦");
    assertThat(pod("    securityContext:\n        run¦").after("runAsUser"))
        .isEqualTo(POD + "    securityContext:\n        runAsUser: ¦");
    assertThat(pod("    sec¦").after("securityContext"))
        .isEqualTo(POD + "    securityContext:\n        ¦");
    assertThat(pod("  host¦Pid: true").after("hostPID")).isEqualTo(POD + "  hostPID¦: true");
    assertThat(pod("  containers:\n    - ¦").after("name"))
        .isEqualTo(POD + "  containers:\n    - name: ¦");
    assertThat(pod("  containers:\n    - sec¦").after("securityContext"))
        .isEqualTo(POD + "  containers:\n    - securityContext:\n        ¦");
    assertThat(pod("  restartPolicy:¦").after("Never")).isEqualTo(POD + "  restartPolicy: Never¦");
    assertThat(pod("  restartPolicy: \"N¦\"").after("Never"))
        .isEqualTo(POD + "  restartPolicy: \"Never¦\"");
  }

  @Test
  void everythingThatIsNotedIsAFieldOfTheSchema() {
    Set<TypeSchema> types = new HashSet<>();
    for (String version : Schemas.apiVersions()) {
      for (String kind : Schemas.kinds(version)) {
        collect(Schemas.of(version, kind).orElseThrow(), types);
      }
    }
    Set<String> known = new HashSet<>();
    types.forEach(t -> t.fields().forEach(f -> known.add(t.name() + "." + f.name())));
    assertThat(known).containsAll(FieldNotes.fields());
    assertThat(FieldNotes.fields()).hasSizeGreaterThan(100);
  }

  private static void collect(TypeSchema type, Set<TypeSchema> known) {
    if (known.add(type)) {
      type.fields().forEach(f -> below(f.type(), known));
    }
  }

  private static void below(FieldType type, Set<TypeSchema> known) {
    switch (type) {
      case FieldType.ObjectOf(TypeSchema below) -> collect(below, known);
      case FieldType.ListOf(var item) -> below(item, known);
      case FieldType.MapOf(var value) -> below(value, known);
      case FieldType.Scalar _, FieldType.Anything _ -> {
        // a leaf
      }
    }
  }
}
