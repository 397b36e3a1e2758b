package dev.zonewright.analysis;

import dev.zonewright.analysis.remark.Remarked;
import dev.zonewright.analysis.shared.SharedFixes;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Pool;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.TenantView;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.custom.Patch;
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
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes down what the controls report while the analyzer walks one document. */
final class Collector implements Reporter {
  private final Cluster queries;
  private final ClusterLookup cluster;
  private final Profile profile;
  private final PodFields fields;
  private final YamlDocument document;
  private final Remarked remarks;
  private final Pool pool;
  private final List<Draft> drafts = new ArrayList<>();

  /** What is said of pods; filled once somebody asks. */
  private @Nullable Set<Draft.Said> said;

  private @Nullable ControlInfo control;
  private @Nullable KubeObject object;
  private List<KubeObject> objects = List.of();
  private @Nullable TenantView tenant;
  private @Nullable PodView pod;
  private @Nullable YamlCursor text;
  private String container = "";
  private ZoneState zone = ZoneState.UNDETERMINED;
  private String failure = "";

  /**
   * Takes down what is found in a document.
   *
   * @param text the document's
   * @param pool what findings of all documents have in common
   */
  Collector(
      Cluster queries,
      Profile profile,
      PodFields fields,
      YamlDocument document,
      Supplier<String> text,
      Pool pool) {
    this.pool = pool;
    this.queries = queries;
    this.cluster = new QueryLookup(queries);
    this.profile = profile;
    this.fields = fields;
    this.document = document;
    this.remarks = new Remarked(document, text);
  }

  /** What is found then stands in the text of a field, and is reported there. */
  void enterText(YamlCursor field) {
    text = field;
  }

  void leaveText() {
    text = null;
  }

  /** A finding then belongs to that of a document's objects in which it stands, if to any. */
  void enterDocument(ControlInfo now, List<KubeObject> ofDocument) {
    control = now;
    object = null;
    objects = ofDocument;
    pod = null;
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
    pod = null;
    container = "";
    zone = where;
  }

  void enter(ControlInfo now, PodView at, ZoneState where) {
    enter(now, at.object(), where);
    pod = at;
  }

  void enter(ControlInfo now, ContainerView at, ZoneState where) {
    enter(now, at.pod(), where);
    container = at.name();
  }

  /** A finding then belongs to that of the tenant's objects in which it stands. */
  void enter(ControlInfo now, TenantView of) {
    control = now;
    tenant = of;
    object = of.anchor();
    objects = of.objects();
    pod = null;
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
      out.add(draft.finish(remarks, pool));
    }
    out.sort(null);
    return document.hasAliases() ? shared(List.copyOf(out)) : List.copyOf(out);
  }

  private List<DocumentResult.Marked> shared(List<DocumentResult.Marked> out) {
    List<Finding> joined =
        SharedFixes.joined(document, out.stream().map(DocumentResult.Marked::finding).toList());
    return IntStream.range(0, out.size())
        .mapToObj(i ->
            new DocumentResult.Marked(
                joined.get(i), out.get(i).fingerprint(), out.get(i).document()))
        .toList();
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
    PodView of = pod;
    KubeObject on = objectOf(at);
    YamlCursor field = text;
    Draft draft =
        field == null || at.document() == document
            ? new Draft(now, on, of, container, zone, at, place, verdict, message)
            : Draft.inText(now, on, of, container, zone, field, at, verdict, message);
    if (!isOfPatch(on, at) && (of == null || (of.place().judges(of, at) && !isSaid(of, draft)))) {
      drafts.add(draft);
      Set<Draft.Said> known = said;
      if (known != null && of != null) {
        known.add(draft.said());
      }
    }
    TenantView whole = tenant;
    if (whole != null && isAt(whole.at(), at)) {
      draft.about("tenant " + whole.name());
    }
    return draft;
  }

  /** What a patch does not say may stand in what it is laid over. */
  private static boolean isOfPatch(@Nullable KubeObject on, YamlCursor at) {
    return on != null
        && on.root().document() == at.document()
        && (!at.exists() || Patch.deletes(on.root()))
        && Patch.is(on);
  }

  private static boolean isAt(YamlCursor wanted, YamlCursor at) {
    return at.document() == wanted.document() && at.path().equals(wanted.path());
  }

  /** What several pods, or containers, of a custom resource take over is said of it once. */
  private boolean isSaid(PodView of, Draft draft) {
    if (of.place().form().isComplete()) {
      return false;
    }
    Set<Draft.Said> known = said;
    if (known == null) {
      known = drafts.stream().filter(Draft::isOfPod).map(Draft::said).collect(Collectors.toSet());
      said = known;
    }
    return known.contains(draft.said());
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
  public PodFields fieldsRead() {
    return fields;
  }

  @Override
  public Profile profile() {
    return profile;
  }
}
