package dev.zonewright.ui.risk;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;

/**
 * A picture of who can share nodes with a tenant: its workloads on the left, the other tenants on
 * the right, a curve where the two can meet. A red curve: one of them is not known to run in a
 * zone; a broken grey one: the hardware alone. The same is said in words for screen readers.
 */
final class CoTenantsPicture extends Pane {
  private static final double ROW = 28;
  private static final double GAP = 6;
  private static final double BOX = 0.42;

  private record Box(HBox node, double y, boolean isOwn) {}

  private record Line(CubicCurve curve, double from, double to) {}

  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Consumer<Place> go;

  /**
   * Builds it.
   *
   * @param all those with the same own workload stand together
   */
  CoTenantsPicture(List<CoTenant> all, Consumer<Place> go) {
    this.go = go;
    setId("co-tenants");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(
        "Can share nodes: " + all.stream().map(CoTenant::words).collect(Collectors.joining("; ")));
    double height = 2 * GAP + all.size() * (ROW + GAP);
    setMinHeight(height);
    setPrefHeight(height);
    setMinWidth(0);
    Map<CoTenant.End, List<CoTenant>> groups =
        all.stream()
            .collect(Collectors.groupingBy(CoTenant::own, LinkedHashMap::new, Collectors.toList()));
    double y = GAP;
    for (Map.Entry<CoTenant.End, List<CoTenant>> group : groups.entrySet()) {
      double middle = y + (group.getValue().size() - 1) * (ROW + GAP) / 2;
      String name = group.getKey().object().name();
      boxes.add(new Box(box(group.getKey(), name, "co-tenants-own-"), middle, true));
      for (CoTenant one : group.getValue()) {
        lines.add(new Line(curve(one), middle + ROW / 2, y + ROW / 2));
        String title = one.other() + " · " + one.theirs().object().name();
        boxes.add(new Box(box(one.theirs(), title, "co-tenant-"), y, false));
        y += ROW + GAP;
      }
    }
    lines.forEach(line -> getChildren().add(line.curve()));
    boxes.forEach(box -> getChildren().add(box.node()));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() * BOX;
    double right = getWidth() - width;
    for (Box box : boxes) {
      box.node().resizeRelocate(box.isOwn() ? 0 : right, box.y(), width, ROW);
    }
    double bend = (right - width) / 2;
    for (Line line : lines) {
      CubicCurve curve = line.curve();
      curve.setStartX(width);
      curve.setStartY(line.from());
      curve.setControlX1(width + bend);
      curve.setControlY1(line.from());
      curve.setControlX2(right - bend);
      curve.setControlY2(line.to());
      curve.setEndX(right);
      curve.setEndY(line.to());
    }
  }

  private HBox box(CoTenant.End end, String title, String id) {
    PlaceLink link =
        new PlaceLink(end.place(), title, id + end.object().path(), go)
            .telling(
                at -> title + "\n" + end.words() + "\n" + at,
                at -> "%s, %s: show %s".formatted(title, end.words(), at));
    link.setMinWidth(0);
    HBox box = new HBox(Widgets.hexagon(end.zone() == ZoneState.EDERA), link);
    box.getStyleClass().addAll("graph-box", "co-tenant");
    return box;
  }

  private static CubicCurve curve(CoTenant one) {
    CubicCurve curve = new CubicCurve();
    curve.setManaged(false);
    curve.getStyleClass().addAll("graph-curve", one.sharesKernel() ? "bad" : "hardware");
    return curve;
  }
}
