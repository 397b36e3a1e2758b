package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Fields: {@code spec.volumes[*].persistentVolumeClaim} and {@code spec.volumes[*].ephemeral} of a
 * pod, {@code spec.volumeClaimTemplates} of its workload; from there the claim, its
 * PersistentVolume ({@code hostPath}, {@code local}, {@code csi.driver}) and its StorageClass
 * ({@code provisioner}). Accepted: storage that is not the node's. Kubernetes since 1.0 (claims),
 * 1.4 (classes).
 */
public final class HostPathBehindClaim implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(HostPathBehindClaim.class),
          Family.POD,
          "Host path behind a claim",
          "A claim leads to storage of the node",
          Severity.HIGH,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Pod security",
              "Kubernetes: Persistent Volumes",
              "Kubernetes: Storage Classes"));

  private static final String CURE =
      "Have a StorageClass serve the claim whose storage is outside the nodes, or use an emptyDir"
          + " where the data does not need to outlive the pod. A claim that is bound keeps its "
          + "volume:"
          + " make a new one and copy the data.";

  private static final String OPEN =
      "Open the claim together with its PersistentVolume or StorageClass, so that it can be "
          + "judged.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("volumes[].persistentVolumeClaim.claimName"),
        PodFields.pod("volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName"),
        PodFields.pod("volumes[].ephemeral.volumeClaimTemplate.spec.volumeName"));
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    List<PodView> pods = PodViews.of(object);
    for (PodView pod : pods) {
      for (YamlCursor volume : pod.spec().get("volumes").items()) {
        claimed(object, volume.get("persistentVolumeClaim"), reporter);
        ephemeral(pod, volume, reporter);
      }
    }
    if (!pods.isEmpty()) {
      templates(object, reporter);
    }
  }

  private static void claimed(KubeObject object, YamlCursor source, Reporter reporter) {
    YamlCursor at = source.get("claimName");
    if (!source.isSet() || UnknownValue.hides(at)) {
      return;
    }
    String name = at.string().orElse("");
    Optional<KubeObject> claim =
        reporter.cluster().object("PersistentVolumeClaim", object.namespace(), name);
    if (name.isEmpty() || claim.isEmpty()) {
      String why = name.isEmpty() ? "the volume names none" : "it is not opened";
      unknown(at, label(name), why, reporter);
    } else {
      KubeObject found = claim.get();
      report(at, label(name), new Claim(found.root(), found.namespace(), name::equals), reporter);
    }
  }

  private static void ephemeral(PodView pod, YamlCursor volume, Reporter reporter) {
    YamlCursor template = volume.get("ephemeral", "volumeClaimTemplate");
    YamlCursor className = template.get("spec", "storageClassName");
    if (!template.isSet()
        || UnknownValue.hides(className)
        || UnknownValue.hides(template.get("spec", "volumeName"))) {
      return;
    }
    String name = volume.get("name").raw();
    String made = pod.object().name() + "-" + name;
    report(
        className.exists() ? className : volume.get("ephemeral"),
        "the claim that is made for volume " + name,
        new Claim(template, pod.object().namespace(), each -> pod.isBarePod() && each.equals(made)),
        reporter);
  }

  private static void templates(KubeObject object, Reporter reporter) {
    YamlCursor list = object.root().get("spec", "volumeClaimTemplates");
    if (list.isSet() && !list.isSequence()) {
      unknown(list, "the claim templates", "they are " + UnknownValue.quoted(list), reporter);
    }
    for (YamlCursor template : list.items()) {
      YamlCursor className = template.get("spec", "storageClassName");
      YamlCursor named = template.get("metadata", "name");
      YamlCursor at = className.exists() ? className : named.exists() ? named : template;
      String made = named.raw() + "-" + object.name();
      report(
          at,
          "the claim that is made from template " + named.raw(),
          new Claim(template, object.namespace(), each -> each.startsWith(made)),
          reporter);
    }
  }

  private static String label(String name) {
    return name.isEmpty() ? "a claim" : "claim " + name;
  }

  private static void report(YamlCursor at, String label, Claim claim, Reporter reporter) {
    switch (new ClaimResolver(reporter.cluster()).resolve(claim)) {
      case Backing.OnNode(String what) ->
          reporter
              .violated(at, "Behind %s is %s. A zone does not block this".formatted(label, what))
              .guidance(CURE);
      case Backing.Unknown(String why) -> unknown(at, label, why, reporter);
      case Backing.Elsewhere _ -> {}
    }
  }

  /** No more than a note: there is one for each claim of manifests that come without volumes. */
  private static void unknown(YamlCursor at, String label, String why, Reporter reporter) {
    reporter
        .undetermined(at, "What is behind %s is not known: %s".formatted(label, why))
        .severity(Severity.NOTE)
        .guidance(OPEN);
  }
}
