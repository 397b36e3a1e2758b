package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what two places are seen to hold the same secret. */
public sealed interface SecretMark {
  /** The kinds of objects that hold a secret or say where it comes from. */
  List<String> KINDS = List.of("Secret", "ExternalSecret", "VaultStaticSecret", "Certificate");

  /** Two annotations by which controllers copy a Secret of another namespace. */
  List<String> COPIES =
      List.of(
          "replicator.v1.mittwald.de/replicate-from", "reflector.v1.k8s.emberstack.com/reflects");

  /**
   * The same value, which is a credential.
   *
   * @param digest of the value, so that the value itself is not kept
   */
  record Value(String digest) implements SecretMark {
    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Value that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
      return digest.hashCode();
    }
  }

  /**
   * The same entry of an external store that every namespace can reach, or the same Secret that is
   * copied.
   */
  record Source(String words) implements SecretMark {
    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Source that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }
  }

  /** Only the name of the Secret: what it holds is not known. */
  record Name(String name) implements SecretMark {
    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** What a Secret holds, or what an object fills one from, with the place of each. */
  static Map<SecretMark, YamlPath> of(KubeObject object) {
    Map<SecretMark, YamlPath> out = new LinkedHashMap<>();
    switch (object.kind()) {
      case "Secret" -> {
        for (SecretData.Value value : SecretData.of(object)) {
          if (isCredential(value)) {
            out.putIfAbsent(new Value(digest(value.text().strip())), value.at().path());
          }
        }
        YamlCursor annotations = object.root().get("metadata", "annotations");
        for (String copy : COPIES) {
          YamlCursor from = annotations.get(copy);
          if (isName(from)) {
            out.putIfAbsent(new Source("Secret " + from.raw()), from.path());
          }
        }
        if (!object.namespace().isEmpty()) {
          out.putIfAbsent(
              new Source("Secret %s/%s".formatted(object.namespace(), object.name())),
              object.root().get("metadata", "name").path());
        }
      }
      case "ExternalSecret" -> {
        YamlCursor store = object.root().get("spec", "secretStoreRef");
        if (store.get("kind").raw().equals("ClusterSecretStore") && isName(store.get("name"))) {
          String from = " of ClusterSecretStore " + store.get("name").raw();
          for (YamlCursor item : object.root().get("spec", "data").items()) {
            remote(item.get("remoteRef"), from, out);
          }
          for (YamlCursor item : object.root().get("spec", "dataFrom").items()) {
            remote(item.get("extract"), from, out);
          }
        }
      }
      case "VaultStaticSecret" -> {
        YamlCursor spec = object.root().get("spec");
        if (isName(spec.get("mount")) && isName(spec.get("path"))) {
          out.put(
              new Source(
                  "%s/%s of Vault".formatted(spec.get("mount").raw(), spec.get("path").raw())),
              spec.get("path").path());
        }
      }
      default -> {}
    }
    return out;
  }

  private static void remote(YamlCursor at, String from, Map<SecretMark, YamlPath> out) {
    YamlCursor key = at.get("key");
    if (isName(key)) {
      String property = at.get("property").raw();
      String words = property.isEmpty() ? key.raw() : key.raw() + "#" + property;
      out.putIfAbsent(new Source(words + from), key.path());
    }
  }

  /** The names of the Secrets of which an object shows what they hold. */
  static List<String> decides(KubeObject object) {
    return switch (object.kind()) {
      case "Secret" -> SecretData.of(object).isEmpty() ? List.of() : List.of(object.name());
      default -> Supply.of(object).stream().map(Supply::secret).toList();
    };
  }

  /** Whether a name is written that nothing fills in later. */
  static boolean isName(YamlCursor at) {
    return at.isScalar() && !at.raw().isBlank() && !at.isPlaceholder();
  }

  private static boolean isCredential(SecretData.Value value) {
    Optional<Credential> found =
        Credentials.in(value.at().key(), value.text())
            .or(() -> Credentials.inText(value.text()).map(Credentials.InText::credential));
    return found.isPresent() ? !Credentials.isStandIn(found.get()) : value.isSecret();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
