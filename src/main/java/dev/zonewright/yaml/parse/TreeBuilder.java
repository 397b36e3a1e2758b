package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.NodeProperties;
import dev.zonewright.yaml.Spans;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.YamlParser.YamlProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree from the parser's events; keeps its own stack, so that nesting cannot overflow
 * it.
 */
final class TreeBuilder {
  private final String text;
  private final Spans spans;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private @Nullable YamlNode root;
  private @Nullable YamlScalar lastScalar;
  private boolean aliased;

  TreeBuilder(String text) {
    this.text = text;
    this.spans = new Spans(text);
  }

  /** A collection whose end has not come yet. */
  private static final class Open {
    final boolean mapping;
    final boolean flow;
    final int start;
    final @Nullable NodeProperties properties;
    final List<YamlNode> children = new ArrayList<>();

    Open(boolean mapping, boolean flow, int start, @Nullable NodeProperties properties) {
      this.mapping = mapping;
      this.flow = flow;
      this.start = start;
      this.properties = properties;
    }
  }

  @Nullable YamlNode root() {
    return root;
  }

  boolean hasAliases() {
    return aliased;
  }

  /** The innermost bracket or brace that is open still; -1 when none is. */
  int openBracket() {
    for (Open collection : open) {
      if (collection.flow && "[{".indexOf(text.charAt(collection.start)) >= 0) {
        return collection.start;
      }
    }
    return -1;
  }

  /** Where the last scalar begins, if it is one in quotes over several lines; else -1. */
  int longQuote() {
    YamlScalar last = lastScalar;
    return last != null
            && (last.style() == YamlScalar.Style.SINGLE_QUOTED
                || last.style() == YamlScalar.Style.DOUBLE_QUOTED)
            && text.substring(last.start(), last.end()).indexOf('\n') >= 0
        ? last.start()
        : -1;
  }

  void accept(Event event, int start, int end) {
    switch (event.getEventId()) {
      case Scalar -> add(scalar((ScalarEvent) event, start, end));
      case Alias -> add(alias((AliasEvent) event, start, end));
      case MappingStart -> push((CollectionStartEvent) event, true, start);
      case SequenceStart -> push((CollectionStartEvent) event, false, start);
      case MappingEnd, SequenceEnd -> pop(end);
      default -> {
        // stream and document marks carry no node
      }
    }
  }

  private void push(CollectionStartEvent event, boolean mapping, int start) {
    if (open.size() >= YamlParser.MAX_DEPTH) {
      throw new YamlProblemException(
          new YamlProblem(
              YamlProblem.Kind.LIMIT,
              start,
              "nested deeper than " + YamlParser.MAX_DEPTH + " levels",
              "No manifest needs this; check where the file comes from."));
    }
    NodeProperties properties = properties(event, event.getTag(), start);
    int content = properties == null ? start : spans.afterProperties(start, text.length());
    open.push(new Open(mapping, event.isFlow(), content, properties));
  }

  private void pop(int end) {
    Open done = open.pop();
    YamlNode node = done.mapping ? mapping(done, end) : sequence(done, end);
    String anchor = node.anchor();
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    add(node);
  }

  private YamlMapping mapping(Open done, int end) {
    List<YamlEntry> entries = new ArrayList<>(done.children.size() / 2);
    int after = done.start;
    for (int i = 0; i + 1 < done.children.size(); i += 2) {
      YamlNode key = done.children.get(i);
      YamlNode value = done.children.get(i + 1);
      int colon = spans.colonAfter(key.end());
      boolean explicit = spans.isExplicitKey(key.outerStart(), after);
      YamlEntry entry = new YamlEntry(key, value, colon, explicit);
      entries.add(entry);
      after = entry.end();
    }
    int start = done.start;
    int last = end;
    if (!done.flow && !entries.isEmpty()) {
      start = entries.getFirst().start();
      last = entries.getLast().end();
    }
    return new YamlMapping(
        start, Math.max(start, last), done.properties, done.flow, List.copyOf(entries));
  }

  private YamlSequence sequence(Open done, int end) {
    List<YamlItem> items = new ArrayList<>(done.children.size());
    int column = done.flow ? -1 : spans.column(done.start);
    int after = done.start;
    for (YamlNode child : done.children) {
      int dash = done.flow ? -1 : spans.dashBefore(child.outerStart(), column, after);
      YamlItem item = new YamlItem(dash, child);
      items.add(item);
      after = item.end();
    }
    int last = end;
    if (!done.flow && !items.isEmpty()) {
      last = items.getLast().end();
    }
    return new YamlSequence(
        done.start, Math.max(done.start, last), done.properties, done.flow, List.copyOf(items));
  }

  private YamlScalar scalar(ScalarEvent event, int start, int end) {
    NodeProperties properties = properties(event, event.getTag(), start);
    int content = properties == null ? start : spans.afterProperties(start, end);
    YamlScalar.Style style =
        switch (event.getScalarStyle()) {
          case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlScalar.Style.DOUBLE_QUOTED;
          case LITERAL -> YamlScalar.Style.LITERAL;
          case FOLDED -> YamlScalar.Style.FOLDED;
          case PLAIN -> YamlScalar.Style.PLAIN;
        };
    int last = style.isBlock() ? spans.endOfBlockScalar(content, end) : end;
    String value = event.getValue();
    if (value.length() < 40) {
      // the same few words make up most of a manifest
      String known = keys.putIfAbsent(value, value);
      value = known == null ? value : known;
    }
    YamlScalar scalar = new YamlScalar(content, Math.max(content, last), properties, style, value);
    if (properties != null && properties.anchor() != null) {
      anchors.put(properties.anchor(), scalar);
    }
    lastScalar = scalar;
    return scalar;
  }

  private YamlAlias alias(AliasEvent event, int start, int end) {
    aliased = true;
    String name = event.getAlias().getValue();
    YamlNode target = anchors.get(name);
    if (target == null) {
      boolean around =
          open.stream().anyMatch(o -> o.properties != null && name.equals(o.properties.anchor()));
      throw new YamlProblemException(
          new YamlProblem(
              around ? YamlProblem.Kind.LIMIT : YamlProblem.Kind.SYNTAX,
              start,
              around
                  ? "the anchor “" + name + "” contains itself"
                  : "the alias *" + name + " has no anchor &" + name + " before it",
              "Define the anchor earlier in the same document, or write the value out."));
    }
    return new YamlAlias(start, end, name, target);
  }

  private static @Nullable NodeProperties properties(
      NodeEvent event, Optional<String> tag, int start) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isEmpty() && tag.isEmpty()) {
      return null;
    }
    return new NodeProperties(start, anchor.map(Anchor::getValue).orElse(null), tag.orElse(null));
  }

  private void add(YamlNode node) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
    } else {
      parent.children.add(node);
    }
  }
}
