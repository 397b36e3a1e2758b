package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of ConfigMaps and Secrets, and what Secrets of a type must hold. Source: Kubernetes 1.36.
 */
final class DataRules {
  private static final String ACCOUNT = "kubernetes.io/service-account.name";
  private static final String TYPES = "kubernetes.io/";

  /** All of these keys are needed. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "tls", List.of("tls.crt", "tls.key"),
          "ssh-auth", List.of("ssh-privatekey"),
          "dockercfg", List.of(".dockercfg"),
          "dockerconfigjson", List.of(".dockerconfigjson"));

  private DataRules() {}

  static void configMap(YamlCursor root, Found found) {
    keys(root.get("data"), found);
    keys(root.get("binaryData"), found);
    for (YamlCursor binary : root.get("binaryData").entries()) {
      if (root.get("data", binary.key()).exists()) {
        found.applied(binary, "%s is in data and in binaryData".formatted(binary.key()));
      }
    }
  }

  static void secret(YamlCursor root, Found found) {
    keys(root.get("data"), found);
    keys(root.get("stringData"), found);
    Optional<String> type = Found.text(root.get("type")).filter(t -> t.startsWith(TYPES));
    if (type.isEmpty() || isOpen(root.get("data")) || isOpen(root.get("stringData"))) {
      return;
    }
    String said = type.get().substring(TYPES.length());
    if (said.equals("service-account-token")) {
      account(root, found);
    } else if (said.equals("basic-auth")) {
      if (!has(root, "username") && !has(root, "password")) {
        found.applied(
            root.get("type"), "a Secret of this type needs username or password in its data");
      }
    }
    for (String key : NEEDED.getOrDefault(said, List.of())) {
      if (!has(root, key)) {
        found.applied(
            root.get("type"), "a Secret of this type needs %s in its data".formatted(key));
        return;
      }
      if (key.startsWith(".") && isNoObject(root, key)) {
        found.applied(root.get("data", key), "%s must hold an object in JSON".formatted(key));
      }
    }
  }

  private static void account(YamlCursor root, Found found) {
    YamlCursor annotations = root.get("metadata", "annotations");
    YamlCursor name = annotations.get(ACCOUNT);
    if (!isOpen(annotations) && name.raw().isEmpty() && !UnknownValue.hides(name)) {
      found.applied(root.get("type"), "a Secret of this type needs the annotation " + ACCOUNT);
    }
  }

  private static boolean has(YamlCursor root, String key) {
    return root.get("data", key).exists() || root.get("stringData", key).exists();
  }

  private static boolean isNoObject(YamlCursor root, String key) {
    if (root.get("stringData", key).exists()) {
      return false;
    }
    return Found.text(root.get("data", key))
        .map(text -> text.replaceAll("\\s", ""))
        .filter(text -> text.matches("[A-Za-z0-9+/]+=*") && text.length() % 4 == 0)
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).strip())
        .filter(json -> !json.startsWith("{") && !json.equals("null"))
        .isPresent();
  }

  /** Whether more may stand there than is written. */
  private static boolean isOpen(YamlCursor at) {
    return at.isSet() && !Found.isWhole(at);
  }

  private static void keys(YamlCursor data, Found found) {
    for (YamlCursor entry : data.entries()) {
      String key = entry.key();
      if (!key.equals("<<")
          && !entry.isPlaceholder()
          && key.indexOf('{') < 0
          && key.indexOf('$') < 0
          && !Forms.isDataKey(key)) {
        found.applied(
            entry, "a key is of letters, digits, -, _ and ., at most 253, and is no path");
      }
    }
  }
}
