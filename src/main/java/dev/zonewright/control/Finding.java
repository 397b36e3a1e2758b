package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * Where and why a control is not satisfied, within one document.
 *
 * @param subject the object, its tenant, and the container
 * @param path the thing that the finding is about, also when it is absent
 * @param range what to mark, in offsets of the document
 * @param missing what is absent below the marked key; empty when the marked thing is itself the
 *     matter
 * @param related other places that it rests on, in the order of the reasoning
 * @param fixes the preferred first; empty when there is none
 * @param guidance what a person must do; may be empty
 * @param unjudged the controls that could not judge because of what it says
 */
public record Finding(
    ControlInfo control,
    Severity severity,
    Verdict verdict,
    Subject subject,
    YamlPath path,
    TextRange range,
    Optional<String> missing,
    String message,
    List<Related> related,
    List<Fix> fixes,
    String guidance,
    Unjudged unjudged) {
  public Finding {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
    message = Masked.within(message);
    guidance = Masked.within(guidance);
  }

  /** The object that it is about. */
  public ObjectRef object() {
    return subject.object();
  }

  /** Empty for an object of the whole cluster, and for a document without one. */
  public Optional<String> tenant() {
    return subject.tenant();
  }

  /** The object's kind; empty where there is no object. */
  public String kind() {
    return subject.object().kind();
  }

  /** The object's namespace as written. */
  public String namespace() {
    return subject.object().namespace();
  }

  /** The object's name. */
  public String name() {
    return subject.object().name();
  }

  /** Empty when the finding is about the pod or the object. */
  public String container() {
    return subject.container();
  }

  /** The same finding, counted for another tenant. */
  public Finding ofTenant(String tenant) {
    return new Finding(
        control,
        severity,
        verdict,
        new Subject(subject.object(), Optional.of(tenant), subject.container(), subject.gaining()),
        path,
        range,
        missing,
        message,
        related,
        fixes,
        guidance,
        unjudged);
  }

  /** The same finding with other ways to close it. */
  public Finding withFixes(List<Fix> others) {
    return new Finding(
        control, severity, verdict, subject, path, range, missing, message, related, others,
        guidance, unjudged);
  }

  /** The fix that “fix all” applies. */
  public Optional<Fix> safeFix() {
    return fixes.stream().filter(f -> f.safety() == FixSafety.SAFE).findFirst();
  }

  /** Kind and name, as people say it. */
  public String objectLabel() {
    return subject.object().label();
  }
}
