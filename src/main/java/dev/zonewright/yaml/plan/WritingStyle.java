package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * How a document is written, so that what is added looks like its neighbours.
 *
 * @param step by how many columns a nested mapping is indented
 * @param listOffset by how many columns a list's dashes are indented below its key
 * @param json whether the surroundings are JSON: keys and strings in double quotes
 */
public record WritingStyle(int step, int listOffset, boolean json) {
  private static final int USUAL_STEP = 2;

  /** The style around the end of a route. */
  public static WritingStyle around(Layout layout, YamlNode root, Route route) {
    int step = firstStep(layout, root, false);
    int list = firstStep(layout, root, true);
    return new WritingStyle(
        step < 1 ? USUAL_STEP : step,
        list < 0 ? (step < 1 ? USUAL_STEP : step) : list,
        isJson(layout, route));
  }

  /**
   * How a string is best quoted at the end of a route: as the one that it replaces, else as its
   * neighbours in a flow mapping, else not at all.
   */
  public static YamlScalar.Style strings(Route route) {
    if (route.isComplete()
        && route.node() instanceof YamlScalar old
        && (old.style() == YamlScalar.Style.SINGLE_QUOTED
            || old.style() == YamlScalar.Style.DOUBLE_QUOTED)) {
      return old.style();
    }
    YamlNode around =
        route.node() instanceof YamlMapping || route.isRoot()
            ? route.node()
            : route.lastStep().container();
    boolean quoted =
        around instanceof YamlMapping mapping
            && mapping.flow()
            && mapping.entries().stream()
                .anyMatch(e ->
                    e.value() instanceof YamlScalar value
                        && value.style() == YamlScalar.Style.DOUBLE_QUOTED);
    return quoted ? YamlScalar.Style.DOUBLE_QUOTED : YamlScalar.Style.PLAIN;
  }

  /** The indentation of the first nested block found below a block mapping's key; -1 for none. */
  private static int firstStep(Layout layout, YamlNode node, boolean lists) {
    switch (node) {
      case YamlMapping mapping when !mapping.flow() -> {
        for (YamlEntry entry : mapping.entries()) {
          YamlNode value = entry.value();
          boolean fits =
              lists
                  ? value instanceof YamlSequence sequence && !sequence.flow()
                  : value instanceof YamlMapping nested && !nested.flow();
          int found =
              fits
                  ? layout.column(value.start()) - layout.column(entry.start())
                  : firstStep(layout, value, lists);
          if (found >= 0) {
            return found;
          }
        }
      }
      case YamlSequence sequence when !sequence.flow() -> {
        for (YamlItem item : sequence.items()) {
          int found = firstStep(layout, item.value(), lists);
          if (found >= 0) {
            return found;
          }
        }
      }
      default -> {
        // flow collections and scalars show no indentation
      }
    }
    return -1;
  }

  /** The nearest mapping with keys tells: JSON puts all of them in double quotes. */
  private static boolean isJson(Layout layout, Route route) {
    Boolean here = quotedKeys(route.node());
    if (here != null) {
      return here;
    }
    for (Route.Step step : route.steps().reversed()) {
      Boolean above = quotedKeys(step.container());
      if (above != null) {
        return above;
      }
    }
    // a document that is nothing but {} or [] may be JSON, and quotes are right in both
    YamlNode outermost = route.isRoot() ? route.node() : route.steps().getFirst().container();
    int start = outermost.start();
    return start < layout.length()
        && (layout.text().charAt(start) == '{' || layout.text().charAt(start) == '[');
  }

  private static @Nullable Boolean quotedKeys(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      return null;
    }
    if (!mapping.flow()) {
      return false;
    }
    return mapping.entries().isEmpty()
        ? null
        : mapping.entries().stream()
            .allMatch(e ->
                e.key() instanceof YamlScalar key && key.style() == YamlScalar.Style.DOUBLE_QUOTED);
  }
}
