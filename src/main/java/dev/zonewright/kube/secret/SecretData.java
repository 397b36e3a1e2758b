package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a Secret manifest carries. */
public final class SecretData {
  /** What to do with a Secret whose values are written out. */
  public static final String ADVICE =
      "Keep only a reference in the manifest: an ExternalSecret, or a SecretProviderClass. A"
          + " SealedSecret or SOPS keeps the values encrypted in Git. Replace the values: what "
          + "was in a file is no longer secret.";

  /** Types whose values are told by other controls, or are no credentials. */
  private static final Set<String> OTHERS =
      Set.of("kubernetes.io/service-account-token", "helm.sh/release.v1");

  /** How keys are called that hold a secret of a kind that their names do not tell. */
  private static final Set<String> PLAIN_KEYS =
      Set.of("key", "psk", "pw", "auth", "htpasswd", "pin");

  private SecretData() {}

  /**
   * One entry.
   *
   * @param at the entry in {@code data} or {@code stringData}
   * @param text what Kubernetes hands to the workload; of bytes that are no text, the base64
   */
  public record Value(YamlCursor at, String text) {
    /** Whether it holds something that is meant to be kept secret. */
    public boolean isSecret() {
      return SecretData.isSecret(at.key(), text);
    }
  }

  /** Whether a value of this name in a Secret is meant to be kept secret. */
  static boolean isSecret(String name, String text) {
    if (LiteralValue.isReference(text)
        || LiteralValue.isSetting(text)
        || Examples.isExample(text)
        || (text.contains("-----BEGIN CERTIFICATE") && !text.contains("PRIVATE KEY"))) {
      return false;
    }
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return PLAIN_KEYS.contains(last) || last.endsWith("key") || isRandom(text.strip());
  }

  /** The entries that are filled in. */
  public static List<Value> of(KubeObject secret) {
    List<Value> out = new ArrayList<>();
    if (OTHERS.contains(secret.root().get("type").raw())) {
      return out;
    }
    for (YamlCursor at : secret.root().get("data").entries()) {
      if (at.isScalar() && !at.isHidden() && !at.raw().isBlank()) {
        out.add(new Value(at, decoded(at.raw())));
      }
    }
    for (YamlCursor at : secret.root().get("stringData").entries()) {
      if (at.isScalar() && !at.isHidden() && !at.raw().isBlank()) {
        out.add(new Value(at, at.raw()));
      }
    }
    return out;
  }

  /** What base64 stands for, where that is text; else as it is. */
  public static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0 && !text.isBlank() ? text : base64;
    } catch (IllegalArgumentException _) {
      return base64;
    }
  }

  /** A UUID is random too, but names something. */
  private static boolean isRandom(String text) {
    boolean uuid = text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    return !uuid && Entropy.isRandom(text) && text.indexOf('\n') < 0 && text.indexOf(' ') < 0;
  }
}
