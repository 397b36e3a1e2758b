package dev.zonewright.analysis;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;

/**
 * A workload and where its pod runs.
 *
 * @param document from 1
 * @param documentOffset where the document starts in its file's text
 * @param start where its kind stands, for jumping there
 */
public record Workload(
    String file,
    int document,
    int documentOffset,
    Position start,
    String tenant,
    ZoneState zone,
    PssLevel pss,
    PodView pod) {
  /** The same workload, counted for another tenant. */
  public Workload ofTenant(String other) {
    return other.equals(tenant)
        ? this
        : new Workload(file, document, documentOffset, start, other, zone, pss, pod);
  }

  /** The object that makes the pod. */
  public ObjectRef object() {
    return ObjectRef.of(pod.object());
  }

  public String kind() {
    return pod.object().kind();
  }

  public String name() {
    return pod.object().name();
  }

  /** Its name in a sentence; its kind where the manifest gives it none. */
  public String called() {
    return name().isEmpty() ? kind() : name();
  }

  public String namespace() {
    return pod.object().namespace();
  }

  /** The namespace that it runs in, written or not. */
  public String home() {
    return namespace().isEmpty() ? Tenants.DEFAULT : namespace();
  }

  /** {@code NAMESPACE/KIND/NAME}, with the namespace that it runs in. */
  public String path() {
    return home() + "/" + kind() + "/" + name();
  }

  /** Where something of this workload stands in the text of its file. */
  public TextRange rangeOf(YamlCursor at) {
    return at.place().range().shift(documentOffset);
  }
}
