package dev.zonewright.ui.review.access;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Chains;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.kube.access.chain.TokenHolder;
import dev.zonewright.report.ObjectPlaces;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What accounts may do, without its looks. Chains are found in the background, and only while the
 * page is on show.
 */
public final class AccessModel {
  private final BackgroundRunner.Latest latest;
  private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>(Answers.NONE);
  private final ObjectProperty<Power> power = new SimpleObjectProperty<>(Power.CREATE_PODS);
  private final ObjectProperty<Chain.@Nullable Outcome> only = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable AccessRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable AccessRow> shown = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Hop> hop = new SimpleObjectProperty<>();
  private final BooleanProperty onShow = new SimpleBooleanProperty();
  private ReviewFacts facts = ReviewFacts.NONE;
  private @Nullable Engine engine;
  private String wanted = "";

  /**
   * What is opened.
   *
   * @param bindings how many of them
   * @param roles how many of them
   */
  record Opened(ObjectPlaces places, long bindings, long roles) {
    static final Opened NOTHING = new Opened(new ObjectPlaces(Analysis.empty()), 0, 0);
  }

  /** What is computed once for an analysis. */
  record Engine(Chains chains, HopCuts cuts, Opened opened) {
    static Engine of(ReviewFacts facts) {
      List<KubeObject> objects =
          facts.analysis().objects().stream().map(LocatedObject::object).toList();
      ObjectPlaces places = new ObjectPlaces(facts.analysis());
      return new Engine(
          new Chains(objects, AccessGraph.of(objects)),
          new HopCuts(facts.analysis().findings(), places),
          new Opened(
              places,
              objects.stream().filter(o -> o.kind().endsWith("RoleBinding")).count(),
              objects.stream().filter(o -> o.kind().matches("(Cluster)?Role")).count()));
    }
  }

  /** What the page shows. */
  record Answers(Opened opened, Power power, List<AccessRow> rows) {
    static final Answers NONE = new Answers(Opened.NOTHING, Power.CREATE_PODS, List.of());

    Answers {
      rows = List.copyOf(rows);
    }

    long count(Chain.Outcome outcome) {
      return rows.stream().filter(r -> r.chain().outcome() == outcome).count();
    }
  }

  public AccessModel(BackgroundRunner runner) {
    latest = runner.latest();
    power.addListener((_, _, _) -> ask());
    onShow.addListener((_, _, _) -> ask());
    shown.addListener((_, _, now) -> hop.set(firstCut(now)));
    selected.addListener((_, _, now) -> shown.set(now));
  }

  private static @Nullable Hop firstCut(@Nullable AccessRow row) {
    return row == null
        ? null
        : HopCut.cheapest(row.cuts())
            .map(HopCut::hop)
            .or(() ->
                row.chain().hops().stream().filter(h -> h.kind() == Hop.Kind.BINDING).findFirst())
            .or(() -> row.chain().hops().stream().findFirst())
            .orElse(null);
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

  /** Looks at an account, written as {@code NAMESPACE/NAME}, once it is known. */
  public void choose(String account) {
    wanted = account;
    answers.get().rows().stream()
        .filter(r -> r.account().equals(account))
        .findFirst()
        .ifPresent(selected::set);
  }

  /** Looks at an account, unless another one of the same tenant is looked at. */
  public void chooseOf(String tenant, String account) {
    AccessRow now = selected.get();
    String at = wanted.isEmpty() && now != null ? now.account() : wanted;
    int slash = at.indexOf('/');
    if (slash < 0 || !facts.analysis().tenantOf(at.substring(0, slash)).equals(tenant)) {
      choose(account);
    }
  }

  private void ask() {
    if (!onShow.get()) {
      return;
    }
    ReviewFacts now = facts;
    Engine known = engine;
    Power asked = power.get();
    latest.compute(
        () -> Answered.of(known == null ? Engine.of(now) : known, asked),
        result -> {
          engine = result.engine();
          take(result.answers());
        });
  }

  /** Answers, and what they came from. */
  private record Answered(Engine engine, Answers answers) {
    static Answered of(Engine engine, Power power) {
      return new Answered(engine, answer(engine, power));
    }
  }

  private static Answers answer(Engine engine, Power power) {
    List<AccessRow> rows = new ArrayList<>();
    for (String account : engine.chains().accounts()) {
      List<TokenHolder> holders = engine.chains().holdersOf(account);
      Chain chain = engine.chains().of(account, power);
      List<Power> held =
          engine.chains().held(account).stream()
              .filter(h -> h.share().isEnough())
              .map(Powers.Held::power)
              .distinct()
              .toList();
      AccessRow row =
          new AccessRow(
              account,
              holders.stream().map(h -> h.workload().name()).distinct().toList(),
              holders.stream().anyMatch(TokenHolder::mounts),
              held.stream().findFirst(),
              held.stream().filter(p -> p != power).findFirst(),
              chain,
              engine.cuts().of(chain, holders),
              engine.cuts().finding(chain),
              List.of());
      rows.add(row.with(others(engine, row, holders)));
    }
    rows.sort(
        Comparator.comparing((AccessRow r) -> r.chain().outcome())
            .thenComparing(AccessRow::account, NaturalOrder.NAMES));
    return new Answers(engine.opened(), power, rows);
  }

  private static List<AccessRow> others(Engine engine, AccessRow row, List<TokenHolder> holders) {
    HopCuts cuts = engine.cuts();
    return Identity.parse(row.account())
        .map(who -> engine.chains().others(who, row.chain().power()))
        .orElse(List.of())
        .stream()
        .map(chain -> row.by(chain, cuts.of(chain, holders), cuts.finding(chain)))
        .toList();
  }

  private void take(Answers result) {
    AccessRow before = selected.get();
    answers.set(result);
    String account = wanted.isEmpty() && before != null ? before.account() : wanted;
    wanted = "";
    selected.set(
        result.rows().stream()
            .filter(r -> r.account().equals(account))
            .findFirst()
            .or(() -> result.rows().stream().findFirst())
            .orElse(null));
  }

  ReadOnlyObjectProperty<Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** Whether the answers on show are not those of what is opened now. */
  ReadOnlyBooleanProperty computingProperty() {
    return latest.workingProperty();
  }

  ObjectProperty<Power> powerProperty() {
    return power;
  }

  /** Only accounts with this outcome are listed; null for all. */
  ObjectProperty<Chain.@Nullable Outcome> onlyProperty() {
    return only;
  }

  ObjectProperty<@Nullable AccessRow> selectedProperty() {
    return selected;
  }

  /** The chosen account by the chain that is looked at: the shortest, or another one. */
  ReadOnlyObjectProperty<@Nullable AccessRow> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** All chains of the chosen account that are told, the shortest first. */
  List<AccessRow> chains() {
    AccessRow row = selected.get();
    return row == null ? List.of() : Stream.concat(Stream.of(row), row.others().stream()).toList();
  }

  /** Looks at the next chain of the account, or at the one before; whether there is one. */
  boolean turn(int by) {
    List<AccessRow> all = chains();
    int at = all.indexOf(shown.get()) + by;
    boolean there = at >= 0 && at < all.size();
    if (there) {
      shown.set(all.get(at));
    }
    return there;
  }

  /** The hop whose lines are shown. */
  ObjectProperty<@Nullable Hop> hopProperty() {
    return hop;
  }

  /** Whether somebody looks; else nothing is computed. */
  public BooleanProperty onShowProperty() {
    return onShow;
  }

  Optional<Place> placeOf(Hop at) {
    return at.object().flatMap(o -> answers.get().opened().places().of(o, at.path()));
  }
}
