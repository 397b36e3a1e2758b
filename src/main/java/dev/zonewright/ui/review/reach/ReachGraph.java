package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;

/**
 * A picture of the table: the workload in its tenant on one side, what it reaches on the other, a
 * curve to each. Screen readers get the table.
 */
final class ReachGraph extends Pane {
  private static final double GAP = 8;
  private static final double LEGEND = 96;
  private static final double WIDE = 450;
  private static final double BOX = 0.48;
  private static final double NARROW_BOX = 0.44;
  private static final double SOURCE = 0.78;
  private static final double EDGE = 12;
  private static final double LEAST = 120;
  private static final double MIDDLE = 228;
  private static final double MARK = 0.66;
  private static final double KEY = 30;
  private static final double AROUND = 16;
  private static final double FURTHER = 7;

  private final ReachModel model;
  private final Region legend = legend();
  private final List<GraphCard> cards = new ArrayList<>();
  private final List<GraphCurve> across = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<GraphCard> own = new ArrayList<>();

  /**
   * A curve within the card of the own tenant.
   *
   * @param part of the card, from 0
   */
  private record Loop(GraphCurve curve, int part) {}

  ReachGraph(ReachModel model) {
    this.model = model;
    setId("reach-graph");
    getStyleClass().add("reach-graph");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Picture of the table");
    setAccessibleHelp("The table says the same in words");
    model.answersProperty().subscribe(_ -> fill());
    model.onlyProperty().addListener((_, _, _) -> fill());
    model.selectedProperty().addListener((_, _, _) -> mark());
  }

  private void fill() {
    cards.clear();
    across.clear();
    loops.clear();
    own.clear();
    ReachModel.Answers answers = model.answersProperty().get();
    answers.pod().ifPresent(pod -> fill(answers, pod));
    getChildren().setAll(legend);
    getChildren().addAll(across);
    loops.forEach(loop -> getChildren().add(loop.curve()));
    getChildren().addAll(own);
    getChildren().addAll(cards);
    mark();
    requestLayout();
  }

  private void fill(ReachModel.Answers answers, NetworkPod pod) {
    List<ReachRow> shown = model.shown();
    for (GraphEnd end : GraphEnd.others(answers, pod, shown)) {
      cards.add(new GraphCard(end, false, model.selectedProperty()::set));
      GraphEnd.worst(end.rows()).ifPresent(row -> across.add(new GraphCurve(row)));
    }
    GraphEnd source = GraphEnd.own(answers, pod, shown);
    own.add(new GraphCard(source, true, model.selectedProperty()::set));
    for (int i = 1; i < source.parts().size(); i++) {
      int part = i;
      GraphEnd.worst(source.parts().get(i).rows())
          .ifPresent(row -> loops.add(new Loop(new GraphCurve(row), part)));
    }
  }

  private void mark() {
    cards.forEach(card -> card.choose(model.selectedProperty().get()));
    own.forEach(card -> card.choose(model.selectedProperty().get()));
  }

  private boolean out() {
    return model.answersProperty().get().way() == ReachModel.Way.REACHES;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private static double ofEnds(double width) {
    // where there is little room the curves get more of it
    return Math.rint(Math.max(LEAST, width * (width < WIDE ? NARROW_BOX : BOX) - EDGE));
  }

  private static double ofOwn(double width) {
    return Math.rint(ofEnds(width) * SOURCE);
  }

  /** Where there is room the key stands beside the ends, above the workload. */
  private static double top(double width) {
    return width < WIDE ? LEGEND : EDGE;
  }

  @Override
  protected double computeMinHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    double ends = top(wide);
    for (GraphCard card : cards) {
      ends += card.prefHeight(ofEnds(wide)) + GAP;
    }
    double source = LEGEND;
    for (GraphCard card : own) {
      source += card.prefHeight(ofOwn(wide)) + GAP;
    }
    return Math.max(ends, source);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double ofEnds = ofEnds(width);
    double ofOwn = ofOwn(width);
    boolean out = out();
    legend.autosize();
    legend.relocate(out || width < WIDE ? 0 : width - legend.getWidth(), 0);
    double endX = out ? width - ofEnds - EDGE : EDGE;
    double ownX = out ? EDGE : width - ofOwn - EDGE;
    double y = top(width);
    for (GraphCard card : cards) {
      double height = card.prefHeight(ofEnds);
      card.resizeRelocate(endX, y, ofEnds, height);
      y += height + GAP;
    }
    double middle = Math.min((top(width) + y) / 2, MIDDLE);
    for (GraphCard card : own) {
      double height = card.prefHeight(ofOwn);
      double at = Math.rint(Math.max(LEGEND, middle - height / 2));
      card.resizeRelocate(ownX, at, ofOwn, height);
      card.layout();
      curves(card, out ? ownX + ofOwn : ownX, out ? endX : endX + ofEnds);
    }
  }

  private void curves(GraphCard source, double ownEdge, double endEdge) {
    boolean out = out();
    double from = source.middleOf(0);
    for (int i = 0; i < across.size(); i++) {
      GraphCard card = cards.get(i);
      double to = card.getLayoutY() + card.getHeight() / 2;
      // the marks stand nearer to the ends, where the curves are apart
      if (out) {
        across.get(i).across(ownEdge, from, endEdge, to, MARK);
      } else {
        across.get(i).across(endEdge, to, ownEdge, from, 1 - MARK);
      }
    }
    int further = 0;
    for (Loop loop : loops) {
      double far = AROUND + FURTHER * further;
      double at = source.middleOf(loop.part());
      loop.curve().around(ownEdge, out ? from : at, out ? at : from, out ? far : -far);
      further++;
    }
  }

  private static Region legend() {
    VBox legend =
        new VBox(
            key("bad", "allowed, must be denied"),
            key("allowed", "allowed"),
            key("denied", "denied or not opened"),
            key("unknown", "undetermined"));
    legend.getStyleClass().add("graph-legend");
    return legend;
  }

  private static Node key(String tone, String words) {
    CubicCurve line = new CubicCurve(0, 0, 10, 0, 20, 0, KEY - 2, 0);
    line.getStyleClass().addAll("graph-curve", tone);
    Group sign = new Group(line);
    GraphCurve.end(tone)
        .ifPresent(end -> {
          end.setTranslateX(KEY);
          sign.getChildren().add(end);
        });
    Label label = Widgets.label(words, "muted");
    label.setGraphic(sign);
    return label;
  }
}
