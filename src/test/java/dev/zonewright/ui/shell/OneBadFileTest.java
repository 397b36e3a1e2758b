package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the window too, what is wrong with one file costs no other file anything. */
class OneBadFileTest {
  @TempDir Path folder;

  /** Fails on the objects that are named after a failure. */
  private record Planted() implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "planted",
          Family.POD,
          "Planted",
          "Planted.",
          Severity.HIGH,
          EderaEffect.IGNORES,
          List.of());
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      @Nullable Supplier<Error> failure =
          switch (object.name()) {
            case "stack" -> StackOverflowError::new;
            case "linkage" -> () -> new NoClassDefFoundError("planted");
            case "assertion" -> () -> new AssertionError("planted");
            default -> null;
          };
      if (failure != null) {
        throw failure.get();
      }
    }
  }

  @Test
  void anErrorInOneControlIsARowAndTheOthersAreShown() {
    Bench bench = new Bench(folder);
    List<Control> controls = new ArrayList<>(WorkloadControls.all());
    controls.add(new Planted());
    Profile profile = Profile.EDERA_REFERENCE;
    ShellModel model =
        new ShellModel(
            Bench.direct(),
            new ManifestStore(),
            new Analyzer(controls, profile),
            profile,
            Optional.empty());
    model.askThrough(bench);
    List<Path> files = new ArrayList<>(List.of(bench.write("good.yaml", Bench.DEPLOYMENT)));
    for (String name : List.of("stack", "linkage", "assertion")) {
      String text = Bench.DEPLOYMENT.replace("name: api\n", "name: " + name + "\n");
      files.add(bench.write(name + ".yaml", text));
    }

    model.open(files);

    Analysis analysis = model.analysisProperty().get();
    assertThat(failed(analysis)).containsExactly("assertion.yaml", "linkage.yaml", "stack.yaml");
    assertThat(model.status().workProperty().get()).isEqualTo(StatusModel.Work.DONE);
    assertThat(model.status().notAnalysedProperty().get()).isEqualTo("3 not analysed");
    // the other controls have looked at all four
    assertThat(
            analysis.findings().stream()
                .filter(f -> f.finding().control().id().equals("privileged-container")))
        .hasSize(4);
    assertThat(bench.mishaps).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 1_000, 5_000})
  void nestingIsARowAndTheOthersAreShown(int depth) {
    Bench bench = new Bench(folder);
    String head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: acme}\ndata: ";
    bench.write("flow.yaml", head + "[".repeat(depth) + "]".repeat(depth) + "\n");
    bench.write("json.json", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    StringBuilder block = new StringBuilder(head).append('\n');
    for (int i = 1; i <= depth; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    bench.write("block.yaml", block.toString());
    bench.write("good.yaml", Bench.DEPLOYMENT);

    bench.open(folder);

    assertThat(failed(bench.model.analysisProperty().get()))
        .containsExactly("block.yaml", "flow.yaml", "json.json");
    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.status().workProperty().get()).isEqualTo(StatusModel.Work.DONE);
    assertThat(bench.mishaps).isEmpty();
  }

  private static List<String> failed(Analysis analysis) {
    return analysis.coverage().items().stream()
        .filter(i -> i.status() == CoverageItem.Status.FAILED)
        .map(i -> Path.of(i.file()).getFileName().toString())
        .sorted()
        .toList();
  }
}
