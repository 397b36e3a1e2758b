package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An object of a file, or a document that holds none.
 *
 * @param title “Deployment api”, “Document 3”
 * @param note the namespace, or why there is no object
 * @param offset where it starts
 * @param line the line of that, from 1
 * @param counts how many findings it has, by severity
 */
record OutlineEntry(
    String title, String note, int offset, int line, Map<Severity, Integer> counts) {

  OutlineEntry {
    title = Masked.within(title);
    note = Masked.within(note);
  }

  /** All objects of a text in order, without their counts; may be made on any thread. */
  static List<OutlineEntry> in(String text) {
    YamlStream stream = YamlStream.parse(text);
    List<OutlineEntry> out = new ArrayList<>();
    for (YamlStream.Part part : stream.parts()) {
      List<KubeObject> objects = KubeObject.in(part.document().cursor());
      for (KubeObject object : objects) {
        int start = object.root().node().map(YamlNode::outerStart).orElse(0);
        out.add(entry(stream, part, start, object.label(), object.namespace()));
      }
      if (objects.isEmpty()) {
        String why = part.document().problem().isPresent() ? "cannot be read" : "no kind";
        out.add(entry(stream, part, 0, "Document " + part.number(), why));
      }
    }
    return List.copyOf(out);
  }

  private static OutlineEntry entry(
      YamlStream stream, YamlStream.Part part, int start, String title, String note) {
    int offset = part.offset() + start;
    int line = stream.positionOf(part, start).line();
    return new OutlineEntry(title, note, offset, line, Map.of());
  }

  /** The same entries with the findings that stand between each and the next. */
  static List<OutlineEntry> counted(List<OutlineEntry> entries, List<LocatedFinding> findings) {
    List<Map<Severity, Integer>> counts = new ArrayList<>();
    entries.forEach(_ -> counts.add(new EnumMap<>(Severity.class)));
    for (LocatedFinding finding : findings) {
      int index = indexAt(entries, finding.range().start());
      if (index >= 0) {
        counts.get(index).merge(finding.finding().severity(), 1, Integer::sum);
      }
    }
    List<OutlineEntry> out = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      OutlineEntry e = entries.get(i);
      out.add(new OutlineEntry(e.title, e.note, e.offset, e.line, counts.get(i)));
    }
    return List.copyOf(out);
  }

  /** The index of the last entry that starts at an offset or before it; -1 when none does. */
  static int indexAt(List<OutlineEntry> entries, int offset) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).offset <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Whether each of the words stands somewhere in title or note. */
  boolean matches(String words) {
    String all = (title + " " + note).toLowerCase(Locale.ROOT);
    return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
        .allMatch(all::contains);
  }
}
