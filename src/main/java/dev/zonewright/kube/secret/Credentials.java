package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;

/** Says whether a value is a credential. */
public final class Credentials {
  /** A longer text holds data; the formats are looked for in its beginning only. */
  private static final int LOOKED_AT = 1 << 20;

  private static final int LONGEST_PASSWORD = 512;

  private Credentials() {}

  /**
   * The credential in a value that stands under a name: by its own shape, else because the name
   * tells and the value is used as it is. Placeholders, paths, addresses in a secret store,
   * settings and examples are none.
   */
  public static Optional<Credential> in(String name, String value) {
    return byShape(value).or(() -> byName(name, value));
  }

  /** The first credential whose published format is found in a text. */
  public static Optional<Credential> byShape(String text) {
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    return KeyShapes.find(head).or(() -> MarkShapes.find(head)).or(() -> TextShapes.find(head));
  }

  /** The password in one word of a command that is written as a list. */
  public static Optional<Credential> inCommand(YamlCursor item) {
    return CommandShapes.inItem(item);
  }

  /** The credential that a telling name announces. */
  public static Optional<Credential> byName(String name, String value) {
    Optional<SecretKind> told =
        TellingName.mayBeIn(name)
            ? TellingName.kindOf(name).or(() -> LoginName.kindOf(name, value.strip()))
            : Optional.empty();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    String stripped = value.strip();
    if (stripped.length() > LONGEST_PASSWORD || stripped.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    if (TellingName.isNameOfSecret(name, stripped)
        || LiteralValue.isReference(stripped)
        || LiteralValue.isSetting(stripped)) {
      return Optional.empty();
    }
    if (Examples.isExample(stripped)) {
      return Optional.empty();
    }
    return told.map(kind -> new Credential(kind.words(), kind, stripped, false));
  }

  /** A credential inside a longer text, with the line that holds it, from 1. */
  public record InText(int line, String name, Credential credential) {}

  /**
   * The first credential in a configuration text: one whose format is known, or the value of a line
   * with a telling name.
   */
  public static Optional<InText> inText(String text) {
    Optional<Credential> shape = byShape(text);
    if (shape.isPresent()) {
      String first = shape.get().value().lines().findFirst().orElse("");
      int at = Math.max(0, text.indexOf(first));
      int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      return Optional.of(new InText(line, "", shape.get()));
    }
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    for (NamedValues.Line line : NamedValues.in(head)) {
      Optional<Credential> found = byName(line.name(), line.value());
      if (found.isPresent()) {
        return Optional.of(new InText(line.line(), line.name(), found.get()));
      }
    }
    return Kubeconfig.inText(head);
  }

  /** Whether the value only keeps the place of a credential, or is one that everybody knows. */
  public static boolean isStandIn(Credential credential) {
    return isStandIn(credential.value());
  }

  /** The same of a value whose kind is not known. */
  public static boolean isStandIn(String value) {
    return Examples.isStandIn(value.strip());
  }
}
