package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentSplitterTest {
  private static List<String> split(String text) {
    return DocumentSplitter.split(text).stream().map(r -> r.of(text).toString()).toList();
  }

  @Test
  void separatorsBelongToTheDocumentBelowThem() {
    assertThat(split("a: 1\n---\nb: 2\n")).containsExactly("a: 1\n", "---\nb: 2\n");
    assertThat(split("---\na: 1\n---\nb: 2")).containsExactly("---\na: 1\n", "---\nb: 2");
  }

  @Test
  void separatorsWithCommentsAndContent() {
    assertThat(split("--- # x\na: 1\n--- {b: 2}\n---\tc\n"))
        .containsExactly("--- # x\na: 1\n", "--- {b: 2}\n", "---\tc\n");
  }

  @Test
  void directivesBelongToTheDocumentBelowThem() {
    assertThat(split("%YAML 1.1\n# c\n---\na: 1\n")).containsExactly("%YAML 1.1\n# c\n---\na: 1\n");
    assertThat(split("a: 1\n...\n%YAML 1.1\n---\nb: 2\n"))
        .containsExactly("a: 1\n...\n", "%YAML 1.1\n---\nb: 2\n");
  }

  @Test
  void endMarksCloseDocuments() {
    assertThat(split("a: 1\n...\nb: 2\n")).containsExactly("a: 1\n...\n", "b: 2\n");
    assertThat(split("a: 1\n...\n...\n# c\n")).containsExactly("a: 1\n...\n");
  }

  @Test
  void separatorsEndBlockScalarsAndQuotesToo() {
    assertThat(split("a: |\n  x\n---\nb: 2\n")).containsExactly("a: |\n  x\n", "---\nb: 2\n");
    assertThat(split("a: \"x\n---\nb: 2\n")).containsExactly("a: \"x\n", "---\nb: 2\n");
  }

  @Test
  void whatOnlyLooksLikeASeparatorIsNone() {
    String text = "a: |\n  ---\n ---\nb: ----\n---x: 1\n--- -\n";
    assertThat(split(text)).containsExactly("a: |\n  ---\n ---\nb: ----\n---x: 1\n", "--- -\n");
  }

  @Test
  void blankStretchesAreNoDocuments() {
    assertThat(split("")).isEmpty();
    assertThat(split("\n  \n")).isEmpty();
    assertThat(split("---\n---\n\n---\na: 1\n---\n")).containsExactly("---\na: 1\n");
  }

  @Test
  void commentsBeforeTheFirstSeparatorAreNoDocument() {
    assertThat(split("# licence\n---\na: 1\n")).containsExactly("---\na: 1\n");
    assertThat(split("# only this\n")).isEmpty();
  }

  @Test
  void commentsAloneBehindASeparatorAreADocumentOfNothing() {
    String text = "---\n# later\n---\na: 1\n";
    assertThat(split(text)).containsExactly("---\n# later\n", "---\na: 1\n");
    assertThat(YamlParser.parse("---\n# later\n").cursor().isSet()).isFalse();
  }

  @Test
  void rangesLieInOrderAndWithinTheText() {
    String text = "# c\n---\na: 1\n...\n\n--- b\n---\n\n";
    int at = 0;
    for (var range : DocumentSplitter.split(text)) {
      assertThat(range.start()).isGreaterThanOrEqualTo(at);
      at = range.end();
    }
    assertThat(at).isLessThanOrEqualTo(text.length());
  }
}
