package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden pair, character by character, and again as a file with CRLF and a mark. */
final class YamlEditorGoldenTest {
  static Stream<EditCase> cases() {
    return Stream.of(
            "set.txt",
            "insert.txt",
            "remove.txt",
            "lists.txt",
            "flow.txt",
            "json.txt",
            "refuse.txt",
            "compose.txt",
            "append.txt")
        .flatMap(file -> EditCase.read(file).stream());
  }

  static Stream<EditCase> changing() {
    return cases().filter(edit -> edit.kind().equals("after"));
  }

  /** Without those that mean another item or document the second time. */
  static Stream<EditCase> repeatable() {
    return changing()
        .filter(edit ->
            edit.edits().stream()
                .noneMatch(e -> e.matches("(addItem|appendDocument) .*|remove .*[0-9]]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void givesExactlyTheseCharacters(EditCase edit) {
    switch (edit.run(edit.before())) {
      case EditOutcome.Refused(String reason) -> {
        assertThat(edit.kind()).as("refused: " + reason).isEqualTo("refused");
        assertThat(reason).contains(edit.expected().strip());
      }
      case EditOutcome.Edited(var edits, String text) -> {
        assertThat(text).as(edit.kind()).isEqualTo(edit.expected());
        assertThat(edits.apply(edit.before())).isEqualTo(text);
        assertThat(edits.inverse(edit.before()).apply(text)).isEqualTo(edit.before());
        assertThat(edits.isEmpty()).isEqualTo(edit.kind().equals("unchanged"));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changing")
  void keepsMarkAndLineEndsOfTheFile(EditCase edit) {
    String file = "\uFEFF" + edit.before().replace("\n", "\r\n");
    SourceText source = SourceText.fromFile(file);
    assertThat(source.text()).isEqualTo(edit.before());
    EditOutcome.Edited outcome = (EditOutcome.Edited) edit.run(source.text());
    assertThat(new String(source.encode(outcome.text()), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF" + edit.expected().replace("\n", "\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repeatable")
  void aSecondTimeChangesNothing(EditCase edit) {
    EditOutcome again = edit.run(edit.expected());
    assertThat(again)
        .isInstanceOfSatisfying(
            EditOutcome.Edited.class, e -> assertThat(e.text()).isEqualTo(edit.expected()));
  }
}
