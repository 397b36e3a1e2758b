package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of the tree of fixes, without a window. */
class FixRowTest {
  private static final String SHARED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api}
      spec:
        runtimeClassName: edera
        containers:
          - name: a
            image: registry.example/a:1
            securityContext: &shared {privileged: true}
          - name: b
            image: registry.example/b:1
            securityContext:
            <<: *shared
            privileged: false
      """;

  private static FixAllModel model(String text) {
    Analysis before = Findings.of(text);
    FixAllModel model =
        new FixAllModel(
            new Fixer(Findings.analyzer()),
            before,
            "scope",
            FixAllModel.everything(),
            Runnable::run,
            Runnable::run);
    model.start();
    return model;
  }

  @Test
  void whatHasNoFixStandsLastWithItsReason() {
    List<FixRow> rows = FixRow.of(model(Findings.TEXT).choices());
    assertThat(rows)
        .extracting(FixRow::text)
        .containsExactly(Findings.FILE, "Cannot be fixed here · 1");
    FixRow file = rows.getLast().children().getFirst();
    assertThat(file.text()).isEqualTo(Findings.FILE + " · 1");
    FixRow one = file.children().getFirst();
    assertThat(one.text()).isEqualTo("line 11 · Pod api · Fixed user");
    assertThat(one.items()).isEmpty();
    assertThat(one.explanation(Map.of()))
        .startsWith("the user is fixed\n")
        .endsWith("No fix is offered: Choose the user in the image.");
  }

  @Test
  void groupsKnowHowMuchOfThemIsTicked() {
    FixAllModel model = model(Findings.TEXT);
    FixChoices choices = model.choices();
    FixRow file = FixRow.of(choices).getFirst();
    assertThat(choices.stateOf(file.items())).isEqualTo(FixChoices.Tick.ALL);
    assertThat(model.button()).isEqualTo("Apply 2 fixes in 1 file");

    model.tick(file.children().getFirst().items(), false);
    assertThat(choices.stateOf(file.items())).isEqualTo(FixChoices.Tick.SOME);
    assertThat(choices.countIn(file.items())).isEqualTo(1);
    assertThat(model.button()).isEqualTo("Apply 1 fix in 1 file");

    model.tick(file.items(), false);
    assertThat(choices.stateOf(file.items())).isEqualTo(FixChoices.Tick.NONE);
    assertThat(choices.fileCount()).isZero();
    assertThat(model.button()).isEqualTo("Apply");
  }

  @Test
  void theButtonFollowsTheTicksBeforeTheyAreTried() {
    List<Runnable> later = new ArrayList<>();
    FixAllModel model =
        new FixAllModel(
            new Fixer(Findings.analyzer()),
            Findings.of(Findings.TEXT),
            "scope",
            FixAllModel.everything(),
            later::add,
            Runnable::run);
    model.start();
    model.tick(model.choices().files().getFirst().items().subList(0, 1), false);
    assertThat(model.stateProperty().get()).isInstanceOf(FixAllModel.State.Working.class);
    assertThat(model.button()).isEqualTo("Apply 1 fix in 1 file");
    assertThat(model.result()).isEmpty();

    // the first try is of ticks that are no longer so, and is dropped
    later.removeFirst().run();
    assertThat(model.result()).isEmpty();
    later.removeFirst().run();
    assertThat(model.result().orElseThrow().fixed()).hasSize(1);
  }

  @Test
  void aFixThatCannotBeMadeSaysWhy() {
    FixAllModel model = model(SHARED);
    FixAllPreview preview = ((FixAllModel.State.Ready) model.stateProperty().get()).preview();
    assertThat(preview.refusals()).isNotEmpty();
    List<FixRow> ones =
        FixRow.of(model.choices()).getFirst().children().stream()
            .flatMap(control -> control.children().stream())
            .toList();
    assertThat(ones)
        .extracting(one -> one.explanation(preview.refusals()))
        .anyMatch(words ->
            words.startsWith("Set privileged to false cannot be fixed here.\n")
                && words.contains("shared"));
    assertThat(preview.summary().getLast()).endsWith(" that cannot be fixed here");
    assertThat(preview.left()).isEqualTo(preview.run().after().findings().size());
  }
}
