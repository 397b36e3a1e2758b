package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return Credentials.in(name(at), raw).isPresent()
        || Credentials.inText(raw).isPresent()
        || isOfSecret(at);
  }

  /** What the value is called: by its key, by the name beside it, or by the flag before it. */
  private static String name(YamlCursor at) {
    Optional<YamlCursor> around = at.parent();
    if (around.isEmpty()) {
      return "";
    }
    if (around.get().isSequence()) {
      return at.path().last() instanceof YamlPath.Index(int index) && index > 0
          ? flag(around.get().at(index - 1).raw(), at.raw())
          : "";
    }
    String beside = around.get().get("name").raw();
    return at.key().equals("value") && !beside.isEmpty() ? beside : at.key();
  }

  private static String flag(String before, String raw) {
    return before.startsWith("-") && !raw.startsWith("-") ? before : "";
  }

  /** {@code data} and {@code stringData} of a Secret, wherever it stands. */
  private static boolean isOfSecret(YamlCursor at) {
    return at.parent()
        .filter(data -> data.key().equals("data") || data.key().equals("stringData"))
        .flatMap(YamlCursor::parent)
        .filter(object -> object.get("kind").raw().equals("Secret"))
        .isPresent();
  }
}
