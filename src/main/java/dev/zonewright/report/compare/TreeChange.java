package dev.zonewright.report.compare;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place at which an object is not as it was.
 *
 * @param before the place in the object as it was; nothing stands there where it came
 * @param after the place in the object as it is; nothing stands there where it went
 */
record TreeChange(YamlCursor before, YamlCursor after) {
  private static final int SHOWN = 48;

  /** All of an object, the smallest that can be named, in the order of the text. */
  static List<TreeChange> between(YamlCursor before, YamlCursor after) {
    List<TreeChange> out = new ArrayList<>();
    compare(before, after, out);
    return out;
  }

  private static void compare(YamlCursor was, YamlCursor is, List<TreeChange> out) {
    if (was.isMapping() && is.isMapping()) {
      for (YamlCursor entry : is.entries()) {
        step(was.get(entry.key()), entry, out);
      }
      for (YamlCursor entry : was.entries()) {
        if (!is.get(entry.key()).exists()) {
          step(entry, is.get(entry.key()), out);
        }
      }
    } else if (was.isSequence() && is.isSequence()) {
      items(was, is, out);
    } else if (!sameScalar(was, is)) {
      out.add(new TreeChange(was, is));
    }
  }

  private static void step(YamlCursor was, YamlCursor is, List<TreeChange> out) {
    if (was.exists() && is.exists()) {
      compare(was, is, out);
    } else {
      out.add(new TreeChange(was, is));
    }
  }

  private static boolean sameScalar(YamlCursor was, YamlCursor is) {
    boolean both = !was.isMapping() && !was.isSequence() && !is.isMapping() && !is.isSequence();
    return both && was.raw().equals(is.raw());
  }

  /** Items of one name are the same; without names, those of one text, then those left in order. */
  private static void items(YamlCursor was, YamlCursor is, List<TreeChange> out) {
    List<YamlCursor> gone = new ArrayList<>(was.items());
    List<YamlCursor> come = new ArrayList<>(is.items());
    match(gone, come, TreeChange::text, out);
    match(gone, come, item -> item.get("name").raw(), out);
    boolean named =
        gone.stream().anyMatch(i -> i.get("name").isSet())
            && come.stream().anyMatch(i -> i.get("name").isSet());
    while (!named && !gone.isEmpty() && !come.isEmpty()) {
      compare(gone.removeFirst(), come.removeFirst(), out);
    }
    come.forEach(item -> out.add(new TreeChange(was.at(was.items().size()), item)));
    gone.forEach(item -> out.add(new TreeChange(item, is.at(is.items().size()))));
  }

  private static void match(
      List<YamlCursor> gone,
      List<YamlCursor> come,
      Function<YamlCursor, String> by,
      List<TreeChange> out) {
    Map<String, YamlCursor> waiting = new HashMap<>();
    gone.forEach(item -> waiting.putIfAbsent(by.apply(item), item));
    Map<YamlCursor, YamlCursor> found = new LinkedHashMap<>();
    for (YamlCursor item : come) {
      YamlCursor other = by.apply(item).isEmpty() ? null : waiting.remove(by.apply(item));
      if (other != null) {
        found.put(item, other);
      }
    }
    found.forEach((item, other) -> {
      come.remove(item);
      gone.remove(other);
      compare(other, item, out);
    });
  }

  /** The same for the same content, however it is written. */
  private static String text(YamlCursor at) {
    StringBuilder out = new StringBuilder();
    at.entries().forEach(e -> out.append(e.key()).append('\1').append(text(e)).append('\2'));
    at.items().forEach(i -> out.append('\3').append(text(i)));
    return at.isScalar() ? at.raw() : out.toString();
  }

  /** Where the change shows in the object as it is: what came, or what held that which went. */
  YamlCursor shown() {
    YamlCursor at = after;
    Optional<YamlCursor> up = at.parent();
    while (!at.exists() && up.isPresent()) {
      at = up.get();
      up = at.parent();
    }
    return at;
  }

  /** The path in the version that holds it. */
  String path() {
    return Side.withoutPositions((after.exists() ? after : before).path().toString());
  }

  /** In a few words: {@code cidr: 10.20.0.0/16 became 0.0.0.0/0}. */
  String words() {
    String name = name(after.exists() ? after : before);
    if (before.exists() && after.exists()) {
      String from = value(before);
      String to = value(after);
      boolean sayable = !from.isEmpty() && !to.isEmpty() && !from.equals(to);
      return sayable ? "%s: %s became %s".formatted(name, from, to) : name + " changed";
    }
    YamlCursor there = after.exists() ? after : before;
    String value = value(there);
    String what = value.isEmpty() ? name : list(there) + value;
    return what + (after.exists() ? " added" : " removed");
  }

  private static String list(YamlCursor at) {
    String key = at.isItem() ? at.parent().map(YamlCursor::key).orElse("") : at.key();
    return key + ": ";
  }

  private static String name(YamlCursor at) {
    if (!at.isItem()) {
      return at.key();
    }
    String own = at.get("name").raw();
    String list = at.parent().map(YamlCursor::key).orElse("");
    return own.isEmpty() ? "item of " + list : list + " " + own;
  }

  /** A scalar, masked; empty for what cannot be said in a few words. */
  private static String value(YamlCursor at) {
    String value = at.isScalar() ? Masked.valueOf(at) : "";
    return value.length() > SHOWN || value.indexOf('\n') >= 0 ? "" : value;
  }
}
