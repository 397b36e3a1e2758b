package dev.zonewright.kube.custom;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page {@code docs/pod-kinds.md}: which custom resources are read, and how far. */
public final class PodKindsPage {
  private static final String HEAD =
      """
      # Where pods are found

      The pods of Kubernetes' own kinds and of OpenShift's DeploymentConfig are read in full. So are those of the kinds below, as far as the table says.
      This page is generated from the code that finds them.

      - **What is judged absent**: the fields that are reported when they are absent, because the kind has them and nothing else sets them. Where it says
        *only what is written*, an operator or another object completes the pod: what is absent is not known, and no level of the Pod Security Standards
        better than privileged is given.
      - **Containers**: where it says *completed*, only what is written in them is judged. The same holds for a container without an image.
      - **Fixes**: safe ones are offered where the pod is created exactly as it is written. For all others a fix is for review, and says why.

      | kind | of | pod at | pod fields | containers | judged absent | fixes |
      |---|---|---|---|---|---|---|
      """;

  private static final String TAIL =
      """

      ## Every other custom resource

      Pods are found by their shape: a `spec` with containers; a `template` of any name (`podTemplate`, `workerTemplate`) whose `spec` has a field of
      a pod, and a `podSpec` that has one, even without containers; and containers next to fields of a pod. In all but the first, only what is written
      is judged; where containers lack their images, only that and the runtime class. An object of a kind above that stands inside another one, such
      as a TaskRun in a TriggerTemplate, is read as that kind. Kinds of Kyverno, Gatekeeper, Kubewarden and OpenShift's security context constraints
      describe what other pods may be, and contain none; but what a rule of Kyverno generates is read.

      A field that a kind does not have, such as `hostNetwork` in a virtual machine of KubeVirt, never reaches the pod: it is no finding, but is named as
      below. A TaskRun or PipelineRun makes pods also where it says nothing of them: what is absent is then reported at the field where it would stand.
      `podSpecPatch` of Argo Workflows is read where it is YAML or JSON; what is found in it is reported at that field, without a fix.

      ## Partly analysed

      A custom resource may hold fields that look like a pod's where no pod is found: a security context, `privileged: true`, host namespaces, a host
      path, port, disk or device, a runtime class, an unconfined profile, a token that is mounted, the user 0, lists of containers, and an image with
      what to run in it. Names that an operator makes of these count as well (`spiloPrivileged`, `dataDirHostPath`, `hostNetwork: {enabled: true}`), and
      so do paths that lead to them (parameters of a chart, steps of a patch), and YAML or JSON in a text, such as the values of a chart. A text that is a
      template, and so no YAML yet, is named as a whole where a line of it sets such a field. What is turned off is not named. Its entry in the account
      then says *partly analysed* and names them, and the exit code is 3.

      What a policy of Kyverno or Gatekeeper sets in the pods of others is named where it opens something: a switch that is true, a path of the host, a
      container. So is a `podSpecPatch` that is filled in later. So is a pod that stands as a text in a ConfigMap, from which programs make pods: save it
      as a file of its own, and open that.

      The same applies to patches that a Kustomization contains itself (`patches`, `patchesStrategicMerge`, `patchesJson6902`): build it, as with
      `kustomize build`, and open the result. Objects of Flux (Kustomization, HelmRelease) and Argo CD (Application, ApplicationSet) that apply such
      patches to others are named in the same way. The same applies to patch files that a
      Kustomization names and that are not opened. A file of JSON patches (RFC 6902) is not an object: its entry in the account says so, and it has neither
      findings nor fixes.
      """;

  private PodKindsPage() {}

  /** The page, as Markdown. */
  public static String text() {
    StringBuilder out = new StringBuilder(HEAD);
    for (CustomKind kind : CustomKinds.all()) {
      for (Spot spot : kind.spots()) {
        row(kind, spot, out);
      }
    }
    return out.append(TAIL).toString();
  }

  private static void row(CustomKind kind, Spot spot, StringBuilder out) {
    PodForm form = spot.form();
    String all = form.isTemplate() ? "all" : words(form.fields());
    String absent =
        form.isComplete()
            ? "all"
            : form.asked().isEmpty() ? "only what is written" : words(form.asked());
    List<String> cells =
        List.of(
            kind.kind(),
            kind.what(),
            "`" + spot.path() + (spot.wrapped() ? ".spec" : "") + "`",
            form.context().equals("securityContext") || form.isTemplate()
                ? all
                : words(withContext(form)),
            form.isTemplate() && form.isComplete() ? "all" : containers(form),
            absent,
            form.objection().isEmpty() ? "as for a pod" : "for review: " + form.objection());
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static Set<String> withContext(PodForm form) {
    Set<String> out = new TreeSet<>(form.fields());
    out.add(form.context());
    return out;
  }

  private static String words(Set<String> fields) {
    return fields.isEmpty()
        ? "–"
        : fields.stream().sorted().map(f -> "`" + f + "`").collect(Collectors.joining(", "));
  }

  private static String containers(PodForm form) {
    return form.containers().isEmpty()
        ? "–"
        : form.containers().stream()
            .map(c ->
                (c.keys().isEmpty() ? "the fields themselves" : "`" + c.words() + "`")
                    + (c.whole() ? "" : " (completed)"))
            .collect(Collectors.joining(", "));
  }
}
