package dev.zonewright.ui.perspective;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import dev.zonewright.ui.review.Closing;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.access.AccessModel;
import dev.zonewright.ui.review.compare.CompareModel;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.ui.review.overview.ClosingModel;
import dev.zonewright.ui.review.overview.OverviewModel;
import dev.zonewright.ui.review.reach.ReachModel;
import dev.zonewright.ui.tree.TreeNode;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which perspective and page is on show, and what the pages say. */
public final class ReviewModel {
  private final ObjectProperty<Perspective> perspective =
      new SimpleObjectProperty<>(Perspective.MANIFESTS);
  private final ObjectProperty<ReviewPage> page = new SimpleObjectProperty<>(ReviewPage.OVERVIEW);
  private final ReadOnlyObjectWrapper<ReviewFacts> facts =
      new ReadOnlyObjectWrapper<>(ReviewFacts.NONE);
  private final ReadOnlyObjectWrapper<Followed> followed =
      new ReadOnlyObjectWrapper<>(Followed.NOTHING);
  private Optional<ObjectPlace> cameFrom = Optional.empty();
  private final OverviewModel overview;
  private final ReachModel reach;
  private final AccessModel access;
  private final CompareModel compare;
  private final ClosingModel closing;

  /**
   * A review of nothing yet.
   *
   * @param tenant the tenant that the whole window looks at
   * @param closes finds out what closes most
   * @param versions reads versions to compare with
   */
  public ReviewModel(
      BackgroundRunner runner,
      ObjectProperty<@Nullable String> tenant,
      Closing closes,
      SideSource versions) {
    closing = new ClosingModel(runner, closes);
    overview = new OverviewModel(tenant);
    reach = new ReachModel(runner);
    access = new AccessModel(runner);
    compare = new CompareModel(runner, versions);
    compare
        .beforeProperty()
        .subscribe(now ->
            overview
                .sinceProperty()
                .set(
                    now == null
                        ? OverviewModel.Since.NOTHING
                        : new OverviewModel.Since(now.since(), now.levels())));
    // a tenant that is chosen on the overview is the one that the other pages ask about
    tenant.addListener((_, _, now) -> {
      if (now != null && overview.onShowProperty().get()) {
        followTenant(now);
      }
    });
    perspective.addListener((_, _, _) -> look());
    page.addListener((_, _, _) -> look());
  }

  private void look() {
    boolean review = perspective.get() == Perspective.REVIEW;
    overview.onShowProperty().set(review && page.get() == ReviewPage.OVERVIEW);
    reach.onShowProperty().set(review && page.get() == ReviewPage.REACHABILITY);
    access.onShowProperty().set(review && page.get() == ReviewPage.ACCESS);
    compare.onShowProperty().set(review && page.get() == ReviewPage.COMPARE);
  }

  /** Takes in what an analysis brought. */
  public void show(ReviewFacts now) {
    if (now.analysis().coverage().documents() == 0) {
      // what was chosen is not opened any more, and nothing is to be said of it beside the next
      followed.set(Followed.NOTHING);
    }
    facts.set(now);
    overview.show(now);
    reach.show(now);
    access.show(now);
    compare.show(now);
    closing.show(now);
  }

  /** Shows a page of the review. */
  public void open(ReviewPage which) {
    page.set(which);
    perspective.set(Perspective.REVIEW);
  }

  /** Shows what a tenant's workloads reach. */
  public void openReachability(String tenant) {
    open(ReviewPage.REACHABILITY);
    reach.chooseOf(tenant);
  }

  /** Shows what the workload at a place reaches; of another place, the page as it is. */
  public void openReachability(Optional<Jump> at) {
    open(ReviewPage.REACHABILITY);
    at.flatMap(this::workload).ifPresent(this::chooseReach);
  }

  /** Shows what the account of the workload at a place may do. */
  public void openAccess(Optional<Jump> at) {
    open(ReviewPage.ACCESS);
    at.flatMap(this::workload).ifPresent(this::chooseAccess);
  }

  /**
   * The person comes from the manifests: reachability asks about the workload that was looked at
   * there. Of anything else, and of what it asked about already, it stays as it was left. Accounts
   * stand in the order of their powers, and most workloads have none: the worst stays chosen.
   */
  public void comeFrom(Optional<ObjectPlace> object) {
    if (object.equals(cameFrom)) {
      return;
    }
    cameFrom = object;
    object
        .flatMap(place ->
            facts.get().analysis().workloads().stream()
                .filter(w -> ObjectPlace.of(w).equals(place))
                .findFirst())
        .ifPresent(w -> {
          chooseReach(w);
          if (!followed.get().equals(Followed.NOTHING)) {
            followed.set(new Followed(w.called(), true, Optional.of(w.tenant())));
          }
        });
  }

  /** The person chose a row of the tree: the pages follow, or say why they do not. */
  public void follow(TreeNode row) {
    boolean ofObject = row.object().isPresent();
    Optional<Workload> at = ofObject ? row.jump().flatMap(this::workload) : Optional.empty();
    Optional<String> tenant =
        row.mark() == TreeNode.Mark.TENANT
            ? Optional.of(row.title())
            : at.map(Workload::tenant).or(() -> row.object().flatMap(this::tenantOf));
    at.ifPresentOrElse(
        w -> {
          chooseReach(w);
          chooseAccess(w);
        },
        () -> tenant.ifPresent(this::followTenant));
    followed.set(new Followed(row.title(), at.isPresent(), tenant));
  }

  private Optional<String> tenantOf(ObjectPlace place) {
    return facts.get().analysis().objects().stream()
        .filter(o -> ObjectPlace.of(o).equals(place))
        .findFirst()
        .flatMap(o -> facts.get().analysis().tenantOf(o));
  }

  private void followTenant(String tenant) {
    reach.chooseOf(tenant);
    facts.get().analysis().workloads().stream()
        .filter(w -> w.tenant().equals(tenant))
        .findFirst()
        .ifPresent(w -> access.chooseOf(tenant, accountOf(w)));
  }

  /** What was chosen last in the tree. */
  ReadOnlyObjectProperty<Followed> followedProperty() {
    return followed.getReadOnlyProperty();
  }

  private void chooseReach(Workload workload) {
    reach.choose(workload.path());
  }

  private void chooseAccess(Workload workload) {
    access.choose(accountOf(workload));
  }

  private static String accountOf(Workload workload) {
    return workload.home() + "/" + ServiceAccounts.of(workload.pod());
  }

  /** The workload around a place. */
  public Optional<Workload> workload(Jump at) {
    return facts.get().analysis().workloads().stream()
        .filter(w -> w.file().equals(at.file()))
        .filter(w -> holds(w, at.range().start() - w.documentOffset()))
        .findFirst();
  }

  private static boolean holds(Workload workload, int offset) {
    return workload
        .pod()
        .object()
        .root()
        .node()
        .filter(node -> node.start() <= offset && offset <= node.end())
        .isPresent();
  }

  public ReadOnlyObjectProperty<ReviewFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  public ObjectProperty<Perspective> perspectiveProperty() {
    return perspective;
  }

  public ObjectProperty<ReviewPage> pageProperty() {
    return page;
  }

  public OverviewModel overview() {
    return overview;
  }

  public ReachModel reach() {
    return reach;
  }

  public AccessModel access() {
    return access;
  }

  /** What closes most. */
  public ClosingModel closing() {
    return closing;
  }

  public CompareModel compare() {
    return compare;
  }
}
