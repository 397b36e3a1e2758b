package dev.zonewright.ui.risk;

import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.NaturalOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The residual risk of the tenant that is looked at, and which rows just moved. */
public final class RiskModel {
  private final ObservableList<String> tenants = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> tenant = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable TenantRisk> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TenantChecklist> checklist =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<RiskView> view = new SimpleObjectProperty<>(RiskView.RISK);
  private final BooleanProperty openOnly = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper coming = new ReadOnlyBooleanWrapper();
  private final List<Runnable> lookers = new ArrayList<>();
  private List<TenantRisk> all = List.of();
  private Placement placement = Placement.NONE;
  private List<TenantChecklist> checklists = List.of();
  private Map<String, ResidualLevel> movedFrom = Map.of();

  public RiskModel() {
    tenant.addListener((_, _, _) -> refresh());
  }

  /** Takes in new rows of the same files; the tenant stays the same where it is still there. */
  public void show(List<TenantRisk> now) {
    show(now, true);
  }

  /**
   * Takes in new rows.
   *
   * @param sameFiles whether they come from the files of before; with others, nothing has moved
   */
  public void show(List<TenantRisk> now, boolean sameFiles) {
    if (!sameFiles) {
      all = List.of();
      movedFrom = Map.of();
    }
    Map<String, ResidualLevel> moved = moves(all, now);
    if (!moved.isEmpty() || now.isEmpty()) {
      movedFrom = moved;
    }
    all = List.copyOf(now);
    List<String> names = now.stream().map(TenantRisk::tenant).sorted(NaturalOrder.NAMES).toList();
    String next = tenantAmong(now).orElse(null);
    if (!tenants.equals(names)) {
      tenants.setAll(names);
    }
    tenant.set(next);
    refresh();
  }

  /** The tenant that is looked at when these rows come: the same if it is there, else the worst. */
  public Optional<String> tenantAmong(List<TenantRisk> rows) {
    return rows.stream()
        .map(TenantRisk::tenant)
        .filter(name -> name.equals(tenant.get()))
        .findFirst()
        .or(() -> Optional.ofNullable(worst(rows)));
  }

  /** Says whether tenants are still to come. */
  public void awaits(boolean now) {
    coming.set(now);
  }

  ReadOnlyBooleanProperty comingProperty() {
    return coming.getReadOnlyProperty();
  }

  /** Why there is no tenant. */
  String whyNone(String what) {
    return coming.get() ? "Analysing…" : "No tenant yet: " + what;
  }

  public ObservableList<String> tenants() {
    return tenants;
  }

  public ObjectProperty<@Nullable String> tenantProperty() {
    return tenant;
  }

  /** Looks at a tenant, where its risk is known. */
  public void choose(String name) {
    if (tenants.contains(name)) {
      tenant.set(name);
    }
  }

  /** The tenant's risk; null when no tenant is known. */
  public ReadOnlyObjectProperty<@Nullable TenantRisk> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Takes in the checklists that belong to the rows. */
  public void showChecklists(List<TenantChecklist> now) {
    checklists = List.copyOf(now);
    refresh();
  }

  /** Takes in the workloads that the rows are of, and who can share nodes with whom. */
  public void showPlacement(Placement now) {
    placement = now;
  }

  /** Who can share nodes with the tenant, by the tenant's own workload, then by name. */
  List<CoTenant> coTenants() {
    return placement.coTenants(tenant.get());
  }

  /** What the workloads of the tenant run on, in the order of the files. */
  public List<RunsOn> runsOn() {
    return placement.runsOn(tenant.get());
  }

  /** The level of a tenant; empty where it has none. */
  public Optional<ResidualLevel> levelOf(String name) {
    return all.stream().filter(r -> r.tenant().equals(name)).map(TenantRisk::level).findFirst();
  }

  /** What the panel shows of the tenant, or of a control. */
  public ObjectProperty<RiskView> viewProperty() {
    return view;
  }

  /** Whether only rows that are open are shown. */
  public BooleanProperty openOnlyProperty() {
    return openOnly;
  }

  /** Asks for a view, also where the panel is folded. */
  public void look(RiskView at) {
    view.set(at);
    lookers.forEach(Runnable::run);
  }

  /** Hears when somebody asks for a view. */
  public void onLook(Runnable looker) {
    lookers.add(looker);
  }

  /** The tenant's checklist; null when no tenant is known. */
  public ReadOnlyObjectProperty<@Nullable TenantChecklist> checklistProperty() {
    return checklist.getReadOnlyProperty();
  }

  /** The level that a row of the current tenant had before the last change that moved any row. */
  public Optional<ResidualLevel> movedFrom(RiskRow row) {
    TenantRisk risk = current.get();
    return risk == null
        ? Optional.empty()
        : Optional.ofNullable(movedFrom.get(risk.tenant() + "\n" + row.id()));
  }

  private void refresh() {
    String name = tenant.get();
    checklist.set(
        checklists.stream().filter(c -> c.tenant().equals(name)).findFirst().orElse(null));
    current.set(all.stream().filter(r -> r.tenant().equals(name)).findFirst().orElse(null));
  }

  private static @Nullable String worst(List<TenantRisk> risks) {
    TenantRisk worst = null;
    for (TenantRisk risk : risks) {
      if (worst == null || risk.level().compareTo(worst.level()) < 0) {
        worst = risk;
      }
    }
    return worst == null ? null : worst.tenant();
  }

  private static Map<String, ResidualLevel> moves(List<TenantRisk> before, List<TenantRisk> now) {
    Map<String, ResidualLevel> old = new HashMap<>();
    before.forEach(t -> t.rows().forEach(r -> old.put(t.tenant() + "\n" + r.id(), r.level())));
    Map<String, ResidualLevel> moved = new HashMap<>();
    for (TenantRisk risk : now) {
      risk.rows().stream()
          .forEach(row -> {
            String key = risk.tenant() + "\n" + row.id();
            ResidualLevel was = old.get(key);
            if (was != null && was != row.level()) {
              moved.put(key, was);
            }
          });
    }
    return moved;
  }
}
