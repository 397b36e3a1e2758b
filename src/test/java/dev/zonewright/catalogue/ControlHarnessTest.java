package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.tenancy.MissingResourceLimits;
import dev.zonewright.control.Control;
import dev.zonewright.control.Family;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every control is put through without asking for it: its own examples, in other clothes. */
class ControlHarnessTest {
  private static final Map<String, Function<PodTree, String>> STYLES =
      Map.of("block", PodTree::block, "flow", t -> t.flow() + "\n", "JSON", t -> t.json() + "\n");

  /** What custom resources may hold is not known to these. */
  private static final Set<String> OF_BUILT_IN_KINDS = Set.of("unknown-field", "wrong-type");

  private static final Set<String> REPLICATED =
      Set.of("Deployment", "DeploymentList", "ReplicaSet", "ReplicationController", "StatefulSet");

  // Only these kinds let a pod choose whether it is restarted.
  private static final Set<String> CHOOSES_RESTART =
      Set.of("Pod", "Job", "CronJob", "List", "PodList");

  @TestFactory
  Stream<DynamicTest> findsTheSameInEveryWrapper() {
    return ControlCatalogue.all().stream()
        .flatMap(control -> {
          List<DynamicTest> tests = new ArrayList<>();
          for (PageExamples.Example example : examples(control)) {
            for (Wrappings.Pod pod : Wrappings.podsIn(example.text())) {
              List<String> expected = Reviewed.labels(inPod(control, example.text(), pod));
              if (!expected.isEmpty()) {
                Wrappings.all()
                    .forEach((kind, wrap) ->
                        STYLES.forEach((style, write) -> {
                          String text =
                              write.apply(wrap.apply(pod.metadata(), pod.spec())) + pod.beside();
                          boolean unknown =
                              OF_BUILT_IN_KINDS.contains(control.info().id())
                                  && Wrappings.CUSTOM.contains(kind);
                          boolean fixed =
                              control.info().id().equals("restarting-agent")
                                  && !CHOOSES_RESTART.contains(kind);
                          // what holds agents only says so by its kind
                          boolean declared =
                              control.info().id().equals("undeclared-agent")
                                  && kind.startsWith("Sandbox");
                          // replicas do not come to every node, which is one finding more
                          boolean replicas =
                              control.info().id().equals("missing-falco")
                                  && REPLICATED.contains(kind);
                          if (!unknown
                              && !fixed
                              && !replicas
                              && !declared
                              && !(style.equals("JSON") && text.contains("{{ "))) {
                            tests.add(
                                dynamicTest(
                                    control.info().id() + ": " + kind + ", " + style,
                                    () -> checkWrapped(control, text, expected)));
                          }
                        }));
              }
            }
          }
          assertThat(!tests.isEmpty() || !isOfPods(control))
              .as("%s has an example with a finding in a pod", control.info().id())
              .isTrue();
          return tests.stream();
        });
  }

