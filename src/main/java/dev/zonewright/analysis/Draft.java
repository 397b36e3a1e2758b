package dev.zonewright.analysis;

import dev.zonewright.analysis.remark.Remarked;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Pool;
import dev.zonewright.control.Related;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Subject;
import dev.zonewright.control.Unjudged;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.evidence.Sops;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding that its control may still add to. */
final class Draft implements Reporter.FindingBuilder {
  private static final String OUT_OF_ZONE =
      ". This is safe only in a zone, and the pod runs in none: one step more severe";

  private final List<Related> related = new ArrayList<>();
  private final ControlInfo control;
  private final @Nullable KubeObject object;
  private final @Nullable PodView pod;
  private final ZoneState zone;
  private final YamlCursor at;
  private final Verdict verdict;
  private final String message;
  private final List<Fix> fixes = new ArrayList<>();
  private YamlPlace place;
  private String container;
  private Severity severity;
  private String guidance = "";
  private String whole = "";
  private Unjudged unjudged = Unjudged.NONE;
  private boolean settled;
  private boolean inText;
  private Set<String> gaining = Set.of();

  Draft(
      ControlInfo control,
      @Nullable KubeObject object,
      @Nullable PodView pod,
      String container,
      ZoneState zone,
      YamlCursor at,
      YamlPlace place,
      Verdict verdict,
      String message) {
    this.control = control;
    this.object = object;
    this.pod = pod;
    this.container = container;
    this.zone = zone;
    this.at = at;
    this.place = place;
    this.severity = control.severity();
    this.verdict = verdict;
    this.message = message;
  }

  /**
   * A finding in a text that stands in a field; no fix is made there.
   *
   * @param field the one that holds the text
   * @param at the place in the text
   */
  static Draft inText(
      ControlInfo control,
      @Nullable KubeObject object,
      @Nullable PodView pod,
      String container,
      ZoneState zone,
      YamlCursor field,
      YamlCursor at,
      Verdict verdict,
      String message) {
    String where = ". It is in the text of %s, at %s".formatted(field.key(), at.path());
    Draft draft =
        new Draft(
            control, object, pod, container, zone, field, field.place(), verdict, message + where);
    draft.inText = true;
    return draft;
  }

  @Override
  public Reporter.FindingBuilder severity(Severity other) {
    severity = other;
    return this;
  }

  @Override
  public Reporter.FindingBuilder settled(Severity other) {
    severity = other;
    settled = true;
    return this;
  }

  @Override
  public Reporter.FindingBuilder about(String other) {
    whole = other;
    return this;
  }

  @Override
  public Reporter.FindingBuilder container(String other) {
    container = other;
    return this;
  }

  @Override
  public Reporter.FindingBuilder gaining(Set<String> namespaces) {
    gaining = namespaces;
    return this;
  }

  @Override
  public Reporter.FindingBuilder place(YamlPlace other) {
    place = inText ? place : other;
    return this;
  }

  @Override
  public Reporter.FindingBuilder related(Related other) {
    related.add(other);
    return this;
  }

  @Override
  public Reporter.FindingBuilder fix(Fix fix) {
    if (!inText) {
      fixes.add(fix);
    }
    return this;
  }

  @Override
  public Reporter.FindingBuilder unjudged(Unjudged controls) {
    unjudged = controls;
    return this;
  }

  @Override
  public Reporter.FindingBuilder guidance(String text) {
    guidance = text;
    return this;
  }

  /**
   * Nothing of the platform, or of the cluster's own namespaces, is changed unasked; nor is what an
   * operator makes a pod of.
   */
  private List<Fix> judged(Remarked remarks) {
    return fixes.stream().map(this::judged).map(remarks::judged).toList();
  }

  private Fix judged(Fix fix) {
    PodView of = pod;
    if (of != null && !of.place().form().objection().isEmpty()) {
      return withObjection(fix, of.place().form().objection());
    }
    KubeObject on = object;
    return on == null || fix.safety() != FixSafety.SAFE
        ? fix
        : Platform.objection(on)
            .or(() -> Patch.objection(on))
            .or(() -> Sops.objection(on))
            .map(fix::forReview)
            .orElse(fix);
  }

  private static Fix withObjection(Fix fix, String objection) {
    return fix.safety() == FixSafety.SAFE || fix.reason().isEmpty()
        ? fix.forReview(objection)
        : fix.forReview(fix.reason() + "; " + objection);
  }

  /** What is said of which place: the same for two pods that take it over. */
  record Said(String control, Verdict verdict, YamlPath path) {}

  Said said() {
    return new Said(control.id(), verdict, at.path());
  }

  boolean isOfPod() {
    return pod != null;
  }

  DocumentResult.Marked finish(Remarked remarks, Pool pool) {
    EderaEffect effect = control.edera();
    boolean raise =
        !settled
            && effect.isSafeOnlyInZone()
            && zone == ZoneState.HOST
            && verdict == Verdict.VIOLATED
            && severity.raised() != severity;
    KubeObject on = object;
    Finding finding =
        new Finding(
            control,
            raise ? severity.raised() : severity,
            verdict,
            on == null
                ? Subject.NONE
                : pool.same(new Subject(ObjectRef.of(on), on.tenant(), container, gaining)),
            pool.same(at.path()),
            place.range(),
            pool.same(Optional.ofNullable(place.missing())),
            raise ? message + OUT_OF_ZONE : message,
            related,
            judged(remarks),
            guidance,
            unjudged);
    String print =
        whole.isEmpty() ? Fingerprint.of(finding, at) : Fingerprint.of(control.id(), whole);
    return new DocumentResult.Marked(finding, print, at.document());
  }
}
