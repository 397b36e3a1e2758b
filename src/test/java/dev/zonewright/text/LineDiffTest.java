package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void theSameTextHasNoHunks() {
    LineDiff diff = LineDiff.between("a\nb\n", "a\nb\n", 3);
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.unified("a", "b")).isEmpty();
  }

  @Test
  void aRewrittenLineStandsBetweenItsNeighbours() {
    LineDiff diff = LineDiff.between("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", 1);
    assertThat(diff.unified("old", "new"))
        .isEqualTo(
            """
            --- old
            +++ new
            @@ -2,3 +2,3 @@
             b
            -c
            +X
             d
            """);
    assertThat(diff.changedLines()).isEqualTo(1);
    assertThat(diff.hunks().getFirst().lines())
        .extracting(LineDiff.Line::number)
        .containsExactly(2, 3, 3, 4);
  }

  @Test
  void aLongOneComesInPiecesThatAreTheWhole() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int line = 0; line < 20_000; line++) {
      before.append("line ").append(line).append('\n');
      after.append(line % 10 == 0 ? "other " : "line ").append(line).append('\n');
    }
    LineDiff diff = LineDiff.between(before.toString(), after.toString(), 1);
    List<String> pieces = new ArrayList<>();
    diff.unified("old", "new", pieces::add);
    assertThat(String.join("", pieces)).isEqualTo(diff.unified("old", "new"));
    assertThat(pieces)
        .hasSizeGreaterThan(1)
        .allSatisfy(piece -> assertThat(piece.length()).isLessThan(70_000));
  }

  @Test
  void anInsertionIntoAnEmptyTextNamesLineZero() {
    assertThat(LineDiff.between("", "a\n", 3).unified("o", "n"))
        .isEqualTo("--- o\n+++ n\n@@ -0,0 +1 @@\n+a\n");
  }

  @Test
  void anInsertionWithoutContextNamesTheLineBefore() {
    assertThat(LineDiff.between("a\nb\n", "a\nX\nb\n", 0).unified("o", "n"))
        .isEqualTo("--- o\n+++ n\n@@ -1,0 +2 @@\n+X\n");
  }

  @Test
  void aMissingFinalNewlineIsADifference() {
    assertThat(LineDiff.between("a\nb", "a\nb\n", 3).unified("o", "n"))
        .isEqualTo(
            """
            --- o
            +++ n
            @@ -1,2 +1,2 @@
             a
            -b
            \\ No newline at end of file
            +b
            """);
  }

  @Test
  void changesFarApartGetTheirOwnHunks() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    String after = "x\n2\n3\n4\n5\n6\n7\n8\ny\n";
    assertThat(LineDiff.of(before, after, 3)).hasSize(2);
    assertThat(LineDiff.of(before, after, 4)).hasSize(1);
  }

  @Test
  void knownEditsGiveTheSameLinesAsTheTextsCompared() {
    String before = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n";
    EditSet edits = EditSet.of(TextEdit.replace(3, 4, "9"), TextEdit.insert(10, "n: 0\n"));
    LineDiff known = LineDiff.of(before, edits, 1);
    assertThat(known.unified("o", "n"))
        .isEqualTo(LineDiff.between(before, edits.apply(before), 1).unified("o", "n"))
        .contains("-a: 1\n+a: 9\n b: 2\n+n: 0\n c: 3\n");
  }

  @Test
  void theHunksOfRandomEditsRebuildTheTextAfter() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      String before = randomText(random);
      List<TextEdit> edits = new ArrayList<>();
      int at = 0;
      while (at < before.length() && edits.size() < 4) {
        int start = at + random.nextInt(before.length() - at + 1);
        int end = Math.min(before.length(), start + random.nextInt(4));
        edits.add(
            TextEdit.replace(start, end, List.of("", "x", "\n", "y\nz\n").get(random.nextInt(4))));
        at = end + 1;
      }
      EditSet set = new EditSet(edits);
      String after = set.apply(before);
      assertThat(patched(before, LineDiff.of(before, set, 2))).isEqualTo(after);
      assertThat(patched(before, LineDiff.between(before, after, 2))).isEqualTo(after);
    }
  }

  private static String randomText(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      out.append("ab\n\n".charAt(random.nextInt(4)));
    }
    return out.toString();
  }

  /** Plays a diff on a text; fails where a line that the diff names does not stand there. */
  private static String patched(String before, LineDiff diff) {
    List<String> lines = before.isEmpty() ? List.of() : List.of(before.split("(?<=\n)"));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (LineDiff.Hunk hunk : diff.hunks()) {
      for (; at < hunk.before() - 1; at++) {
        out.append(lines.get(at));
      }
      for (LineDiff.Line line : hunk.lines()) {
        String whole = line.text() + (line.newline() ? "\n" : "");
        if (line.kind() != LineDiff.Kind.ADDED) {
          assertThat(lines.get(at)).isEqualTo(whole);
          at++;
        }
        if (line.kind() != LineDiff.Kind.REMOVED) {
          out.append(whole);
        }
      }
    }
    for (; at < lines.size(); at++) {
      out.append(lines.get(at));
    }
    return out.toString();
  }
}
