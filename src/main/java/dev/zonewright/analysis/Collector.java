package dev.zonewright.analysis;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Related;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Subject;
import dev.zonewright.control.TenantView;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.kube.query.QueryLookup;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down what the controls report while the analyzer walks one document. */
final class Collector implements Reporter {
  private static final String OUT_OF_ZONE =
      ". This is safe only in a zone, and the pod runs in none: one step more severe";

  private final Cluster queries;
  private final ClusterLookup cluster;
  private final Profile profile;
  private final YamlDocument document;
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable ControlInfo control;
  private @Nullable KubeObject object;
  private List<KubeObject> objects = List.of();
  private String container = "";
  private ZoneState zone = ZoneState.UNDETERMINED;
  private String failure = "";

  Collector(Cluster queries, Profile profile, YamlDocument document) {
    this.queries = queries;
    this.cluster = new QueryLookup(queries);
    this.profile = profile;
    this.document = document;
  }

  /** A finding then belongs to that of a document's objects in which it stands, if to any. */
  void enterDocument(ControlInfo now, List<KubeObject> ofDocument) {
    control = now;
    object = null;
    objects = ofDocument;
    container = "";
    zone = ZoneState.UNDETERMINED;
  }

  void enter(ControlInfo now, KubeObject at) {
    enter(now, at, ZoneState.UNDETERMINED);
  }

  void enter(ControlInfo now, KubeObject at, ZoneState where) {
    control = now;
    object = at;
    objects = List.of();
    container = "";
    zone = where;
  }

  void enter(ControlInfo now, ContainerView at, ZoneState where) {
    enter(now, at.pod().object(), where);
    container = at.name();
  }

  /** A finding then belongs to that of the tenant's objects in which it stands. */
  void enter(ControlInfo now, TenantView tenant) {
    control = now;
    object = tenant.anchor();
    objects = tenant.objects();
    container = "";
    zone = ZoneState.UNDETERMINED;
  }

  /** Takes down that the control that is being run stopped unexpectedly. */
  void failed(Throwable what) {
    ControlInfo now = control;
    String words = now == null ? Failure.of(what) : Failure.of(now, what);
    failure = failure.isEmpty() ? words : failure;
  }

  /** The first control that stopped unexpectedly, in words; empty when none did. */
  String failure() {
    return failure;
  }

  /** What was found, in the order of the text. */
  List<DocumentResult.Marked> found() {
    List<DocumentResult.Marked> out = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      out.add(draft.finish());
    }
    out.sort(null);
    return List.copyOf(out);
  }

  @Override
  public FindingBuilder violated(YamlCursor at, String message) {
    return add(at, at.place(), Verdict.VIOLATED, message);
  }

  @Override
  public FindingBuilder undetermined(YamlCursor at, String message) {
    return add(at, at.place(), Verdict.UNDETERMINED, message);
  }

  @Override
  public FindingBuilder violatedAt(TextRange range, String message) {
    return add(document.cursor(), new YamlPlace(range, null), Verdict.VIOLATED, message);
  }

  private FindingBuilder add(YamlCursor at, YamlPlace place, Verdict verdict, String message) {
    ControlInfo now = control;
    if (now == null) {
      throw new IllegalStateException("no control is being run");
    }
    Draft draft = new Draft(now, objectOf(at), container, zone, at, place, verdict, message);
    drafts.add(draft);
    return draft;
  }

  private @Nullable KubeObject objectOf(YamlCursor at) {
    if (objects.isEmpty()) {
      return object;
    }
    YamlPath path = at.path();
    return objects.stream()
        .filter(o -> o.root().document() == at.document() && path.startsWith(o.root().path()))
        .findFirst()
        .orElse(object);
  }

  @Override
  public ClusterLookup cluster() {
    return cluster;
  }

  @Override
  public <T> T ask(Query<T> query) {
    return queries.ask(query);
  }

  @Override
  public ZoneState zone() {
    return zone;
  }

  @Override
  public Profile profile() {
    return profile;
  }

  /** A finding that its control may still add to. */
  private static final class Draft implements FindingBuilder {
    private final List<Related> related = new ArrayList<>();
    private final ControlInfo control;
    private final @Nullable KubeObject object;
    private final ZoneState zone;
    private final YamlCursor at;
    private final Verdict verdict;
    private final String message;
    private final List<Fix> fixes = new ArrayList<>();
    private YamlPlace place;
    private String container;
    private Severity severity;
    private String guidance = "";
    private boolean settled;

    Draft(
        ControlInfo control,
        @Nullable KubeObject object,
        String container,
        ZoneState zone,
        YamlCursor at,
        YamlPlace place,
        Verdict verdict,
        String message) {
      this.control = control;
      this.object = object;
      this.container = container;
      this.zone = zone;
      this.at = at;
      this.place = place;
      this.severity = control.severity();
      this.verdict = verdict;
      this.message = message;
    }

    @Override
    public FindingBuilder severity(Severity other) {
      severity = other;
      return this;
    }

    @Override
    public FindingBuilder settled(Severity other) {
      severity = other;
      settled = true;
      return this;
    }

    @Override
    public FindingBuilder container(String other) {
      container = other;
      return this;
    }

    @Override
    public FindingBuilder place(YamlPlace other) {
      place = other;
      return this;
    }

    @Override
    public FindingBuilder related(Related other) {
      related.add(other);
      return this;
    }

    @Override
    public FindingBuilder fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    @Override
    public FindingBuilder guidance(String text) {
      guidance = text;
      return this;
    }

    /** Nothing of the platform, or of the cluster's own namespaces, is changed unasked. */
    private List<Fix> judged() {
      KubeObject on = object;
      if (on == null || fixes.stream().noneMatch(f -> f.safety() == FixSafety.SAFE)) {
        return fixes;
      }
      Optional<String> objection = Platform.objection(on);
      return objection.isEmpty()
          ? fixes
          : fixes.stream()
              .map(f -> f.safety() == FixSafety.SAFE ? f.forReview(objection.get()) : f)
              .toList();
    }

    DocumentResult.Marked finish() {
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
              on == null ? Subject.NONE : new Subject(ObjectRef.of(on), on.tenant(), container),
              at.path(),
              place.range(),
              Optional.ofNullable(place.missing()),
              raise ? message + OUT_OF_ZONE : message,
              related,
              judged(),
              guidance);
      return new DocumentResult.Marked(finding, Fingerprint.of(finding, at), at.document());
    }
  }
}
