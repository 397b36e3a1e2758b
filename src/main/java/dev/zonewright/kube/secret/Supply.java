package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * An object that fills a Secret in place of a person who writes it down.
 *
 * @param by the object that does so
 * @param secret the name of the Secret in the same namespace
 * @param way how it comes to its values
 * @param at the key that names the Secret, else the object's own name
 */
public record Supply(KubeObject by, String secret, Way way, YamlCursor at) {
  /** How a Secret comes to its values. */
  public enum Way {
    /** From an external store, renewed after an interval. */
    EXTERNAL_STORE("is filled from an external store by"),
    /** Made by Vault for a lease. */
    DYNAMIC("is made for a lease by"),
    /** Issued and renewed by cert-manager. */
    CERTIFICATE("is issued and renewed by"),
    /** Encrypted in the manifest; in the cluster a plain Secret. */
    ENCRYPTED("is encrypted at rest in Git, and is a plain Secret once it is decrypted, by");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** For the middle of a sentence, before the object that does it. */
    public String words() {
      return words;
    }
  }

  /**
   * Whether the reference architecture recommends it: encryption in Git alone is not that, nor what
   * is never renewed or lives long.
   */
  public boolean isRecommended() {
    return way != Way.ENCRYPTED && !Renewal.of(by).isLasting();
  }

  /**
   * For the end of a sentence whose subject is the Secret: how it is filled, by what, how often.
   */
  public String words() {
    String who = by.kind().equals("Secret") ? "SOPS" : by.label();
    return "%s %s%s".formatted(way.words(), who, Renewal.of(by).words());
  }

  /** The kinds of objects that fill Secrets; a Secret that SOPS encrypted fills itself. */
  public static final List<String> KINDS =
      List.of(
          "ExternalSecret",
          "ClusterExternalSecret",
          "VaultStaticSecret",
          "VaultDynamicSecret",
          "VaultPKISecret",
          "Certificate",
          "SealedSecret",
          "SecretProviderClass");

  /** What an object fills, by the fields of its kind; empty for every other one. */
  public static List<Supply> of(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    return switch (object.kind()) {
      case "ExternalSecret" -> one(object, spec.get("target", "name"), Way.EXTERNAL_STORE);
      case "ClusterExternalSecret" ->
          one(object, spec.get("externalSecretSpec", "target").get("name"), Way.EXTERNAL_STORE);
      case "VaultStaticSecret" -> one(object, spec.get("destination", "name"), Way.EXTERNAL_STORE);
      case "VaultDynamicSecret" -> one(object, spec.get("destination", "name"), Way.DYNAMIC);
      case "VaultPKISecret" -> one(object, spec.get("destination", "name"), Way.CERTIFICATE);
      case "Certificate" -> one(object, spec.get("secretName"), Way.CERTIFICATE);
      case "SealedSecret" ->
          one(object, spec.get("template", "metadata").get("name"), Way.ENCRYPTED);
      case "SecretProviderClass" ->
          spec.get("secretObjects").items().stream()
              .map(item -> item.get("secretName"))
              .filter(YamlCursor::isScalar)
              .map(at -> new Supply(object, at.raw(), Way.EXTERNAL_STORE, at))
              .toList();
      case "Secret" ->
          isSops(object)
              ? one(object, object.root().get("metadata", "name"), Way.ENCRYPTED)
              : List.of();
      default -> List.of();
    };
  }

  private static List<Supply> one(KubeObject object, YamlCursor name, Way way) {
    Optional<String> written = Optional.of(name.raw()).filter(n -> !n.isEmpty());
    YamlCursor at = written.isPresent() ? name : object.root().get("metadata", "name");
    return List.of(new Supply(object, written.orElse(object.name()), way, at));
  }

  /** Whether a Secret manifest was encrypted by SOPS. */
  public static boolean isSops(KubeObject secret) {
    YamlCursor sops = secret.root().get("sops");
    return sops.isMapping() && sops.get("mac").isSet();
  }
}
