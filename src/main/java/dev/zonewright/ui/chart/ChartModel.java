package dev.zonewright.ui.chart;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Counts;
import dev.zonewright.workspace.HelmRun;
import dev.zonewright.workspace.HelmTemplate;
import dev.zonewright.workspace.ReadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** One chart: what Helm is asked, the very command, and how far it has come. */
public final class ChartModel {
  /** What is said where there is no Helm. */
  public static final String NO_HELM =
      "Helm was not found on the path. Install it, or run “helm template” elsewhere and open its"
          + " output.";

  private static final String AFTER_A_REFUSAL =
      "Choose values files that give what Helm asks for, or correct the file that it names, and"
          + " render again.";

  private final BackgroundRunner runner;
  private final Optional<Path> helm;
  private final Path chart;
  private final StringProperty release = new SimpleStringProperty("");
  private final StringProperty namespace = new SimpleStringProperty("");
  private final ObservableList<Path> values = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
  private AtomicBoolean cancelled = new AtomicBoolean();

  /** How far it is. */
  public sealed interface State {
    record Ready() implements State {}

    record Running() implements State {}

    /** It cannot be done, or was not; why, and what to do. */
    record Refused(String why) implements State {}

    /**
     * The manifest, with the namespace of the release in objects that name none.
     *
     * @param placed how many objects that are
     */
    record Rendered(String manifest, int placed) implements State {}
  }

  /**
   * A chart.
   *
   * @param helm the program; empty where none is on the path
   * @param chart its folder
   */
  public ChartModel(BackgroundRunner runner, Optional<Path> helm, Path chart) {
    this.runner = runner;
    this.helm = helm;
    this.chart = chart;
    release.set(HelmTemplate.releaseFor(chart));
    release.addListener((_, _, _) -> asked());
    namespace.addListener((_, _, _) -> asked());
    values.addListener((ListChangeListener<Path>) _ -> asked());
    asked();
  }

  private void asked() {
    command.set(template(helm.orElse(Path.of("helm"))).shown());
    state.set(helm.isEmpty() ? new State.Refused(NO_HELM) : new State.Ready());
  }

  private HelmTemplate template(Path program) {
    return new HelmTemplate(
        program, chart, release.get().strip(), namespace.get().strip(), List.copyOf(values));
  }

  /** Runs Helm in the background; nothing where there is none, or while it runs. */
  public void render() {
    if (helm.isEmpty() || state.get() instanceof State.Running) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    state.set(new State.Running());
    HelmTemplate template = template(helm.get());
    runner.io(
        () -> ended(HelmRun.run(template, ReadLimits.ofThisProgram(), stop::get), template),
        state::set);
  }

  private static State ended(HelmRun.Outcome outcome, HelmTemplate asked) {
    return switch (outcome) {
      case HelmRun.Outcome.Rendered(String text) when text.isBlank() ->
          new State.Refused("Helm rendered nothing: with these values the chart is empty.");
      case HelmRun.Outcome.Rendered(String text) -> {
        ReleaseNamespace.Placed placed = ReleaseNamespace.in(text, asked.namespace());
        yield new State.Rendered(placed.text(), placed.objects());
      }
      case HelmRun.Outcome.Failed(String message) ->
          new State.Refused(message + (hasCure(message) ? "" : "\n\n" + AFTER_A_REFUSAL));
      case HelmRun.Outcome.Cancelled _ -> new State.Ready();
    };
  }

  /** Whether it is no message of Helm about the chart, or one that says itself what to do. */
  private static boolean hasCure(String message) {
    return !message.startsWith("Error:") || message.contains("helm dependency");
  }

  /** Stops Helm where it runs. */
  public void cancel() {
    cancelled.set(true);
  }

  /** The manifest; empty before Helm has rendered it. */
  public Optional<String> manifest() {
    return state.get() instanceof State.Rendered(String text, int _)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** What was added to what Helm printed, in a sentence; empty where nothing was. */
  public Optional<String> placed() {
    return state.get() instanceof State.Rendered(String _, int objects) && objects > 0
        ? Optional.of(
            "%s no namespace and now %s in %s, as after an installation by Helm."
                .formatted(
                    Counts.say(objects, "object names", "objects name"),
                    objects == 1 ? "is" : "are",
                    namespace.get().strip()))
        : Optional.empty();
  }

  public Path chart() {
    return chart;
  }

  public boolean hasHelm() {
    return helm.isPresent();
  }

  public StringProperty releaseProperty() {
    return release;
  }

  /** Empty for Helm's own default. */
  public StringProperty namespaceProperty() {
    return namespace;
  }

  /** Values files; a later one wins over an earlier one. */
  public ObservableList<Path> values() {
    return values;
  }

  /** The very command, as one would type it. */
  public ReadOnlyStringProperty commandProperty() {
    return command.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
