package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments keep to what they stand at, whatever is added beside it or moved with it. */
class CommentsThatStayTest {
  private static final YamlPath FROM = YamlPath.of("pod", "limits");
  private static final YamlPath TO = YamlPath.of("container", "security", "limits");

  private static String edited(String text, UnaryOperator<YamlEditor> edit) {
    EditOutcome outcome = edit.apply(YamlEditor.on(text)).finish();
    return switch (outcome) {
      case EditOutcome.Edited made -> made.text();
      case EditOutcome.Refused refused -> "refused: " + refused.reason();
    };
  }

  private static String moved(String text, YamlValue value) {
    return edited(text, editor -> editor.set(TO, value).copyComments(FROM, TO).remove(FROM));
  }

  @Test
  void aCommentInTheColumnOfAListStaysBelowTheList() {
    String text =
        """
        spec:
          name: a
          containers:
          - image: b
          # no sidecar here: it would hold the port
        status: c
        """;
    assertThat(edited(text, e -> e.set(YamlPath.of("spec", "security", "user"), YamlValue.of(1))))
        .isEqualTo(text.replace("  name: a\n", "  name: a\n  security:\n    user: 1\n"));
    String alone = text.replace("  name: a\n", "");
    assertThat(edited(alone, e -> e.set(YamlPath.of("spec", "class"), YamlValue.of("x"))))
        .isEqualTo(alone.replace("spec:\n", "spec:\n  class: x\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {b: 1, # one\\n  c: 2}\\n    | a: { # one\\n  c: 2}\\n",
        "a: { b: 1,\\t# one\\n  c: 2}\\n  | a: { \\t# one\\n  c: 2}\\n",
        "a: {b: 1, c: 2}\\n             | a: {c: 2}\\n",
      })
  void aCommentKeepsItsDistanceFromABracket(String before, String after) {
    assertThat(edited(before.translateEscapes(), e -> e.remove(YamlPath.of("a", "b"))))
        .isEqualTo(after.translateEscapes());
  }

  @Test
  void aCommentBehindABlankLineIsNoPartOfTheList() {
    String text =
        """
        spec:
          name: a
          containers:
          - image: b

          # what follows
        """;
    assertThat(edited(text, e -> e.set(YamlPath.of("spec", "security", "user"), YamlValue.of(1))))
        .isEqualTo(text.replace("  - image: b\n", "  - image: b\n  security:\n    user: 1\n"));
  }

  @Test
  void theCommentsOfAMappingThatIsMovedStayAtItsKeys() {
    String text =
        """
        pod:
          # measured in May
          limits:   # of one worker
            memory: 1Gi   # peak
            # never less
            cpu: "2"
              # two cores
          name: a
        container:
          image: b
        """;
    assertThat(
            moved(text, YamlValue.mapping("memory", YamlValue.of("1Gi"), "cpu", YamlValue.of("2"))))
        .isEqualTo(
            """
            pod:
              name: a
            container:
              image: b
              security:
                # measured in May
                limits:   # of one worker
                  memory: 1Gi   # peak
                  # never less
                  cpu: "2"
                    # two cores
            """);
  }

  @Test
  void theCommentsOfAValueGoAlongToo() {
    String text =
        """
        pod:
          # because of the cache
          limits: high   # see the wiki
            # and the minutes
          # the name
          name: a
        container:
          image: b
        """;
    assertThat(moved(text, YamlValue.of("high")))
        .isEqualTo(
            """
            pod:
              # the name
              name: a
            container:
              image: b
              security:
                # because of the cache
                limits: high   # see the wiki
                  # and the minutes
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"container: {image: b}\n", "container: {security: {user: 1}}\n"})
  void aCommentWithoutAPlaceHoldsTheMoveBack(String target) {
    String text = "pod:\n  # because of the cache\n  limits: high\n  name: a\n" + target;
    assertThat(moved(text, YamlValue.of("high")))
        .startsWith("refused: ")
        .contains("there is no place for the comment “# because of the cache”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  # ----------\n  # Containers\n  # ----------\n",
        "  # hostPID: true\n",
        "  # what runs\n"
      })
  void nothingComesBetweenAHeadingAndItsFirstKey(String heading) {
    String text = "spec:\n" + heading + "  containers:\n    - image: b\n";
    assertThat(edited(text, e -> e.set(YamlPath.of("spec", "class"), YamlValue.of("x"))))
        .isEqualTo(text.replace("spec:\n", "spec:\n  class: x\n"));
  }
}
