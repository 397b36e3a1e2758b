package dev.zonewright.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.keys.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding and going. */
class PaletteModelTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: acme}
      spec: {hostPID: true}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: acme}
      """;
  private static final Analysis ANALYSIS =
      new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
          .analyze(List.of(Manifest.of("x/a.yaml", TEXT), Manifest.of("x/b.yaml", TEXT)));

  private static final Command SAVE =
      Command.of("save-as", Command.Group.FILE, "Save as…", "", Command.Where.EVERYWHERE, () -> {});

  private final List<Target> gone = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private static PaletteIndex index(String active) {
    return new PaletteContext(
            ANALYSIS,
            List.of("x/a.yaml", "x/b.yaml", "x/values.yaml"),
            WorkloadControls.all().stream().map(c -> c.info()).toList(),
            List.of(SAVE),
            active,
            TEXT)
        .index();
  }

  private PaletteModel model() {
    BackgroundRunner runner =
        new BackgroundRunner(waiting::add, waiting::add, Runnable::run, (_, _) -> () -> {});
    return new PaletteModel(runner, gone::add);
  }

  private void settle() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  private PaletteModel opened(String query) {
    PaletteModel model = model();
    model.open(() -> index("x/a.yaml"));
    model.queryProperty().set(query);
    settle();
    return model;
  }

  private static List<String> titles(PaletteModel model) {
    return model.hits().stream().map(h -> h.entry().title()).toList();
  }

  @Test
  void commandsAreFoundByTheirWordsButNotListedUnasked() {
    PaletteModel model = opened("save as");
    assertThat(titles(model)).containsExactly("Save as…");
    assertThat(model.hits().getFirst().entry().detail()).isEqualTo("File");
    assertThat(model.accept()).isTrue();
    assertThat(gone).containsExactly(new Target.OfCommand(SAVE));
    assertThat(titles(opened(""))).doesNotContain("Save as…");
  }

  @Test
  void objectsOfTheFileOnShowComeFirst() {
    PaletteModel model = opened("api");
    assertThat(titles(model)).startsWith("Pod api", "Service api", "Pod api", "Service api");
    assertThat(model.hits().getFirst().entry().detail()).isEqualTo("acme · a.yaml");
    assertThat(model.hits().get(2).entry().detail()).isEqualTo("acme · b.yaml");
  }

  @Test
  void everythingIsFound() {
    assertThat(titles(opened("values"))).first().isEqualTo("values.yaml");
    assertThat(opened("process list api").hits().getFirst().entry().target())
        .isInstanceOf(Target.OfFinding.class);
    assertThat(opened("control host-path").hits().getFirst().entry().target())
        .isInstanceOfSatisfying(
            Target.OfControl.class,
            c -> assertThat(c.control().id()).isEqualTo("host-path-volume"));
    PaletteModel none = opened("qqqqq");
    assertThat(none.hits()).isEmpty();
    assertThat(none.summaryProperty().get())
        .isEqualTo("No object, file, finding or control matches");
    assertThat(none.accept()).isFalse();
  }

  @Test
  void unaskedItListsAllButFindings() {
    assertThat(opened("").hits())
        .noneMatch(h -> h.entry().target() instanceof Target.OfFinding)
        .anyMatch(h -> h.entry().target() instanceof Target.OfFile)
        .anyMatch(h -> h.entry().target() instanceof Target.OfControl);
  }

  @Test
  void aColonLeadsToALine() {
    PaletteModel model = opened(":4:3");
    assertThat(model.accept()).isTrue();
    assertThat(gone).containsExactly(new Target.OfLine(4, 3));
    assertThat(titles(opened(":99999"))).containsExactly("Go to line 9");
    PaletteModel hint = opened(":");
    assertThat(hint.hits().getFirst().entry().detail()).isEqualTo("1 to 9");
    assertThat(hint.accept()).isFalse();
  }

  @Test
  void theChoiceStaysWithinTheHits() {
    PaletteModel model = opened("api");
    model.choose(1);
    model.choose(10_000);
    assertThat(model.chosenProperty().get()).isEqualTo(model.hits().size() - 1);
    model.choose(-5);
    assertThat(model.chosenProperty().get()).isZero();
    model.choose(1);
    assertThat(model.accept()).isTrue();
    assertThat(gone).hasSize(1).first().isInstanceOf(Target.OfObject.class);
    assertThat(model.hits()).isEmpty();
  }

  @Test
  void whatComesTooLateIsNotShown() {
    PaletteModel model = opened("api");
    model.queryProperty().set("values");
    model.queryProperty().set("service");
    settle();
    assertThat(titles(model)).first().isEqualTo("Service api");

    model.open(() -> index("x/a.yaml"));
    model.close();
    settle();
    assertThat(model.hits()).isEmpty();
  }
}
