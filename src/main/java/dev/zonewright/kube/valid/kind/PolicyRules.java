package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A ValidatingAdmissionPolicy and its binding, but not its expressions in CEL. What each is nothing
 * without is asked for only where the rest stands: an overlay may lay a part over it. Source:
 * Kubernetes 1.36, admissionregistration.
 */
final class PolicyRules {
  private static final Pattern IDENTIFIER = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");
  private static final Pattern VERSION = Pattern.compile("(?:(?<group>[^/]*)/)?(?<version>[^/]*)");

  /** Words of CEL, which nothing can be named. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private static final String RULES = "resourceRules";

  /** What a policy is about, or its binding. */
  private static final FieldTree MATCH =
      OperationRules.selection()
          .add(OperationRules::values, "resourceRules[]", "excludeResourceRules[]")
          .add(OperationRules::needed, "resourceRules[]", "excludeResourceRules[]");

  private static final FieldTree POLICY =
      new FieldTree()
          .add(FieldRule.oneOf("Fail", "Ignore"), "failurePolicy")
          .add(PolicyRules::kind, "paramKind")
          .add(MATCH::check, "matchConstraints")
          .add(OperationRules::condition, "matchConditions[]")
          .add(
              FieldRule.text(
                  name -> IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name),
                  "“%s” must be of letters, digits and _, not begin with a digit, and be no word"
                      + " of CEL"),
              "variables[].name")
          .add(FieldRule.needs("name", "a variable needs a name"), "variables[]")
          .add(FieldRule.needs("expression", "a variable needs an expression"), "variables[]")
          .add(FieldRule.needs("expression", "a validation needs an expression"), "validations[]")
          .add(
              FieldRule.oneOf("Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"),
              "validations[].reason")
          .add(PolicyRules::message, "validations[].message")
          .add(
              FieldRule.text(
                  key -> key.indexOf('/') < 0 && LabelSyntax.isKey(key),
                  "“%s” must be of at most 63 letters, digits, -, _ and ."),
              "auditAnnotations[].key")
          .add(FieldRule.needs("key", "an annotation needs a key"), "auditAnnotations[]")
          .add(
              FieldRule.needs("valueExpression", "an annotation needs a valueExpression"),
              "auditAnnotations[]");

  private static final FieldTree BINDING =
      new FieldTree()
          .add(Forms.OBJECT_NAME, "policyName")
          .add(FieldRule.oneOf("Deny", "Warn", "Audit"), "validationActions[]")
          .add(PolicyRules::actions, "validationActions")
          .add(PolicyRules::parameters, "paramRef")
          .add(MATCH::check, "matchResources");

  private PolicyRules() {}

  static void policy(YamlCursor spec, Found found) {
    POLICY.check(spec, found);
    YamlCursor match = spec.get("matchConstraints");
    if (!Found.isWhole(spec)) {
      return;
    }
    boolean decides = !spec.get("validations").items().isEmpty();
    if (decides && Found.isWhole(match)) {
      FieldRule.needs(RULES, "a policy needs resourceRules: what it is asked about")
          .check(match, found);
    }
    boolean says =
        decides
            || List.of("validations", "auditAnnotations").stream()
                .map(spec::get)
                .anyMatch(at -> !at.items().isEmpty() || UnknownValue.hides(at));
    if (match.isSet() && !says) {
      found.applied(spec, "a policy needs validations or auditAnnotations");
    }
  }

  static void binding(YamlCursor spec, Found found) {
    BINDING.check(spec, found);
    if (Found.isWhole(spec) && spec.get("policyName").isSet()) {
      FieldRule.needs("validationActions", "a binding needs validationActions, such as Deny")
          .check(spec, found);
    }
  }

  private static void kind(YamlCursor at, Found found) {
    FieldRule.needs("apiVersion", "paramKind needs its apiVersion").check(at, found);
    FieldRule.needs("kind", "paramKind needs its kind").check(at, found);
    YamlCursor version = at.get("apiVersion");
    Optional<String> text = Found.text(version);
    if (text.filter(t -> !isVersion(t)).isPresent()) {
      found.applied(version, "this is not an apiVersion, such as example.com/v1");
    }
    Optional<String> kind = Found.text(at.get("kind"));
    if (kind.filter(k -> !Forms.isWord(k.toLowerCase(Locale.ROOT))).isPresent()) {
      found.applied(at.get("kind"), "this is not a kind");
    }
  }

  private static boolean isVersion(String text) {
    var form = VERSION.matcher(text);
    if (!form.matches()) {
      return false;
    }
    String group = form.group("group");
    return Forms.isWord(form.group("version"))
        && (group == null || group.isEmpty() || Forms.isObjectName(group));
  }

  /** A folded text has its line break at the end, which does not count. */
  private static void message(YamlCursor at, Found found) {
    if (Found.text(at).filter(text -> text.strip().indexOf('\n') >= 0).isPresent()) {
      found.applied(at, "a message has one line");
    }
  }

  private static void actions(YamlCursor at, Found found) {
    Set<String> seen = new HashSet<>();
    for (YamlCursor action : at.items()) {
      if (Found.text(action).filter(a -> !seen.add(a)).isPresent()) {
        found.applied(action, "the action %s is listed twice".formatted(action.raw()));
      }
    }
    if (seen.contains("Deny") && seen.contains("Warn")) {
      found.applied(at, "Deny and Warn exclude each other: what is denied is said already");
    }
  }

  private static void parameters(YamlCursor at, Found found) {
    YamlCursor name = at.get("name");
    YamlCursor selector = at.get("selector");
    if (!Found.isWhole(at)) {
      return;
    }
    if (name.isSet() && selector.isSet()) {
      found.applied(selector, "parameters are chosen by name or by selector, not both");
    }
    if (!name.isSet() && !selector.isSet()) {
      found.applied(at, "paramRef needs a name or a selector");
    }
    LabelSyntax.selector(selector, found::applied);
    FieldRule.oneOf("Allow", "Deny").check(at.get("parameterNotFoundAction"), found);
    FieldRule.needs("parameterNotFoundAction", "paramRef needs parameterNotFoundAction")
        .check(at, found);
  }
}
