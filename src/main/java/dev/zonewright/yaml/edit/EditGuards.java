package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.plan.AliasGuard;
import dev.zonewright.yaml.plan.Container;
import dev.zonewright.yaml.plan.EditRefusal;
import dev.zonewright.yaml.plan.Route;
import dev.zonewright.yaml.plan.WrittenValue;

/** What an edit is not made of, whether or not it could be proved. */
final class EditGuards {
  private EditGuards() {}

  static YamlNode root(YamlDocument document) {
    return document.root().orElseThrow(() -> new EditRefusal("the document holds nothing to edit"));
  }

  static void beforeReplacing(EditedText now, Route route) {
    refuseSharedWay(now, route);
    AliasGuard.refuseLosingAnchors(now.document(), route.node());
    refuseTag(route.node());
    refuseExplicitKey(route);
    refuseTemplate(now.text(), route.node().start(), route.node().end());
  }

  static void beforeInserting(EditedText now, Route route) {
    refuseSharedWay(now, route);
    refuseTag(route.node());
    if (!(route.node() instanceof YamlMapping) && !(route.node() instanceof YamlSequence)) {
      refuseExplicitKey(route);
    }
    if (Container.isFlow(route.node())) {
      refuseTemplate(
          now.text(),
          route.node().start(),
          Math.min(now.text().length(), route.node().start() + 2));
    }
  }

  static void beforeRemoving(EditedText now, Route route) {
    beforeRemovingHidden(now, route);
    YamlEntry entry = route.entry();
    if (entry != null && route.lastStep().container() instanceof YamlMapping mapping) {
      refuseUncovering(mapping, entry.name());
    }
  }

  /** For an entry that is not in force, so that without it nothing else comes into force. */
  static void beforeRemovingHidden(EditedText now, Route route) {
    refuseSharedWay(now, route.parent());
    AliasGuard.refuseLosingAnchors(now.document(), route.node());
    refuseExplicitKey(route);
    Container container = Container.of(route.lastStep().container());
    int part = route.lastStep().part();
    refuseTemplate(now.text(), container.part(part).start(), container.part(part).end());
    YamlEntry entry = route.entry();
    if (entry != null && entry.key().anchor() != null) {
      AliasGuard.refuseLosingAnchors(now.document(), entry.key());
    }
  }

  static void beforeRenaming(EditedText now, Route route, String key) {
    refuseSharedWay(now, route.parent());
    refuseExplicitKey(route);
    YamlEntry entry = route.entry();
    if (entry == null || !(entry.key() instanceof YamlScalar name)) {
      throw new EditRefusal("it is no key that can be renamed");
    }
    if (name.properties() != null) {
      throw new EditRefusal("an anchor or a tag stands before the key; change it by hand");
    }
    refuseTemplate(now.text(), name.start(), name.end());
    if (route.earlier() != null) {
      throw new EditRefusal("“" + entry.name() + "” stands there more than once; keep one first");
    }
    if (route.lastStep().container() instanceof YamlMapping mapping) {
      if (mapping.effective(key) != null) {
        throw new EditRefusal("“" + key + "” is already there");
      }
      refuseUncovering(mapping, entry.name());
    }
  }

  private static void refuseSharedWay(EditedText now, Route route) {
    if (now.mode != EditMode.SHARING) {
      AliasGuard.refuseSharedWay(now.document(), route);
    }
  }

  /** What was set must be what whoever walks the path reads, merges and aliases included. */
  static void afterSetting(EditedText now, YamlPath path, YamlValue value) {
    if (now.mode == EditMode.ASKED) {
      return;
    }
    YamlCursor at = now.document().cursor();
    for (YamlPath.Segment segment : path.segments()) {
      at =
          switch (segment) {
            case YamlPath.Key(String name) -> at.get(name);
            case YamlPath.Index(int index) -> at.at(index);
          };
    }
    if (!WrittenValue.isAt(value, at.node().map(YamlNode::resolved).orElse(null))) {
      throw unproved();
    }
  }

  /** A removed key must not come back with the value that it had hidden. */
  private static void refuseUncovering(YamlMapping mapping, String key) {
    YamlMapping without =
        new YamlMapping(
            mapping.start(),
            mapping.end(),
            null,
            mapping.flow(),
            mapping.entries().stream().filter(e -> !e.isNamed(key)).toList());
    if (without.effective(key) != null) {
      throw new EditRefusal("without it, the value that comes in through << would be in force");
    }
  }

  static String keyOf(YamlPath.Segment segment) {
    return switch (segment) {
      case YamlPath.Key(String name) -> name;
      case YamlPath.Index(int index) ->
          throw new EditRefusal("there is no list item number " + (index + 1));
    };
  }

  static EditRefusal homeless(String comment) {
    return new EditRefusal(
        "there is no place for the comment “%s”; change it by hand".formatted(comment));
  }

  static EditRefusal unproved() {
    return new EditRefusal(
        "the document is written in a way that cannot be edited safely here; change it by hand");
  }

  private static void refuseTag(YamlNode node) {
    if (node.tag() != null) {
      throw new EditRefusal("a YAML tag stands before the value; change it by hand");
    }
  }

  private static void refuseExplicitKey(Route route) {
    YamlEntry entry = route.entry();
    if (entry != null && entry.explicit()) {
      throw new EditRefusal("the key is written as “? " + entry.name() + "”; change it by hand");
    }
  }

  private static void refuseTemplate(String text, int start, int end) {
    int at = text.indexOf("{{", start);
    if (at >= 0 && at < end) {
      throw new EditRefusal("a template placeholder ({{ … }}) stands there; render it first");
    }
  }
}
