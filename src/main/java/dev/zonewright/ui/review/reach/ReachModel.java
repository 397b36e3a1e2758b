package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Step;
import dev.zonewright.kube.network.Steps;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reachability without its looks: which workload is asked about, which way round, and the answers.
 * They are computed in the background, and only while the page is on show.
 */
public final class ReachModel {
  private final BackgroundRunner.Latest latest;
  private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>(Answers.NONE);
  private final ObjectProperty<@Nullable String> workload = new SimpleObjectProperty<>();
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.REACHES);
  private final ObjectProperty<@Nullable ReachRow> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Verdict> only = new SimpleObjectProperty<>();
  private final BooleanProperty onShow = new SimpleBooleanProperty();
  private final StringProperty typed = new SimpleStringProperty("");

  /** What was just typed: its answer is looked at as soon as it is there. */
  private String wanted = "";

  private ReviewFacts facts = ReviewFacts.NONE;
  private @Nullable ReachFacts engine;

  /** Which way round the table is. */
  enum Way {
    REACHES("Reaches"),
    REACHED_BY("Reached by");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * What the page shows.
   *
   * @param workloads the paths of all workloads, in the order of the manifests
   * @param policies how many policies are opened
   * @param pod the workload that is asked about; empty where there is none
   * @param otherWay how many rows there are when it is asked the other way round
   */
  record Answers(
      ReachFacts engine,
      List<String> workloads,
      int policies,
      Optional<NetworkPod> pod,
      Way way,
      List<ReachRow> rows,
      int otherWay) {
    static final Answers NONE =
        new Answers(
            new ReachFacts(ReviewFacts.NONE),
            List.of(),
            0,
            Optional.empty(),
            Way.REACHES,
            List.of(),
            0);

    Answers {
      workloads = List.copyOf(workloads);
      rows = List.copyOf(rows);
    }
  }

  public ReachModel(BackgroundRunner runner) {
    latest = runner.latest();
    workload.addListener((_, _, _) -> ask());
    way.addListener((_, _, _) -> ask());
    typed.addListener((_, _, now) -> {
      wanted = now.strip();
      ask();
    });
    only.addListener((_, _, _) -> selectShown());
    onShow.addListener((_, _, _) -> ask());
  }

  /** Whether an analysis is in. */
  boolean isKnown() {
    return facts.isKnown();
  }

  /** Takes in new facts. */
  public void show(ReviewFacts now) {
    facts = now;
    engine = null;
    ask();
  }

  /** Asks about a workload, written as {@code NAMESPACE/KIND/NAME}. */
  public void choose(String path) {
    workload.set(path);
  }

  /** Asks about the first workload of a tenant, unless one of its own is asked about. */
  public void chooseOf(String tenant) {
    String now = workload.get();
    boolean already =
        now != null && facts.analysis().tenantOf(now.substring(0, now.indexOf('/'))).equals(tenant);
    if (!already) {
      facts.analysis().workloads().stream()
          .filter(w -> w.tenant().equals(tenant))
          .findFirst()
          .ifPresent(w -> choose(w.path()));
    }
  }

  private void ask() {
    if (!onShow.get()) {
      return;
    }
    ReviewFacts now = facts;
    ReachFacts known = engine;
    String path = workload.get();
    Way direction = way.get();
    String address = typed.get();
    latest.compute(
        () -> answer(known == null ? new ReachFacts(now) : known, path, direction, address),
        result -> {
          engine = result.engine();
          take(result);
        });
  }

  private static Answers answer(
      ReachFacts engine, @Nullable String path, Way direction, String address) {
    List<NetworkPod> pods = engine.pods();
    Optional<NetworkPod> pod =
        pods.stream()
            .filter(p -> p.path().equals(path))
            .findFirst()
            .or(() -> pods.stream().findFirst());
    ReachRows rows = new ReachRows(engine);
    List<ReachRow> from = new ArrayList<>(pod.map(rows::from).orElse(List.of()));
    if (pod.isPresent() && !address.isBlank()) {
      rows.typed(pod.get(), address).ifPresent(from::addFirst);
    }
    List<ReachRow> to = pod.map(rows::to).orElse(List.of());
    boolean out = direction == Way.REACHES;
    int policies =
        engine.model().policies().values().stream().mapToInt(List::size).sum()
            + engine.model().admin().size()
            + engine.model().foreign().size();
    return new Answers(
        engine,
        pods.stream().map(NetworkPod::path).distinct().toList(),
        policies,
        pod,
        direction,
        out ? from : to,
        out ? to.size() : from.size());
  }

  private void take(Answers result) {
    answers.set(result);
    selectShown();
    String address = wanted;
    wanted = "";
    shown().stream()
        .filter(r -> r.group() == ReachRow.Group.OUTSIDE && r.label().equals(address))
        .findFirst()
        .ifPresent(selected::set);
  }

  /** Keeps to the row that is looked at where it is still shown; else the first that is wrong. */
  private void selectShown() {
    ReachRow before = selected.get();
    List<ReachRow> shown = shown();
    selected.set(
        shown.stream()
            .filter(r -> before != null && r.label().equals(before.label()))
            .findFirst()
            .or(() -> shown.stream().filter(ReachRow::isWrong).findFirst())
            .or(() -> shown.stream().findFirst())
            .orElse(null));
  }

  /** The rows that the chosen count leaves. */
  List<ReachRow> shown() {
    Verdict counted = only.get();
    return answers.get().rows().stream().filter(r -> counted == null || counted.counts(r)).toList();
  }

  /** The path of the workload that was chosen; null for the first one. */
  public @Nullable String workload() {
    return workload.get();
  }

  ReadOnlyObjectProperty<Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** Whether the answers on show are not those of what is opened now. */
  ReadOnlyBooleanProperty computingProperty() {
    return latest.workingProperty();
  }

  ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** Only rows of this count are shown; null for all. */
  ObjectProperty<@Nullable Verdict> onlyProperty() {
    return only;
  }

  ObjectProperty<@Nullable ReachRow> selectedProperty() {
    return selected;
  }

  /** An address or a range of addresses that somebody asks about. */
  StringProperty typedProperty() {
    return typed;
  }

  /** Whether somebody looks; else nothing is computed. */
  public BooleanProperty onShowProperty() {
    return onShow;
  }

  /** How the chosen answer comes about. */
  List<Step> steps() {
    ReachRow row = selected.get();
    if (row == null) {
      return List.of();
    }
    Reach first = row.reaches().getFirst();
    return new Steps(answers.get().engine().readings()).of(first);
  }

  /** What closes the chosen connection; nothing where it may be open, or is closed. */
  List<FixOffer> fixes() {
    ReachRow row = selected.get();
    return row == null
        ? List.of()
        : RowFixes.of(row, answers.get().engine(), way.get() == Way.REACHED_BY);
  }

  Optional<Place> placeOf(Step step) {
    return answers.get().engine().places().of(step);
  }
}
