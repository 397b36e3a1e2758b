package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.FieldType;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.ScalarType;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.Excerpt;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Fields: every value in an object of Kubernetes' own kinds. Accepted: what the API server of
 * Kubernetes 1.36 decodes into the field's type; null everywhere. One value that does not fit makes
 * it refuse the whole object, whatever the validation.
 */
public final class WrongType implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(WrongType.class),
          Family.MANIFEST,
          "Wrong type",
          "A value has a type that the field does not accept, so Kubernetes refuses the object",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Kubernetes: field validation",
              "Kubernetes: API reference",
              "Kubernetes: quantities"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (Mismatch mismatch : SchemaCheck.of(object)) {
      if (mismatch instanceof Mismatch.WrongType wrong) {
        report(wrong, object, reporter);
      }
    }
  }

  private static void report(Mismatch.WrongType wrong, KubeObject object, Reporter reporter) {
    YamlCursor document = object.root().document().cursor();
    YamlCursor at = document.at(wrong.path());
    boolean secret = object.kind().equals("Secret");
    String name = at.key().isEmpty() ? "This item" : at.key();
    var finding =
        reporter
            .violated(
                at,
                "%s is %s, where Kubernetes expects %s: it refuses the object"
                    .formatted(name, what(at, secret), wrong.expected().label()))
            .container(SchemaPlaces.container(document, wrong.path()))
            .guidance(guidance(wrong.expected(), object.kind()));
    TypeFixes.of(at, wrong.expected()).ifPresent(finding::fix);
  }

  /** What stands there; values of secrets are not repeated. */
  private static String what(YamlCursor at, boolean secret) {
    if (at.isMapping()) {
      return "a mapping";
    }
    if (at.isSequence()) {
      return "a list";
    }
    String shown = secret ? "" : " " + Excerpt.of(Masked.valueOf(at), 40);
    return switch (at.scalar().orElse(ScalarValue.NULL)) {
      case ScalarValue.Text _ ->
          secret ? "text" : "the text “" + Excerpt.of(Masked.valueOf(at), 40) + "”";
      case ScalarValue.Bool _ -> "the boolean" + shown;
      case ScalarValue.Int _, ScalarValue.Real _ -> "the number" + shown;
      case ScalarValue.Null _ -> "empty";
    };
  }

  private static String guidance(FieldType expected, String kind) {
    if (expected instanceof FieldType.Scalar(ScalarType type) && type == ScalarType.BYTES) {
      return kind.equals("Secret")
          ? "Encode the value in base64, or put it unencoded under stringData."
          : "Encode the value in base64.";
    }
    return "";
  }
}
