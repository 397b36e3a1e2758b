package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Webhooks that admission asks. What one is nothing without is asked for only where it says both
 * what it is asked about and who answers: patches of a generated configuration say one of them.
 * Source: Kubernetes 1.36.
 */
final class WebhookRules {
  private static final int LONGEST_WAIT = 30;
  private static final int NAME_PARTS = 3;
  private static final Pattern URL = Pattern.compile("(?i:https)://[^/?#@\\s]+(/[^?#]*)?");
  private static final Set<String> VERSIONS = Set.of("v1", "v1beta1");

  private static final FieldTree WEBHOOK =
      OperationRules.selection()
          .add(
              FieldRule.text(
                  WebhookRules::isName,
                  "“%s” must be a domain in lowercase with at least three parts, such as"
                      + " check.example.com"),
              "name")
          .add(FieldRule.oneOf("Ignore", "Fail"), "failurePolicy")
          .add(FieldRule.oneOf("Never", "IfNeeded"), "reinvocationPolicy")
          .add(FieldRule.oneOf("None", "NoneOnDryRun"), "sideEffects")
          .add(FieldRule.range(1, LONGEST_WAIT, "%s must be from 1 to 30"), "timeoutSeconds")
          .add(OperationRules::values, "rules[]")
          .add(OperationRules::condition, "matchConditions[]")
          .add(WebhookRules::versions, "admissionReviewVersions")
          .add(WebhookRules::client, "clientConfig")
          .add(Forms.PORT, "clientConfig.service.port")
          .add(FieldRule.needs("name", "the Service needs a name"), "clientConfig.service")
          .add(
              FieldRule.needs("namespace", "the Service needs a namespace"), "clientConfig.service")
          .add(WebhookRules::path, "clientConfig.service.path")
          .add(
              FieldRule.text(
                  url -> URL.matcher(url).matches(),
                  "“%s” must be https://HOST/PATH, without a query, a fragment and a user"),
              "clientConfig.url");

  private static final FieldRule NAME = FieldRule.needs("name", "a webhook needs a name");
  private static final FieldRule EFFECTS =
      FieldRule.needs("sideEffects", "a webhook needs sideEffects: None or NoneOnDryRun");
  private static final FieldRule REVIEWS =
      FieldRule.needs(
          "admissionReviewVersions", "a webhook needs admissionReviewVersions, such as v1");

  private WebhookRules() {}

  static void check(YamlCursor root, Found found) {
    Set<String> names = new HashSet<>();
    for (YamlCursor webhook : root.get("webhooks").items()) {
      YamlCursor name = webhook.get("name");
      if (Found.text(name).filter(n -> !names.add(n)).isPresent()) {
        found.applied(name, "two webhooks are called " + name.raw());
      }
      WEBHOOK.check(webhook, found);
      if (Found.isWhole(webhook)
          && webhook.get("rules").isSequence()
          && webhook.get("clientConfig").isSet()) {
        NAME.check(webhook, found);
        EFFECTS.check(webhook, found);
        REVIEWS.check(webhook, found);
        webhook.get("rules").items().forEach(rule -> OperationRules.needed(rule, found));
        answering(webhook.get("clientConfig"), found);
      }
    }
  }

  private static boolean isName(String name) {
    return Forms.isObjectName(name) && name.split("\\.", -1).length >= NAME_PARTS;
  }

  private static void answering(YamlCursor client, Found found) {
    boolean none =
        List.of("url", "service").stream()
            .map(client::get)
            .noneMatch(at -> at.isSet() || UnknownValue.hides(at));
    if (none && Found.isWhole(client)) {
      found.applied(client, "a webhook needs a service or a url that answers");
    }
  }

  private static void versions(YamlCursor versions, Found found) {
    List<YamlCursor> items = versions.items();
    if (!items.isEmpty()
        && items.stream().noneMatch(v -> VERSIONS.contains(v.raw()) || UnknownValue.hides(v))) {
      found.applied(versions, "one of the versions must be v1 or v1beta1");
    }
    Set<String> seen = new HashSet<>();
    for (YamlCursor version : items) {
      if (Found.text(version).filter(v -> !Forms.isWord(v)).isPresent()) {
        found.applied(version, "%s is not a version".formatted(UnknownValue.quoted(version)));
      } else if (Found.text(version).filter(v -> !seen.add(v)).isPresent()) {
        found.applied(version, "the version %s is listed twice".formatted(version.raw()));
      }
    }
  }

  private static void client(YamlCursor client, Found found) {
    boolean url = client.get("url").isSet();
    boolean service = client.get("service").isSet();
    if (url && service) {
      found.applied(client.get("url"), "a webhook has a url or a service, not both");
    }
  }

  private static void path(YamlCursor path, Found found) {
    if (Found.text(path).filter(p -> !isPath(p)).isPresent()) {
      found.applied(
          path, "the path must begin with / and be of lowercase letters, digits, hyphens and dots");
    }
  }

  private static boolean isPath(String path) {
    if (path.equals("/")) {
      return true;
    }
    if (!path.startsWith("/")) {
      return false;
    }
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    for (String step : path.substring(1, Math.max(1, end)).split("/", -1)) {
      if (!Forms.isObjectName(step)) {
        return false;
      }
    }
    return true;
  }
}
