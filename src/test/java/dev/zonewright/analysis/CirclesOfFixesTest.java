package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fixes that undo each other: the run ends, and says which they are. */
class CirclesOfFixesTest {
  /** Wants a label to have another value than one that it refuses. */
  private record Turned(String key, String refused, String wanted) implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "no-" + key + "-" + refused,
          Family.MANIFEST,
          "Planted",
          "Planted.",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of());
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      YamlCursor at = object.root().get("metadata", "labels", key);
      if (at.raw().equals(refused)) {
        reporter
            .violated(at, "not " + refused)
            .fix(
                Fix.safe(
                    "Set " + key + " to " + wanted,
                    "",
                    editor -> editor.set(at.path(), YamlValue.of(wanted))));
      }
    }
  }

  private static FixRun run(String text, Control... controls) {
    Analyzer analyzer = new Analyzer(List.of(controls), Profile.EDERA_REFERENCE);
    Analysis before = analyzer.analyze(List.of(Manifest.of("a.yaml", text)));
    return new Fixer(analyzer).fixAll(before, _ -> true, false, () -> false);
  }

  private static String text(FixRun run) {
    return run.after().manifest("a.yaml").orElseThrow().stream().text();
  }

  private static String map(String name, String labels) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %s
      labels: {%s}
    """
        .formatted(name, labels);
  }

  @Test
  void twoFixesThatUndoEachOtherAreBothNamedAndNeitherIsMade() {
    String text = map("a", "side: left, colour: red") + "---\n" + map("b", "colour: red");
    FixRun run =
        run(
            text,
            new Turned("side", "left", "right"),
            new Turned("side", "right", "left"),
            new Turned("colour", "red", "blue"));

    assertThat(text(run)).isEqualTo(text.replace("red", "blue"));
    assertThat(run.refused())
        .extracting(FixRun.Refusal::reason)
        .containsExactly(
            "“Set side to left” and “Set side to right” undo each other, so neither is made:"
                + " decide which is right, and apply it alone");
    assertThat(run.fixed()).hasSize(2);
  }

  @Test
  void aLongerCircleIsNamedAsAWhole() {
    FixRun run =
        run(
            map("a", "side: one"),
            new Turned("side", "one", "two"),
            new Turned("side", "two", "three"),
            new Turned("side", "three", "one"));

    assertThat(text(run)).isEqualTo(map("a", "side: one"));
    assertThat(run.refused())
        .singleElement()
        .satisfies(refusal ->
            assertThat(refusal.reason())
                .startsWith("“Set side to one” and “Set side to three” and “Set side to two”"));
  }

  @Test
  void aLongWayThatEndsIsNoCircle() {
    Control[] steps = new Control[12];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Turned("side", "s" + i, "s" + (i + 1));
    }
    FixRun run = run(map("a", "side: s0"), steps);
    assertThat(text(run)).isEqualTo(map("a", "side: s12"));
    assertThat(run.refused()).isEmpty();
  }
}
