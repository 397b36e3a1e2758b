package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.FlowTabs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;

/** Documents as the engine's loader sees them: maps, lists and values, aliases written out. */
final class PlainData {
  private PlainData() {}

  /** Checks that the text after is the text before with the edit, keys in their order. */
  static void check(ProbeEdit edit, String before, String after) {
    Holder expected = new Holder(load(before));
    Holder actual = new Holder(load(after));
    switch (edit.kind()) {
      case SET_SCALAR, SET_BOOL, SET_EMPTY, REPLACE_LIST ->
          expected.put(edit.path(), plain(edit.value()));
      case INSERT_SCALAR, INSERT_NESTED -> {
        assertThat(actual.remove(edit.path())).isEqualTo(plain(edit.value()));
      }
      case REMOVE_ENTRY, REMOVE_ITEM -> expected.remove(edit.path());
      case ADD_STRING, ADD_MAPPING -> expected.add(edit.path(), plain(edit.value()));
    }
    assertThat(String.valueOf(actual.root)).isEqualTo(String.valueOf(expected.root));
  }

  /** Whether the loader knows every tag of the document. */
  static boolean canLoad(String text) {
    try {
      load(text);
      return true;
    } catch (ConstructorException _) {
      return false;
    }
  }

  private static Object load(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setAllowRecursiveKeys(true)
            .setMaxAliasesForCollections(100_000)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    Object root = new Load(settings).loadFromString(FlowTabs.asSpaces(text));
    return copy(root);
  }

  /** Every place gets its own copy, as in the tree that Kubernetes sees. */
  private static Object copy(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<Object, Object> out = new LinkedHashMap<>();
        map.forEach((key, value) -> out.put(key, value == null ? "␀" : copy(value)));
        yield out;
      }
      case List<?> list -> {
        List<Object> out = new ArrayList<>();
        list.forEach(item -> out.add(item == null ? "␀" : copy(item)));
        yield out;
      }
      case null -> "␀";
      default -> node;
    };
  }

  private static Object plain(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) -> text;
      case YamlValue.Bool(boolean bool) -> bool;
      case YamlValue.Whole(long whole) -> whole;
      case YamlValue.Day(LocalDate day) -> day.toString();
      case YamlValue.Mapping(Map<String, YamlValue> entries) -> {
        Map<Object, Object> out = new LinkedHashMap<>();
        entries.forEach((key, entry) -> out.put(key, plain(entry)));
        yield out;
      }
      case YamlValue.Items(List<YamlValue> items) -> {
        List<Object> out = new ArrayList<>();
        items.forEach(item -> out.add(plain(item)));
        yield out;
      }
    };
  }

  /** A root that can be exchanged. */
  @SuppressWarnings("unchecked")
  private static final class Holder {
    private Object root;

    Holder(Object root) {
      this.root = root;
    }

    private Object at(YamlPath path) {
      Object node = root;
      for (YamlPath.Segment segment : path.segments()) {
        Object child =
            switch (segment) {
              case YamlPath.Key(String name) -> ((Map<Object, Object>) node).get(key(node, name));
              case YamlPath.Index(int index) -> ((List<Object>) node).get(index);
            };
        node = Objects.requireNonNull(child, path::toString);
      }
      return node;
    }

    /** The loader makes numbers and truth values of keys too. */
    private static Object key(Object map, String name) {
      for (Object key : ((Map<Object, Object>) map).keySet()) {
        if (name.equals(String.valueOf(key)) || (key == null && name.equals("null"))) {
          return key;
        }
      }
      return name;
    }

    void put(YamlPath path, Object value) {
      if (path.isRoot()) {
        root = value;
        return;
      }
      Object parent = at(path.parent());
      switch (path.last()) {
        case YamlPath.Key(String name) ->
            ((Map<Object, Object>) parent).put(key(parent, name), value);
        case YamlPath.Index(int index) -> ((List<Object>) parent).set(index, value);
      }
    }

    Object remove(YamlPath path) {
      Object parent = at(path.parent());
      Object gone =
          switch (path.last()) {
            case YamlPath.Key(String name) ->
                ((Map<Object, Object>) parent).remove(key(parent, name));
            case YamlPath.Index(int index) -> ((List<Object>) parent).remove(index);
          };
      return Objects.requireNonNull(gone, path::toString);
    }

    void add(YamlPath path, Object value) {
      ((List<Object>) at(path)).add(value);
    }
  }
}
