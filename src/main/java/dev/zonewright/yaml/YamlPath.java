package dev.zonewright.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a document's root to a node: keys and list positions. */
public record YamlPath(List<Segment> segments) {
  public static final YamlPath ROOT = new YamlPath(List.of());

  public YamlPath {
    segments = List.copyOf(segments);
  }

  // written out: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof YamlPath path && segments.equals(path.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  /** One step. */
  public sealed interface Segment {}

  /** Into the value of a key. */
  public record Key(String name) implements Segment {
    // written out, as for all records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** Into a list item, counted from 0. */
  public record Index(int index) implements Segment {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Index at && index == at.index;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  public static YamlPath of(Object... steps) {
    List<Segment> segments = new ArrayList<>();
    for (Object step : steps) {
      segments.add(step instanceof Integer i ? new Index(i) : new Key((String) step));
    }
    return new YamlPath(segments);
  }

  public YamlPath key(String name) {
    return with(new Key(name));
  }

  public YamlPath index(int index) {
    return with(new Index(index));
  }

  private YamlPath with(Segment segment) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new YamlPath(longer);
  }

  public boolean isRoot() {
    return segments.isEmpty();
  }

  public Segment last() {
    return segments.getLast();
  }

  public YamlPath parent() {
    return new YamlPath(segments.subList(0, segments.size() - 1));
  }

  public boolean startsWith(YamlPath prefix) {
    return segments.size() >= prefix.segments.size()
        && segments.subList(0, prefix.segments.size()).equals(prefix.segments);
  }

  /**
   * Orders paths by how people write them. Only from where they part are they written out: of
   * thousands of places that share their text, as aliases of one do, each is compared with many.
   */
  public int compareAsWritten(YamlPath other) {
    int same = 0;
    int shorter = Math.min(segments.size(), other.segments.size());
    while (same < shorter && segments.get(same).equals(other.segments.get(same))) {
      same++;
    }
    if (same < shorter
        && segments.get(same) instanceof Index(int own)
        && other.segments.get(same) instanceof Index(int its)) {
      // the bracket behind the number is part of what is compared
      return (own + "]").compareTo(its + "]");
    }
    return written(same).compareTo(other.written(same));
  }

  /** As people write it: {@code spec.containers[0].securityContext}, odd keys in {@code ['…']}. */
  @Override
  public String toString() {
    return written(0);
  }

  private String written(int from) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment instanceof Index(int index)) {
        out.append('[').append(index).append(']');
      } else if (segment instanceof Key(String name)) {
        if (isSimple(name)) {
          out.append(i == 0 ? "" : ".").append(name);
        } else {
          out.append("['").append(name.replace("'", "\\'")).append("']");
        }
      }
    }
    return out.toString();
  }

  private static boolean isSimple(String name) {
    if (name.isEmpty()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '$') {
        return false;
      }
    }
    return true;
  }
}
