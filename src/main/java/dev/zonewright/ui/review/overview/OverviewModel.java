package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.control.Severity;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The overview without its looks: which tenants, which row is looked at, what is filtered. */
public final class OverviewModel {
  /** Up to so many tenants are columns of the table; more are rows. */
  public static final int MOST_COLUMNS = 6;

  private final ReadOnlyObjectWrapper<ReviewFacts> facts =
      new ReadOnlyObjectWrapper<>(ReviewFacts.NONE);
  private final ObjectProperty<@Nullable String> tenant;
  private final ObjectProperty<@Nullable String> row = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ResidualLevel> filter = new SimpleObjectProperty<>();
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.NOTHING);
  private final BooleanProperty onShow = new SimpleBooleanProperty();
  // what is derived from the facts, once for each analysis
  private List<TenantRisk> tenants = List.of();
  private List<HeatRow> rows = List.of();
  private @Nullable Map<String, List<LocatedFinding>> findings;
  private @Nullable Map<String, List<LocatedFinding>> accepted;
  private final Map<String, FoundAt> foundOf = new HashMap<>();
  private final Map<String, FoundAt> acceptedAt = new HashMap<>();
  private @Nullable List<RiskChange> moved;
  private @Nullable List<RiskChange> changes;

  /**
   * A version to compare with.
   *
   * @param name what it is called; empty where there is none
   */
  public record Since(String name, List<RowLevel> levels) {
    /** Nothing to compare with. */
    public static final Since NOTHING = new Since("", List.of());

    public Since {
      levels = List.copyOf(levels);
    }
  }

  /** An overview of nothing yet, for the tenant that the whole window looks at. */
  public OverviewModel(ObjectProperty<@Nullable String> tenant) {
    this.tenant = tenant;
    since.addListener((_, _, _) -> forgetChanges());
  }

  /** Takes in new facts; the row that was looked at stays, where it is still there. */
  public void show(ReviewFacts now) {
    tenants = now.tenants();
    rows = HeatRow.of(tenants);
    findings = null;
    accepted = null;
    foundOf.clear();
    acceptedAt.clear();
    forgetChanges();
    facts.set(now);
    boolean known = rows().stream().anyMatch(r -> r.id().equals(row.get()));
    if (!known) {
      row.set(worstRow());
    }
  }

  private @Nullable String worstRow() {
    return chosenTenant().stream()
        .flatMap(t ->
            rows().stream()
                .filter(r -> r.cell().apply(t).filter(c -> c.level() == t.level()).isPresent()))
        .map(HeatRow::id)
        .findFirst()
        .orElse(null);
  }

  public ReadOnlyObjectProperty<ReviewFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  public ObjectProperty<@Nullable String> tenantProperty() {
    return tenant;
  }

  /** The id of the row that is looked at; null where there is none. */
  public ObjectProperty<@Nullable String> rowProperty() {
    return row;
  }

  /** Only cells of this level keep their colour; null for all. */
  public ObjectProperty<@Nullable ResidualLevel> filterProperty() {
    return filter;
  }

  /** The tenants, the worst first. */
  List<TenantRisk> tenants() {
    return tenants;
  }

  List<HeatRow> rows() {
    return rows;
  }

  /** How many findings of each severity a tenant has; none for one that has none. */
  Map<Severity, Integer> countsOf(String ofTenant) {
    return Counts.of(findingsOf(ofTenant).stream().filter(f -> f.accepted().isEmpty()).toList());
  }

  /** The findings of a tenant; of the whole cluster for one without a name. */
  private List<LocatedFinding> findingsOf(String ofTenant) {
    if (findings == null) {
      findings =
          facts.get().analysis().findings().stream()
              .collect(Collectors.groupingBy(f -> f.finding().tenant().orElse("")));
    }
    return findings.getOrDefault(ofTenant, List.of());
  }

  /** What can be done about an item of a tenant's checklist that is violated. */
  List<FixOffer> offers(ItemResult item, String ofTenant) {
    return item.state() == ItemState.VIOLATED ? Offers.of(item, found(ofTenant)) : List.of();
  }

  /** What can be done about one thing that the chosen cell rests on. */
  List<FixOffer> offers(Evidence evidence) {
    return Offers.of(evidence, found(String.valueOf(tenant.get())));
  }

  private FoundAt found(String ofTenant) {
    return foundOf.computeIfAbsent(ofTenant, of -> new FoundAt(findingsOf(of), findingsOf("")));
  }

  /** How many of the findings that a row rests on are accepted. */
  int accepted(String ofTenant, List<Evidence> evidence) {
    if (acceptedOf(ofTenant).isEmpty() && acceptedOf("").isEmpty()) {
      return 0;
    }
    return acceptedAt
        .computeIfAbsent(ofTenant, of -> new FoundAt(acceptedOf(of), acceptedOf("")))
        .of(evidence)
        .size();
  }

  /** What decided the level of a row of a tenant, and how much of it is accepted. */
  String deciding(String ofTenant, RiskRow of) {
    String words = HeatRow.deciding(of);
    int count = accepted(ofTenant, of.evidence());
    if (count == 0) {
      return words;
    }
    return (words.isEmpty() ? "" : words + ", ") + "%,d accepted".formatted(count);
  }

  private List<LocatedFinding> acceptedOf(String ofTenant) {
    Map<String, List<LocatedFinding>> known = accepted;
    if (known == null) {
      known =
          facts.get().analysis().findings().stream()
              .filter(f -> f.accepted().isPresent())
              .collect(Collectors.groupingBy(f -> f.finding().tenant().orElse("")));
      accepted = known;
    }
    return known.getOrDefault(ofTenant, List.of());
  }

  /** Whether an item of the checklist rests on the same controls as the chosen cell. */
  boolean isLit(ItemResult item) {
    return chosenCell().stream()
        .flatMap(cell -> cell.evidence().stream())
        .flatMap(e -> e.control().stream())
        .anyMatch(item.controls()::contains);
  }

  /** Whether somebody looks; else nothing is drawn. */
  public BooleanProperty onShowProperty() {
    return onShow;
  }

  /** The version that trends are held against. */
  public ObjectProperty<Since> sinceProperty() {
    return since;
  }

  private void forgetChanges() {
    moved = null;
    changes = null;
  }

  /** The rows of the table that are at another level than before. */
  List<RiskChange> moved() {
    List<RiskChange> known = moved;
    if (known == null) {
      List<String> shown = rows().stream().map(HeatRow::id).toList();
      known =
          Stream.concat(
                  changes().stream().filter(c -> shown.contains(c.row())),
                  HeatRow.agentsMoved(since.get().levels(), tenants()).stream())
              .toList();
      moved = known;
    }
    return known;
  }

  /** The rows that are at another level than before, be they in the table or not. */
  List<RiskChange> changes() {
    List<RiskChange> known = changes;
    if (known == null) {
      known = RiskChanges.since(since.get().levels(), tenants());
      changes = known;
    }
    return known;
  }

  /** What became of a cell since then; empty where it is as it was. */
  Optional<RiskChange> movedOf(String ofTenant, String rowId) {
    return moved().stream()
        .filter(c -> c.tenant().equals(ofTenant) && c.row().equals(rowId))
        .findFirst();
  }

  /** Looks at a cell. */
  void choose(String ofTenant, String rowId) {
    tenant.set(ofTenant);
    row.set(rowId);
  }

  /** The tenant that is looked at; empty where it is none of the table's. */
  Optional<TenantRisk> chosenTenant() {
    String name = tenant.get();
    return name == null ? Optional.empty() : facts.get().risk(name);
  }

  /** What the chosen cell holds. */
  Optional<RiskRow> chosenCell() {
    return chosenTenant()
        .flatMap(t ->
            rows().stream()
                .filter(r -> r.id().equals(row.get()))
                .findFirst()
                .flatMap(r -> r.cell().apply(t)));
  }

  /** Whether a level keeps its colour. */
  boolean isLit(ResidualLevel level) {
    return filter.get() == null || filter.get() == level;
  }

  /** Keeps only cells of a level lit, or all again. */
  void toggle(ResidualLevel level) {
    filter.set(Objects.equals(filter.get(), level) ? null : level);
  }

  /** How many cells of all tenants have a level. */
  int cells(ResidualLevel level) {
    return (int) allCells().filter(c -> c.level() == level).count();
  }

  /** How many cells there are. */
  int cells() {
    return (int) allCells().count();
  }

  /** How many of a tenant's cells are open, of how many: “5 of 10”, as the cells are counted. */
  String openOf(TenantRisk of) {
    List<RiskRow> cells = rows.stream().flatMap(r -> r.cell().apply(of).stream()).toList();
    long open = cells.stream().filter(c -> c.level() == ResidualLevel.OPEN).count();
    return "%,d of %,d".formatted(open, cells.size());
  }

  private Stream<RiskRow> allCells() {
    return rows.stream().flatMap(r -> tenants.stream().map(r.cell())).flatMap(Optional::stream);
  }
}
