package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.Excerpt;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Field: every mapping of a document. Accepted: each key once. Kubernetes takes the last and drops
 * the others without a word, unless it validates strictly (the default of {@code kubectl apply}
 * since 1.27), when it refuses the object. Merge keys may repeat; a key of the mapping's own beside
 * a merge key that gives it too is twice there to a strict server.
 */
public final class DuplicateKey implements Control.OnDocument {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(DuplicateKey.class),
          Family.MANIFEST,
          "Duplicate key",
          "A key appears twice in one mapping, and only the last one counts",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("YAML 1.2.2, 3.2.1.3", "Kubernetes: field validation"));

  /** An object has each once, so a second one begins another object. */
  private static final Set<String> OF_OBJECT = Set.of("apiVersion", "kind");

  private static final int FEW = 24;
  private static final int LONGEST_SHOWN = 80;

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(YamlDocument document, Reporter reporter) {
    // hardly any document has one, and nodes are cheaper to walk than cursors
    if (document.root().isPresent() && hasDuplicate(document.root().get())) {
      walk(document.cursor(), reporter);
    }
  }

  private static boolean hasDuplicate(YamlNode node) {
    if (node instanceof YamlSequence sequence) {
      for (YamlItem item : sequence.items()) {
        if (hasDuplicate(item.value())) {
          return true;
        }
      }
    } else if (node instanceof YamlMapping mapping) {
      if (repeats(mapping.entries()) || mapping.hasMerge()) {
        return true;
      }
      for (YamlEntry entry : mapping.entries()) {
        if (hasDuplicate(entry.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean repeats(List<YamlEntry> entries) {
    if (entries.size() > FEW) {
      Set<String> seen = HashSet.newHashSet(entries.size());
      return entries.stream().anyMatch(entry -> isRepeated(entry, seen));
    }
    // keys that are all different nearly always show that in a few bits of their hashes
    long bits = 0;
    boolean all = true;
    for (int i = 0; i < entries.size(); i++) {
      long bit = 1L << entries.get(i).name().hashCode();
      all &= (bits & bit) == 0;
      bits |= bit;
    }
    if (all) {
      return false;
    }
    for (int i = 1; i < entries.size(); i++) {
      YamlEntry entry = entries.get(i);
      String name = entry.name();
      for (int j = 0; j < i; j++) {
        if (name.equals(entries.get(j).name()) && isRepeated(entry, entries.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRepeated(YamlEntry entry, YamlEntry before) {
    Set<String> seen = new HashSet<>();
    return !isRepeated(before, seen) && isRepeated(entry, seen);
  }

  /** Notes the key, and says whether it was there before. */
  private static boolean isRepeated(YamlEntry entry, Set<String> seen) {
    return entry.key().resolved() instanceof YamlScalar
        && !entry.isMerge()
        && !seen.add(entry.name());
  }

  private static void walk(YamlCursor at, Reporter reporter) {
    if (at.node().isPresent() && at.node().get() instanceof YamlAlias) {
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean twoObjects = looksLikeTwoObjects(at);
    for (YamlCursor child : at.entries()) {
      YamlEntry entry = child.entry().orElseThrow();
      if (isRepeated(entry, seen)) {
        boolean last = at.get(entry.name()).entry().equals(child.entry());
        FindingBuilder finding = reporter.violated(child, message(entry.name(), last));
        if (twoObjects) {
          finding.guidance(
              "This looks like two objects in one document: put a line with --- between them.");
        } else if (last) {
          finding.fix(fix(at, child));
        } else {
          finding.guidance("Keep the intended one, and remove the others.");
        }
      } else if (isBesideMerge(at, child)) {
        reporter
            .violated(child, besideMerge(child))
            .guidance(
                "Remove the key from what is merged in, or write the mapping out without <<.");
      }
      if (!child.isHidden()) {
        // what stands in a hidden one has no effect either, and no path by which to fix it
        walk(child, reporter);
      }
    }
    at.items().forEach(item -> walk(item, reporter));
  }

  /** Whether a merge key of the same mapping gives this key too. */
  private static boolean isBesideMerge(YamlCursor mapping, YamlCursor own) {
    return mapping.entries().stream()
        .filter(e -> e.entry().orElseThrow().isMerge())
        .anyMatch(merge ->
            merge.get(own.key()).exists()
                || merge.items().stream().anyMatch(m -> m.get(own.key()).exists()));
  }

  private static String besideMerge(YamlCursor own) {
    return "%s also comes in through << in this mapping: to a strict API server that is a duplicate key, and it refuses the object; without strict validation %s"
        .formatted(
            shown(own.key()),
            own.isHidden()
                ? "this one has no effect, because the << comes after it"
                : "this one counts");
  }

  /** Whether a place where an object stands holds a key twice that begins an object. */
  private static boolean looksLikeTwoObjects(YamlCursor at) {
    YamlPath path = at.path();
    boolean ofObject =
        path.isRoot()
            || (path.last() instanceof YamlPath.Index
                && path.parent().equals(YamlPath.of("items")));
    return ofObject
        && OF_OBJECT.stream()
            .anyMatch(key -> at.entries().stream().filter(e -> e.key().equals(key)).count() > 1);
  }

  private static Fix fix(YamlCursor mapping, YamlCursor last) {
    boolean same =
        mapping.entries().stream()
            .filter(e -> e.key().equals(last.key()))
            .allMatch(e -> SameValue.of(e, last));
    YamlPath path = last.path();
    Fix.Plan plan = editor -> editor.removeEarlier(path);
    return same
        ? Fix.safe(
            "Remove the repetition of %s: both say the same".formatted(shown(last.key())),
            "what counts stays the same",
            plan)
        : Fix.review(
            "Keep this %s, and remove what comes before it and has no effect"
                .formatted(shown(last.key())),
            "the one before may be the intended one",
            plan);
  }

  private static String shown(String key) {
    return Excerpt.of(Masked.within(key), LONGEST_SHOWN);
  }

  private static String message(String key, boolean last) {
    return last
        ? "%s appears twice in this mapping: this one counts, the one before it has no effect"
            .formatted(shown(key))
        : "%s appears more than twice in this mapping: this one has no effect, only the last counts"
            .formatted(shown(key));
  }
}
