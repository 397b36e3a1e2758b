package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Keeps an edit from changing more places than the one it names. A node with aliases is edited in
 * none of its places: the person who asks for one container would change all that share its text.
 * An anchor without aliases is shared by nobody, and does not stand in the way.
 */
public final class AliasGuard {
  private final List<YamlAlias> aliases = new ArrayList<>();

  private AliasGuard(YamlDocument document) {
    if (document.hasAliases()) {
      document.root().ifPresent(this::collect);
    }
  }

  private void collect(YamlNode node) {
    switch (node) {
      case YamlAlias alias -> aliases.add(alias);
      case YamlMapping mapping -> {
        for (YamlEntry entry : mapping.entries()) {
          collect(entry.key());
          collect(entry.value());
        }
      }
      case YamlSequence sequence -> sequence.items().forEach(item -> collect(item.value()));
      case YamlScalar _ -> {
        // has nothing below it
      }
    }
  }

  // two nodes with the same characters are two places
  @SuppressWarnings("ReferenceEquality")
  private int uses(YamlNode target) {
    return (int) aliases.stream().filter(alias -> alias.target() == target).count();
  }

  /** Refuses when any node on the way, or the node itself, has aliases. */
  public static void refuseSharedWay(YamlDocument document, Route route) {
    AliasGuard sharing = new AliasGuard(document);
    if (sharing.aliases.isEmpty()) {
      return;
    }
    for (Route.Step step : route.steps()) {
      sharing.refuseShared(step.container());
    }
    sharing.refuseShared(route.node());
  }

  private void refuseShared(YamlNode node) {
    int uses = node.anchor() == null ? 0 : uses(node);
    if (uses > 0) {
      throw new EditRefusal(
          "the anchor &" + node.anchor() + " is " + sharedBy(uses) + "; change it by hand");
    }
  }

  /** Refuses when an alias outside the node stands for something inside it. */
  public static void refuseLosingAnchors(YamlDocument document, YamlNode doomed) {
    AliasGuard all = new AliasGuard(document);
    if (all.aliases.isEmpty()) {
      return;
    }
    Set<YamlNode> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    gather(doomed, inside);
    for (YamlAlias alias : all.aliases) {
      if (!inside.contains(alias) && inside.contains(alias.target())) {
        throw new EditRefusal(
            "the anchor &"
                + alias.name()
                + " stands in it and is "
                + sharedBy(all.uses(alias.target()))
                + "; change it by hand");
      }
    }
  }

  private static void gather(YamlNode node, Set<YamlNode> into) {
    into.add(node);
    switch (node) {
      case YamlMapping mapping -> {
        for (YamlEntry entry : mapping.entries()) {
          gather(entry.key(), into);
          gather(entry.value(), into);
        }
      }
      case YamlSequence sequence -> sequence.items().forEach(item -> gather(item.value(), into));
      case YamlScalar _, YamlAlias _ -> {
        // has nothing below it
      }
    }
  }

  /** The reason for not going on below an alias. */
  public static EditRefusal through(YamlDocument document, YamlPath path, YamlNode target) {
    int uses = new AliasGuard(document).uses(target);
    return new EditRefusal(
        Route.named(path)
            + " is the alias *"
            + target.anchor()
            + ", "
            + sharedBy(uses)
            + "; change it by hand");
  }

  /** The reason for not going on below a key that comes in through {@code <<}. */
  static EditRefusal merged(YamlDocument document, YamlPath path, YamlMapping mapping) {
    AliasGuard sharing = new AliasGuard(document);
    int uses = 0;
    String name = "";
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge() && entry.value() instanceof YamlAlias alias) {
        name = alias.name();
        uses = sharing.uses(alias.target());
      }
    }
    String from = name.isEmpty() ? "through <<" : "through << from &" + name;
    return new EditRefusal(
        Route.named(path)
            + " comes in "
            + from
            + (uses == 0 ? "" : ", " + sharedBy(uses))
            + "; change it by hand");
  }

  private static String sharedBy(int aliases) {
    return "shared by " + (aliases + 1) + " places";
  }
}
