package dev.zonewright.analysis.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: one
      spec:
        containers:
          - name: main
            image: registry.example/main:1
      """;
  private static final String UNKNOWN = "  colour: red\n";
  private static final String UNKNOWN_TOO = "  taste: sweet\n";

  @Test
  void anEditThatLeavesNothingWrongBreaksNothing() {
    Validity.Damage damage = damage(POD, "  hostPID: true\n");

    assertThat(damage.isNone()).isTrue();
    assertThat(damage.places()).isEmpty();
  }

  @Test
  void whatWasWrongBeforeIsNoDamage() {
    assertThat(damage(POD + UNKNOWN, "  hostPID: true\n").isNone()).isTrue();
  }

  @Test
  void whatIsWrongOnlyInTheResultIsDamageThatIsNamedBesideWhatWasWrongBefore() {
    Validity.Damage damage = damage(POD + UNKNOWN, UNKNOWN_TOO);

    assertThat(damage.reason()).hasValueSatisfying(r -> assertThat(r).contains("a field"));
    assertThat(damage.places()).containsExactly(YamlPath.of("spec", "taste"));
  }

  @Test
  void aSecondTrialIsHeldToTheSameDocument() {
    String text = POD + UNKNOWN;
    Validity validity = Validity.of(YamlParser.parse(text), text, 0);

    assertThat(validity.damage(adding(text, UNKNOWN_TOO)).isNone()).isFalse();
    assertThat(validity.damage(adding(text, "  hostPID: true\n")).isNone()).isTrue();
  }

  @Test
  void whatIsKnownOfTheDocumentIsAskedForOnceAndOnlyWhereTheResultHasSomethingWrong() {
    List<String> asked = new ArrayList<>();
    assertThat(knowing(POD, asked).damage(adding(POD, "  hostPID: true\n")).isNone()).isTrue();
    assertThat(asked).isEmpty();
    Validity validity = knowing(POD + UNKNOWN, asked);
    assertThat(validity.damage(adding(POD + UNKNOWN, "  hostPID: true\n")).isNone()).isTrue();
    assertThat(validity.damage(adding(POD + UNKNOWN, UNKNOWN_TOO)).isNone()).isFalse();
    assertThat(asked).hasSize(1);
  }

  private static Validity knowing(String text, List<String> asked) {
    YamlDocument document = YamlParser.parse(text);
    return Validity.of(
        document,
        text,
        0,
        () -> {
          asked.add(text);
          return KubeObject.in(document.cursor());
        });
  }

  private static Validity.Damage damage(String text, String added) {
    return Validity.of(YamlParser.parse(text), text, 0).damage(adding(text, added));
  }

  private static EditSet adding(String text, String added) {
    return EditSet.of(TextEdit.insert(text.length(), added));
  }
}
