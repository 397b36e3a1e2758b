package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a document that are not for everyone's eyes, in any object and in none: what is a
 * credential by its shape or its name, and all that a Secret holds. It is meant to hide, so in
 * doubt a value counts.
 */
public final class WrittenSecrets {
  private WrittenSecrets() {}

  /** The scalars, in the order of the document. */
  public static List<YamlCursor> in(YamlDocument document) {
    List<YamlCursor> out = new ArrayList<>();
    collect(document.cursor(), out);
    return out;
  }

  private static void collect(YamlCursor at, List<YamlCursor> out) {
    if (at.isScalar()) {
      if (isOne(at)) {
        out.add(at);
      }
      return;
    }
    at.entries().forEach(entry -> collect(entry, out));
    at.items().forEach(item -> collect(item, out));
  }

  /** Whether the scalar here is one of them. */
  static boolean isOne(YamlCursor at) {
    String raw = at.raw();
    if (raw.isBlank()) {
      return false;
    }
    return credential(at).isPresent()
        || isOfSecret(at)
        || Kustomized.isOfSecret(at)
        || at.key().equals(Kubeconfig.KEY);
  }

  /** The credential that the scalar here is, or holds. */
  static Optional<Credential> credential(YamlCursor at) {
    String raw = at.raw();
    return Credentials.in(name(at), raw)
        .or(() -> Credentials.inText(raw).map(Credentials.InText::credential))
        .or(() -> CommandShapes.inItem(at))
        .or(() -> Kustomized.inLiteral(at))
        .or(() -> Kustomized.inPatch(at));
  }

  /** Below a telling name, how entries are called that hold what is named. */
  private static final Set<String> VALUES =
      Set.of("value", "plain", "plaintext", "literal", "default", "stringvalue", "data");

  /** What the value is called: by its key, by the name beside it, or by the flag before it. */
  private static String name(YamlCursor at) {
    Optional<YamlCursor> around = at.parent();
    if (around.isEmpty()) {
      return "";
    }
    if (around.get().isSequence()) {
      String before =
          at.path().last() instanceof YamlPath.Index(int index) && index > 0
              ? flag(around.get().at(index - 1).raw(), at.raw())
              : "";
      return before.isEmpty() && !around.get().key().isEmpty() ? name(around.get()) : before;
    }
    String beside = around.get().get("name").raw();
    if (at.key().equals("value") && !beside.isEmpty()) {
      return beside;
    }
    String place = around.get().get("path").raw();
    if (at.key().equals("value") && around.get().get("op").exists() && !place.isEmpty()) {
      // of a JSON patch
      return place.substring(place.lastIndexOf('/') + 1);
    }
    boolean random = at.isScalar() && Entropy.isRandom(at.raw().strip());
    boolean below = VALUES.contains(at.key().toLowerCase(Locale.ROOT)) || random;
    return below && TellingName.kindOf(at.key()).isEmpty() && !around.get().key().isEmpty()
        ? around.get().key()
        : at.key();
  }

  private static String flag(String before, String raw) {
    return before.startsWith("-") && !raw.startsWith("-") ? before : "";
  }

  /** Fields of a Secret that say what it is, and hold nothing of it. */
  private static final Set<String> ABOUT =
      Set.of("apiVersion", "kind", "metadata", "type", "immutable");

  /**
   * What a Secret holds, wherever it stands and however it is misspelt; a reference of kind Secret
   * has no metadata, and holds nothing.
   */
  private static boolean isOfSecret(YamlCursor at) {
    YamlCursor field = at;
    Optional<YamlCursor> around = at.parent();
    while (around.isPresent()) {
      YamlCursor object = around.get();
      if (object.get("kind").raw().equals("Secret") && isHolder(object)) {
        boolean about = ABOUT.contains(field.key());
        boolean misplaced = field.key().equals("immutable") && at.bool().isEmpty();
        return !about || misplaced;
      }
      field = object;
      around = object.parent();
    }
    return false;
  }

  private static boolean isHolder(YamlCursor object) {
    return object.get("metadata").exists()
        || object.get("data").exists()
        || object.get("stringData").exists();
  }
}
