package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tries edits on every place of a text and checks each result against the plain data that the YAML
 * engine's own loader makes of it, which shares no code with the editor's proof.
 */
final class EditProbe {
  // each edit reads its document several times; of a long one fewer are tried
  private static final int MOST_CHARACTERS = 4_000_000;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Random random;
  private final int limit;

  /**
   * A probe.
   *
   * @param limit how many edits to try on one document, chosen by the seed
   */
  EditProbe(long seed, int limit) {
    this.random = new Random(seed);
    this.limit = limit;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  /** What went wrong, one line or more for each edit. */
  List<String> failures() {
    return failures;
  }

  int total(String prefix) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Tries the edits on each document of a file. */
  void run(String name, SourceText source) {
    YamlStream stream = YamlStream.parse(source.text());
    for (YamlStream.Part part : stream.parts()) {
      if (part.document().problem().isPresent() || part.document().root().isEmpty()) {
        count("document not offered: " + (part.document().root().isEmpty() ? "unreadable" : ""));
        continue;
      }
      String text = stream.textOf(part);
      List<ProbeEdit> edits = ProbeEdit.all(part.document());
      Collections.shuffle(edits, random);
      int affordable = Math.clamp(MOST_CHARACTERS / Math.max(1, text.length()), 1, limit);
      for (ProbeEdit edit : edits.subList(0, Math.min(affordable, edits.size()))) {
        try {
          tryOut(edit, text, part, source);
        } catch (AssertionError | RuntimeException e) {
          failures.add(
              name + ", document " + part.number() + ": " + edit + ": " + first(String.valueOf(e)));
        }
      }
    }
  }

  private void tryOut(ProbeEdit edit, String text, YamlStream.Part part, SourceText source) {
    YamlEditor editor = YamlEditor.on(text);
    edit.on(editor);
    switch (editor.finish()) {
      case EditOutcome.Refused(String reason) ->
          count(
              "refused "
                  + edit.kind()
                  + ": "
                  + reason
                      .replaceFirst("^.*is not changed: ", "")
                      .replaceAll("&\\S+|“.*?”|\\d+", "…"));
      case EditOutcome.Edited(EditSet edits, String after) -> {
        count("applied " + edit.kind());
        assertThat(edits.apply(text)).isEqualTo(after);
        assertThat(edits.inverse(text).apply(after)).isEqualTo(text);
        if (PlainData.canLoad(text)) {
          PlainData.check(edit, text, after);
        } else {
          count("document with tags unknown to the loader, compared by the editor alone");
        }
        LineCheck.check(edit, text, after);
        whole(edits.shift(part.offset()), source);
      }
    }
  }

  /** The same in the file: undone, it has its first bytes again. */
  private static void whole(EditSet edits, SourceText source) {
    String after = edits.apply(source.text());
    SourceText saved = source.withText(after);
    assertThat(saved.text()).isEqualTo(after);
    assertThat(SourceText.fromFile(saved.characters()).text()).isEqualTo(after);
    String back = edits.inverse(source.text()).apply(after);
    assertThat(source.encode(back)).isEqualTo(source.encode());
  }

  private static String first(String message) {
    return message.substring(0, Math.min(300, message.length()));
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  List<String> report() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, number) -> lines.add(String.format("%8d  %s", number, what)));
    return lines;
  }
}
