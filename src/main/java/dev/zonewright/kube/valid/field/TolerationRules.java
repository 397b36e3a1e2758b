package dev.zonewright.kube.valid.field;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a toleration of a taint looks like, in a pod and in a class of runtimes. Source: Kubernetes
 * 1.36, taints and tolerations.
 */
public final class TolerationRules {
  private static final Set<String> COMPARING = Set.of("Lt", "Gt");
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private static final FieldTree WORDS =
      new FieldTree()
          .add(FieldRule.oneOf("NoSchedule", "PreferNoSchedule", "NoExecute"), "effect")
          .add(FieldRule.oneOf("Exists", "Equal", "Lt", "Gt"), "operator");

  private TolerationRules() {}

  public static void check(YamlCursor at, Found found) {
    WORDS.check(at, found);
    YamlCursor operator = at.get("operator");
    YamlCursor key = at.get("key");
    YamlCursor value = at.get("value");
    Optional<String> text = Found.text(value);
    if (operator.raw().equals("Exists") && text.isPresent()) {
      found.applied(value, "a toleration with the operator Exists cannot have a value");
    }
    if (Found.text(key).filter(k -> !LabelSyntax.isKey(k)).isPresent()) {
      found.applied(key, UnknownValue.quoted(key) + " is not a valid label key");
    }
    if (COMPARING.contains(operator.raw())) {
      if (text.filter(v -> !WHOLE.matcher(v).matches()).isPresent()) {
        found.applied(
            value, "with the operator %s, the value is a whole number".formatted(operator.raw()));
      }
    } else if (text.filter(v -> !LabelSyntax.isValue(v)).isPresent()) {
      found.applied(value, UnknownValue.quoted(value) + " is not a valid label value");
    }
    YamlCursor effect = at.get("effect");
    if (Found.number(at.get("tolerationSeconds")).isPresent()
        && !effect.raw().equals("NoExecute")
        && !UnknownValue.hides(effect)) {
      found.applied(at.get("tolerationSeconds"), "tolerationSeconds needs the effect NoExecute");
    }
    boolean any = !key.isSet() || (key.isScalar() && key.raw().isEmpty());
    boolean known = !operator.isPlaceholder() && !at.isPlaceholder() && at.isMapping();
    if (any && known && !key.isPlaceholder() && !operator.raw().equals("Exists")) {
      found.applied(
          operator.isSet() ? operator : at, "a toleration without a key needs the operator Exists");
    }
  }
}
