package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Control;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a control says it reads is never passed over: a placeholder there is told, with its id. */
class DeclaredFieldsTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  record Declared(String control, PodFields.Field field) {}

  static Stream<Declared> fields() {
    return ControlCatalogue.all().stream()
        .flatMap(c -> c.reads().stream().map(field -> new Declared(c.info().id(), field)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aPlaceholderInAFieldThatIsReadNamesItsReader(Declared declared) {
    List<Finding> told =
        ANALYZER.analyze(List.of(Manifest.of("a.yaml", text(declared.field())))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals("undetermined-value"))
            .toList();

    assertThat(told).anyMatch(f -> f.unjudged().holds(declared.control()));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aControlThatReadsFieldsIsSilentOnAPlaceholderInThem(Declared declared) {
    List<Finding> unknown =
        ANALYZER.analyze(List.of(Manifest.of("a.yaml", text(declared.field())))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.unjudged().holds(declared.control()))
            .toList();

    // it is told once, however many would have read it
    assertThat(unknown).extracting(f -> f.path().toString()).doesNotHaveDuplicates();
  }

  private static String text(PodFields.Field field) {
    String value = nested(field.way());
    return switch (field.part()) {
      case POD ->
          pod("annotations: {}", value.substring(1, value.length() - 1) + ", " + container(""));
      case CONTAINER ->
          pod("annotations: {}", container(", " + value.substring(1, value.length() - 1)));
      case ANNOTATIONS -> pod("annotations: {'" + field.of() + "web': '${X}'}", container(""));
      case OBJECT ->
          "{apiVersion: v1, kind: %s, metadata: {name: web}, %s}\n"
              .formatted(field.of(), value.substring(1, value.length() - 1));
    };
  }

  private static String pod(String metadata, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: web, %s}, spec: {%s}}\n"
        .formatted(metadata, spec);
  }

  private static String container(String more) {
    return "containers: [{name: web, image: web" + more + "}]";
  }

  /** A mapping that has a placeholder at the end of a way. */
  private static String nested(List<String> way) {
    List<String> steps = new ArrayList<>(way);
    steps.remove("{}");
    String value = "'${X}'";
    for (String step : steps.reversed()) {
      value = step.equals("[]") ? "[" + value + "]" : "{" + step + ": " + value + "}";
    }
    return value;
  }

  /** All that looks at pods or containers for one field says which. */
  static Stream<Control> readers() {
    return ControlCatalogue.all().stream().filter(c -> !c.reads().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("readers")
  void theFieldsOfAControlAreNamedOnce(Control control) {
    assertThat(control.reads()).doesNotHaveDuplicates();
  }
}
