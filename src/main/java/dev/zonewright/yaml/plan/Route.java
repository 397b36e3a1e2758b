package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes from a document's root to the place that an edit names.
 *
 * @param steps the containers on the way, each with the part taken
 * @param node the deepest node that is there
 * @param missing what of the path is not there below it
 * @param inherited the entry that gives the missing key its value through {@code <<}
 */
public record Route(
    List<Step> steps,
    YamlNode node,
    List<YamlPath.Segment> missing,
    @Nullable YamlEntry inherited) {

  /** One container and the number of the part that the way goes into. */
  public record Step(YamlNode container, int part) {
    YamlNode child() {
      return switch (container) {
        case YamlMapping mapping -> mapping.entries().get(part).value();
        case YamlSequence sequence -> sequence.items().get(part).value();
        case YamlScalar _, YamlAlias _ -> throw new IllegalStateException();
      };
    }
  }

  public boolean isComplete() {
    return missing.isEmpty();
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  public Step lastStep() {
    return steps.getLast();
  }

  /** The entry that holds the node; null when a list or nothing does. */
  public @Nullable YamlEntry entry() {
    return !steps.isEmpty() && lastStep().container() instanceof YamlMapping mapping
        ? mapping.entries().get(lastStep().part())
        : null;
  }

  @Nullable YamlItem item() {
    return !steps.isEmpty() && lastStep().container() instanceof YamlSequence sequence
        ? sequence.items().get(lastStep().part())
        : null;
  }

  /** The way to an entry above that has the same key, and so has no effect; null without one. */
  public @Nullable Route earlier() {
    if (steps.isEmpty() || !(lastStep().container() instanceof YamlMapping mapping)) {
      return null;
    }
    String key = mapping.entries().get(lastStep().part()).name();
    for (int i = 0; i < lastStep().part(); i++) {
      if (mapping.entries().get(i).isNamed(key)) {
        List<Step> way = new ArrayList<>(steps.subList(0, steps.size() - 1));
        way.add(new Step(mapping, i));
        return new Route(way, way.getLast().child(), List.of(), null);
      }
    }
    return null;
  }

  /** The way to the container of the last step. */
  public Route parent() {
    return new Route(steps.subList(0, steps.size() - 1), lastStep().container(), List.of(), null);
  }

  /** Whether the node stands inside braces or brackets, where line breaks mean nothing. */
  boolean inFlow() {
    return !steps.isEmpty() && Container.isFlow(lastStep().container());
  }

  /**
   * Follows a path as far as there is something.
   *
   * @throws EditRefusal when it leads through an alias or a merge, into another shape, or to a list
   *     item that is not there
   */
  public static Route follow(YamlDocument document, YamlPath path) {
    YamlNode node =
        document.root().orElseThrow(() -> new EditRefusal("the document holds nothing to edit"));
    List<Step> steps = new ArrayList<>();
    List<YamlPath.Segment> segments = path.segments();
    for (int i = 0; i < segments.size(); i++) {
      if (node instanceof YamlAlias alias) {
        throw AliasGuard.through(document, first(path, i), alias.target());
      }
      int part = -1;
      switch (segments.get(i)) {
        case YamlPath.Key(String name) -> {
          if (isNull(node)) {
            return new Route(steps, node, behind(path, i), null);
          }
          YamlMapping mapping = mapping(node, path, i);
          part = DuplicateKeys.last(mapping, name);
          if (part < 0) {
            YamlEntry inherited = mapping.effective(name);
            if (inherited != null && i + 1 < segments.size()) {
              throw AliasGuard.merged(document, first(path, i + 1), mapping);
            }
            return new Route(steps, node, behind(path, i), inherited);
          }
          if (!mapping.entries().get(part).equals(mapping.effective(name))) {
            throw new EditRefusal(
                named(first(path, i + 1))
                    + " is overridden by a << further down; change it by hand");
          }
        }
        case YamlPath.Index(int index) -> {
          if (!(node instanceof YamlSequence sequence) || index >= sequence.items().size()) {
            return new Route(steps, node, behind(path, i), null);
          }
          part = index;
        }
      }
      Step step = new Step(node, part);
      steps.add(step);
      node = step.child();
    }
    return new Route(steps, node, List.of(), null);
  }

  private static YamlPath first(YamlPath path, int steps) {
    return new YamlPath(path.segments().subList(0, steps));
  }

  private static List<YamlPath.Segment> behind(YamlPath path, int steps) {
    return path.segments().subList(steps, path.segments().size());
  }

  private static YamlMapping mapping(YamlNode node, YamlPath path, int steps) {
    if (node instanceof YamlMapping mapping) {
      return mapping;
    }
    String shape = node instanceof YamlSequence ? "a list" : "a single value";
    throw new EditRefusal(
        named(first(path, steps)) + " is " + shape + ", where a mapping is expected");
  }

  public static String named(YamlPath path) {
    return path.isRoot() ? "the document" : "“" + path + "”";
  }

  public static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.resolve() instanceof ScalarValue.Null;
  }
}
