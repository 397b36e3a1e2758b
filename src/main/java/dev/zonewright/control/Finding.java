package dev.zonewright.control;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * Where and why a control is not satisfied, within one document.
 *
 * @param tenant empty for an object of the whole cluster, and for a document without one
 * @param kind kind, namespace and name of the object; empty where there is none
 * @param container empty when the finding is about the pod or the object
 * @param path the thing that the finding is about, also when it is absent
 * @param range what to mark, in offsets of the document
 * @param missing what is absent below the marked key; empty when the marked thing is itself the
 *     matter
 * @param fixes the preferred first; empty when there is none
 * @param guidance what a person must do; may be empty
 */
public record Finding(
    ControlInfo control,
    Severity severity,
    Verdict verdict,
    Optional<String> tenant,
    String kind,
    String namespace,
    String name,
    String container,
    YamlPath path,
    TextRange range,
    Optional<String> missing,
    String message,
    List<Fix> fixes,
    String guidance) {
  public Finding {
    fixes = List.copyOf(fixes);
  }

  /** The fix that “fix all” applies. */
  public Optional<Fix> safeFix() {
    return fixes.stream().filter(f -> f.safety() == FixSafety.SAFE).findFirst();
  }

  /** Kind and name, as people say it. */
  public String objectLabel() {
    return name.isEmpty() ? kind : kind + " " + name;
  }
}
