package dev.zonewright.analysis.shared;

import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.edit.SharedChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where places that share their text through an anchor all have the same finding, the fix of each
 * is one edit at the anchor that settles them all.
 */
public final class SharedFixes {
  private final YamlNode root;
  private final IdentityHashMap<YamlNode, Boolean> targets = new IdentityHashMap<>();

  private SharedFixes(YamlNode root) {
    this.root = root;
    gather(root);
  }

  /** A place of a finding in the list, and the nodes that its path shares with others. */
  private record Sharer(int finding, Set<YamlNode> shared) {}

  /** The findings, with the fixes of those that share their text joined. */
  public static List<Finding> joined(YamlDocument document, List<Finding> found) {
    if (!document.hasAliases() || document.root().isEmpty()) {
      return found;
    }
    SharedFixes fixes = new SharedFixes(document.root().get());
    List<Finding> out = new ArrayList<>(found);
    for (List<Sharer> group : fixes.groups(found)) {
      join(out, group.stream().map(Sharer::finding).toList());
    }
    return List.copyOf(out);
  }

  private void gather(YamlNode node) {
    switch (node) {
      case YamlAlias alias -> targets.put(alias.target(), true);
      case YamlMapping mapping -> mapping.entries().forEach(entry -> gather(entry.value()));
      case YamlSequence list -> list.items().forEach(item -> gather(item.value()));
      case YamlScalar _ -> {
        // has nothing below it
      }
    }
  }

  private List<List<Sharer>> groups(List<Finding> found) {
    Map<String, List<Sharer>> byFix = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Finding finding = found.get(i);
      if (finding.fixes().isEmpty()) {
        continue;
      }
      Set<YamlNode> shared = sharedOn(finding.path());
      if (!shared.isEmpty()) {
        byFix.computeIfAbsent(titles(finding), _ -> new ArrayList<>()).add(new Sharer(i, shared));
      }
    }
    List<List<Sharer>> groups = new ArrayList<>();
    byFix.values().forEach(same -> groups.addAll(connected(same)));
    groups.removeIf(group -> group.size() < 2);
    return groups;
  }

  private static String titles(Finding finding) {
    StringBuilder titles = new StringBuilder(finding.control().id());
    finding.fixes().forEach(fix -> titles.append('\n').append(fix.title()));
    return titles.toString();
  }

  /** Sharers that have a node in common, directly or through others, belong together. */
  private static List<List<Sharer>> connected(List<Sharer> all) {
    int[] towards = new int[all.size()];
    IdentityHashMap<YamlNode, Integer> firstOn = new IdentityHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      towards[i] = i;
      for (YamlNode node : all.get(i).shared()) {
        Integer first = firstOn.putIfAbsent(node, i);
        int other = first == null ? i : end(towards, first);
        int own = end(towards, i);
        towards[Math.max(own, other)] = Math.min(own, other);
      }
    }
    Map<Integer, List<Sharer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      groups.computeIfAbsent(end(towards, i), _ -> new ArrayList<>()).add(all.get(i));
    }
    return List.copyOf(groups.values());
  }

  /** The one that stands for all that belong together; on the way there the way is shortened. */
  private static int end(int[] towards, int from) {
    int at = from;
    while (towards[at] != at) {
      towards[at] = towards[towards[at]];
      at = towards[at];
    }
    return at;
  }

  /** The nodes on the way that aliases stand for, or that are merged into what is on the way. */
  private Set<YamlNode> sharedOn(YamlPath path) {
    Set<YamlNode> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    YamlNode node = root;
    note(node, shared);
    for (YamlPath.Segment segment : path.segments()) {
      YamlNode at = node.resolved();
      YamlNode child = null;
      if (segment instanceof YamlPath.Key(String name) && at instanceof YamlMapping mapping) {
        YamlEntry entry = mapping.effective(name);
        child = entry == null ? null : entry.value();
      } else if (segment instanceof YamlPath.Index(int index)
          && at instanceof YamlSequence list
          && index < list.items().size()) {
        child = list.items().get(index).value();
      }
      if (child == null) {
        return shared;
      }
      node = child;
      note(node, shared);
    }
    return shared;
  }

  private void note(YamlNode node, Set<YamlNode> shared) {
    YamlNode at = node.resolved();
    if (targets.containsKey(at)) {
      shared.add(at);
    }
    if (at instanceof YamlMapping mapping && mapping.hasMerge()) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.isMerge()) {
          YamlNode source = entry.value().resolved();
          note(source, shared);
          if (source instanceof YamlSequence list) {
            list.items().forEach(item -> note(item.value(), shared));
          }
        }
      }
    }
  }

  private static void join(List<Finding> found, List<Integer> group) {
    List<Finding> findings = group.stream().map(found::get).toList();
    Map<Integer, List<Fix>> joined = new HashMap<>();
    int fixes = findings.getFirst().fixes().size();
    for (int nth = 0; nth < fixes; nth++) {
      int number = nth;
      List<Fix> same = findings.stream().map(f -> f.fixes().get(number)).toList();
      List<SharedChange> plans = new ArrayList<>();
      findings.forEach(f -> plans.add(plan(f, f.fixes().get(number))));
      boolean across = same.stream().anyMatch(fix -> fix.plan() instanceof Fix.Across);
      // one that is to be looked at makes it so for all
      Optional<Fix> looked =
          same.stream().filter(fix -> fix.safety() == FixSafety.REVIEW).findFirst();
      for (int i = 0; i < group.size(); i++) {
        Fix own = same.get(i);
        joined
            .computeIfAbsent(i, _ -> new ArrayList<>())
            .add(across ? own : joined(own, looked.orElse(own), plans));
      }
    }
    for (int i = 0; i < group.size(); i++) {
      found.set(group.get(i), findings.get(i).withFixes(joined.getOrDefault(i, List.of())));
    }
  }

  private static SharedChange plan(Finding finding, Fix fix) {
    return new SharedChange(finding.path(), fix.plan()::ask);
  }

  private static Fix joined(Fix own, Fix judged, List<SharedChange> plans) {
    return new Fix(
        own.title() + ", at the anchor for " + plans.size() + " places",
        judged.safety(),
        judged.reason(),
        editor -> editor.forAllSharers(plans, own.plan()::ask));
  }
}