  @TestFactory
  Stream<DynamicTest> findsTheSameInEveryKindOfContainer() {
    return ControlCatalogue.all().stream()
        .filter(Control.OnContainer.class::isInstance)
        .flatMap(control ->
            examples(control).stream()
                .flatMap(example ->
                    Wrappings.podsIn(example.text()).stream()
                        .flatMap(pod ->
                            Stream.of("containers", "initContainers", "ephemeralContainers")
                                .filter(list -> canBeIn(control, list))
                                .map(list -> {
                                  PodTree spec = Wrappings.onlyIn(list, pod.spec());
                                  String text =
                                      Wrappings.barePod(pod.metadata(), spec).block()
                                          + pod.beside();
                                  List<String> expected =
                                      Reviewed.labels(inPod(control, example.text(), pod));
                                  return dynamicTest(
                                      control.info().id() + ": " + list,
                                      () -> checkWrapped(control, text, expected));
                                }))));
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatTheFileIsLike() {
    return ControlCatalogue.all().stream()
        .flatMap(control ->
            examples(control).stream()
                .flatMap(example ->
                    Stream.of(
                        dynamicTest(
                            control.info().id() + ": CRLF",
                            () -> checkFile(control, example, t -> t.replace("\n", "\r\n"))),
                        dynamicTest(
                            control.info().id() + ": byte-order mark",
                            () -> checkFile(control, example, t -> "\uFEFF" + t)),
                        dynamicTest(
                            control.info().id() + ": no final newline",
                            () ->
                                checkFile(
                                    control, example, t -> t.substring(0, t.length() - 1))))));
  }

  /** The API server refuses limits on ephemeral containers, so nothing is found there. */
  private static boolean canBeIn(Control control, String list) {
    return !(control instanceof MissingResourceLimits) || !list.equals("ephemeralContainers");
  }

  private static boolean isOfPods(Control control) {
    return control instanceof Control.OnPod || control instanceof Control.OnContainer;
  }

  private static List<PageExamples.Example> examples(Control control) {
    return PageExamples.of(ControlPage.of(control.info().id())).findings();
  }

  private static Stream<LocatedFinding> inPod(Control control, String text, Wrappings.Pod pod) {
    YamlPath metadata = pod.view().metadata().path();
    YamlPath spec = pod.view().spec().path();
    return Reviewed.of(text)
        .of(control)
        .filter(f -> f.document() == pod.document())
        .filter(
            f -> f.finding().path().startsWith(metadata) || f.finding().path().startsWith(spec));
  }

  private static void checkWrapped(Control control, String text, List<String> expected) {
    Reviewed before = Reviewed.of(text);
    // the pod comes first, what stands beside it may have findings of its own
    assertThat(Reviewed.labels(before.of(control).filter(f -> f.document() == 1)))
        .as(text)
        .isEqualTo(expected);
    checkFixed(control, before);
  }

  /** What must hold after a control's fixes, whatever the text. */
  private static String checkFixed(Control control, Reviewed before) {
    assertThat(before.of(control).flatMap(f -> f.finding().fixes().stream()))
        .as("each fix says why it is safe, or what to look at, in\n%s", before.text())
        .noneMatch(fix -> fix.reason().isBlank());
    FixRun run = before.fixed(control);
    EditSet edits = Reviewed.editsOf(run);
    Reviewed after = new Reviewed(run.after());
    assertThat(run.refused()).as(before.text()).isEmpty();
    assertThat(after.of(control).filter(f -> !f.finding().fixes().isEmpty()))
        .as("with a fix, and still there in\n%s", after.text())
        .isEmpty();
    assertThat(Reviewed.editsOf(after.fixed(control)).isEmpty()).as(after.text()).isTrue();
    List<String> added = new ArrayList<>(Reviewed.labels(after.analysis().findings().stream()));
    Reviewed.labels(before.analysis().findings().stream()).forEach(added::remove);
    if (control.info().id().equals("undeclared-agent")) {
      // what is asked of agents is asked of it from then on: that is what declaring is for
      added.removeIf(label -> ofAgents(label.substring(0, label.indexOf(' '))));
    }
    assertThat(added).as("new findings in\n%s", after.text()).isEmpty();
    assertThat(edits.apply(before.text())).isEqualTo(after.text());
    assertThat(edits.inverse(before.text()).apply(after.text())).isEqualTo(before.text());
    return after.text();
  }

  private static boolean ofAgents(String id) {
    return ControlCatalogue.byId(id).orElseThrow().info().family() == Family.AGENT;
  }

  private static void checkFile(
      Control control, PageExamples.Example example, Function<String, String> dress) {
    SourceText file = SourceText.fromFile(dress.apply(example.text()));
    Reviewed before = Reviewed.of(file.text());
    assertThat(before.of(control).map(f -> f.start().line() + " " + f.finding().severity().word()))
        .containsExactlyElementsOf(
            example.expected().stream().map(e -> e.line() + " " + e.severity()).toList());
    String after = checkFixed(control, before);
    String fixed = example.fixed() == null ? example.text() : example.fixed();
    assertThat(file.withText(after).characters()).isEqualTo(dress.apply(fixed));
  }
}
