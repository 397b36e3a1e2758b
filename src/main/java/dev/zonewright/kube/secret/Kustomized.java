package dev.zonewright.kube.secret;

import dev.zonewright.kube.custom.PatchFiles;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a Kustomization writes into what it builds: those of its generators, and those of
 * patches that stand in it. Source: Kustomize, secretGenerator, configMapGenerator, patches.
 */
public final class Kustomized {
  private static final List<String> SECRETS = List.of("secretGenerator");
  private static final List<String> GENERATORS = List.of("secretGenerator", "configMapGenerator");
  private static final String LITERALS = "literals";

  private Kustomized() {}

  /**
   * A value that a generator is given as {@code name=value}.
   *
   * @param ofSecret whether it becomes one of a Secret
   */
  public record Literal(YamlCursor at, String name, String value, boolean ofSecret) {
    /** Whether it holds something that is meant to be kept secret. */
    public boolean isSecret() {
      return ofSecret && SecretData.isSecret(name, value);
    }
  }

  /** Those of the generators. */
  public static List<Literal> literals(YamlCursor root) {
    List<Literal> out = new ArrayList<>();
    if (!PatchFiles.isKustomization(root)) {
      return out;
    }
    for (String generator : GENERATORS) {
      for (YamlCursor item : root.get(generator).items()) {
        for (YamlCursor at : item.get(LITERALS).items()) {
          literal(at, SECRETS.contains(generator)).ifPresent(out::add);
        }
      }
    }
    return out;
  }

  private static Optional<Literal> literal(YamlCursor at, boolean ofSecret) {
    String raw = at.raw();
    int split = raw.indexOf('=');
    if (!at.isScalar() || split <= 0 || raw.substring(split + 1).isBlank()) {
      return Optional.empty();
    }
    String name = raw.substring(0, split).strip();
    return Optional.of(new Literal(at, name, unquoted(raw.substring(split + 1)), ofSecret));
  }

  /** Kustomize takes one pair of quotes away. */
  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Whether the scalar is one that a generator puts into a Secret. */
  static boolean isOfSecret(YamlCursor at) {
    Optional<YamlCursor> generator =
        at.parent()
            .filter(list -> list.key().equals(LITERALS))
            .flatMap(YamlCursor::parent)
            .flatMap(YamlCursor::parent);
    return generator.filter(list -> SECRETS.contains(list.key())).isPresent()
        && literal(at, true).isPresent();
  }

  /** The credential that a generator is given. */
  static Optional<Credential> inLiteral(YamlCursor at) {
    return at.parent()
        .filter(list -> list.key().equals(LITERALS))
        .flatMap(_ -> literal(at, false))
        .flatMap(literal -> Credentials.in(literal.name(), literal.value()));
  }

  /** A credential in a patch. */
  public record Patched(YamlCursor at, Credential found) {}

  /** The credentials that patches hold which a Kustomization, Flux or Argo CD lay over others. */
  public static List<Patched> patched(YamlCursor root) {
    List<Patched> out = new ArrayList<>();
    PatchFiles.writtenOut(root).forEach(path -> collect(root.document().cursor().at(path), out));
    return out;
  }

  private static void collect(YamlCursor at, List<Patched> out) {
    if (at.isScalar() && !at.isHidden()) {
      WrittenSecrets.credential(at).ifPresent(found -> out.add(new Patched(at, found)));
    }
    at.entries().forEach(entry -> collect(entry, out));
    at.items().forEach(item -> collect(item, out));
  }

  /** The first credential in a patch that is written as a text. */
  static Optional<Credential> inPatch(YamlCursor at) {
    boolean patch =
        at.key().equals("patch")
            || at.parent().filter(list -> list.key().equals("patchesStrategicMerge")).isPresent();
    if (!patch || at.raw().indexOf(':') < 0) {
      return Optional.empty();
    }
    return YamlStream.parse(at.raw()).parts().stream()
        .flatMap(part -> WrittenSecrets.in(part.document()).stream())
        .flatMap(inside -> WrittenSecrets.credential(inside).stream())
        .findFirst();
  }
}
