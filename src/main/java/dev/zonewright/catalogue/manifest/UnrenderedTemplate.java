package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlProblem;
import java.util.List;

/**
 * Field: none; the characters of a document, and {@code kind} and {@code apiVersion} of an object.
 * Accepted: text that is YAML without somebody filling in <code>{{ … }}</code> or <code>{% … %}
 * </code> first, and an object that says what it is. Templates for single values are another
 * control's.
 */
public final class UnrenderedTemplate implements Control.OnDocument {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnrenderedTemplate.class),
          Family.MANIFEST,
          "Unrendered template",
          "A document is a template that was not rendered, so nothing in it was checked",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of("Helm: helm template", "Zonewright: undetermined is never a pass"));

  private static final String CURE =
      "Render it first, a Helm chart with `helm template`, and open the result.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(YamlDocument document, Reporter reporter) {
    if (document.problem().isPresent()) {
      YamlProblem problem = document.problem().get();
      if (problem.kind() == YamlProblem.Kind.TEMPLATE) {
        reporter
            .violatedAt(
                problem.range(), "Cannot be read, so nothing in it was checked: " + problem.what())
            .guidance(problem.cure());
      }
      return;
    }
    YamlCursor root = document.cursor();
    if (UnknownValue.isTemplate(root) && !root.get("kind").exists()) {
      reporter
          .violated(root, "This is a template that was not rendered: nothing in it was checked")
          .guidance(CURE);
    } else {
      object(root, reporter);
      root.get("items").items().forEach(item -> object(item, reporter));
    }
  }

  private static void object(YamlCursor object, Reporter reporter) {
    YamlCursor kind = object.get("kind");
    YamlCursor version = object.get("apiVersion");
    if (kind.exists() && UnknownValue.isTemplate(object)) {
      reporter
          .undetermined(
              kind,
              "kind is a template that was not rendered: what this object is decides what "
                  + "everything else means, and nothing in it was checked")
          .guidance(CURE);
    } else if (kind.exists() && UnknownValue.isPlaceholder(version)) {
      reporter
          .undetermined(
              version,
              "apiVersion is a template that was not rendered: whether %s is a kind of Kubernetes"
                      .formatted(kind.raw())
                  + " itself is not known, nor which fields it has")
          .severity(Severity.MEDIUM)
          .guidance(CURE);
    }
  }
}
