package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which files of two versions differ. A file is the same by its name, else by what its path ends
 * with, for versions lie in different folders.
 *
 * @param changes by name
 * @param same how many files are as they were
 * @param known whether both versions are manifests; else nothing is said of files
 */
public record FileChanges(List<Change> changes, int same, boolean known) {
  /**
   * A file that is not as it was.
   *
   * @param file its name now; its name then, where it is gone
   * @param words what became of it: {@code 2 lines changed}
   * @param objects what of it is new or gone, in words: {@code Role deploy is new}
   */
  public record Change(State state, String file, String words, List<String> objects) {
    /** What can become of a file. */
    public enum State {
      ADDED,
      REMOVED,
      CHANGED
    }

    public Change {
      objects = List.copyOf(objects);
    }
  }

  private static final FileChanges UNKNOWN = new FileChanges(List.of(), 0, false);

  public FileChanges {
    changes = List.copyOf(changes);
  }

  static FileChanges of(Side before, Side after, List<ObjectPair> objects) {
    return before.analysis().isPresent() && after.analysis().isPresent()
        ? new Pairs(before.analysis().get(), after.analysis().get(), objects).changes()
        : UNKNOWN;
  }

  /** The files of both versions, each beside the one that it was. */
  private static final class Pairs {
    private final Map<Manifest, Manifest> pairs = new LinkedHashMap<>();
    private final List<Manifest> gone;
    private final List<Manifest> come;
    private final List<ObjectPair> objects;

    private Pairs(Analysis before, Analysis after, List<ObjectPair> objects) {
      this.objects = objects;
      gone = new ArrayList<>(before.manifests());
      come = new ArrayList<>(after.manifests());
      pair(f -> f);
      pair(f -> Matching.lastOf(f, 3));
      pair(f -> Matching.lastOf(f, 2));
      pair(f -> Matching.lastOf(f, 1));
    }

    private void pair(UnaryOperator<String> like) {
      Map<String, Manifest> waiting = new HashMap<>();
      gone.forEach(m -> waiting.putIfAbsent(like.apply(m.file()), m));
      for (Manifest now : List.copyOf(come)) {
        Optional.ofNullable(waiting.remove(like.apply(now.file())))
            .ifPresent(was -> {
              pairs.put(now, was);
              gone.remove(was);
              come.remove(now);
            });
      }
    }

    private FileChanges changes() {
      List<Change> out = new ArrayList<>();
      int same = 0;
      for (Map.Entry<Manifest, Manifest> pair : pairs.entrySet()) {
        String is = pair.getKey().stream().text();
        String was = pair.getValue().stream().text();
        if (is.equals(was)) {
          same++;
        } else {
          int lines = LineDiff.between(was, is, 0).changedLines();
          out.add(
              change(
                  Change.State.CHANGED, pair.getKey(), Compared.say(lines, "line") + " changed"));
        }
      }
      come.forEach(m -> out.add(change(Change.State.ADDED, m, documents(m) + " added")));
      gone.forEach(m -> out.add(change(Change.State.REMOVED, m, documents(m) + " removed")));
      out.sort(Comparator.comparing(Change::file));
      return new FileChanges(out, same, true);
    }

    private static String documents(Manifest manifest) {
      return Compared.say(manifest.stream().parts().size(), "document");
    }

    private Change change(Change.State state, Manifest of, String words) {
      return new Change(
          state,
          of.file(),
          words,
          objects.stream()
              .filter(p -> p.before().isEmpty() || p.after().isEmpty())
              .filter(p -> p.there().file().equals(of.file()))
              .map(p ->
                  "%s %s is %s"
                      .formatted(
                          p.object().kind(),
                          p.object().name(),
                          p.before().isEmpty() ? "new" : "gone"))
              .toList());
    }
  }
}
