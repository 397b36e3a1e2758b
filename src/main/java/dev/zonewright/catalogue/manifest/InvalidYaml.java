package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlProblem;
import java.util.List;

/**
 * Field: none; the characters of a document. Accepted: YAML that can be read, within sane limits of
 * nesting and aliases. No other control sees a document that cannot be read, but for the one that
 * speaks of templates.
 */
public final class InvalidYaml implements Control.OnDocument {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(InvalidYaml.class),
          Family.MANIFEST,
          "Unreadable document",
          "A document is not YAML, so nothing in it was checked",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of("YAML 1.2.2", "Kubernetes: Objects in Kubernetes"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(YamlDocument document, Reporter reporter) {
    document
        .problem()
        .filter(problem -> problem.kind() != YamlProblem.Kind.TEMPLATE)
        .ifPresent(problem ->
            reporter
                .violatedAt(
                    problem.range(),
                    "Cannot be read, so nothing in it was checked: " + problem.what())
                .guidance(problem.cure()));
  }
}
