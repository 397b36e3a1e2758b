package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The logins in a kubeconfig, a file of its own or the text of a ConfigMap or Secret: whoever has
 * one of them acts in the cluster as its user. Source: Kubernetes, kubeconfig (v1).
 */
public final class Kubeconfig {
  /** Where the private key of a user stands, in base64. */
  static final String KEY = "client-key-data";

  private static final List<String> OF_USERS = List.of("token", "password", KEY);

  private Kubeconfig() {}

  /**
   * A login.
   *
   * @param at the scalar that holds it
   */
  public record Login(YamlCursor at, Credential credential) {}

  /** The logins of a kubeconfig; none where the document is something else. */
  public static List<Login> in(YamlCursor root) {
    List<Login> out = new ArrayList<>();
    if (!root.get("kind").raw().equals("Config") || !root.get("users").isSequence()) {
      return out;
    }
    for (YamlCursor named : root.get("users").items()) {
      YamlCursor user = named.get("user");
      for (String field : OF_USERS) {
        of(user.get(field), field).ifPresent(out::add);
      }
      for (YamlCursor given : user.get("auth-provider", "config").entries()) {
        of(given, given.key()).ifPresent(out::add);
      }
      for (YamlCursor variable : user.get("exec", "env").items()) {
        of(variable.get("value"), variable.get("name").raw()).ifPresent(out::add);
      }
    }
    return out;
  }

  /** The first login in a text that is a kubeconfig. */
  static Optional<Credentials.InText> inText(String text) {
    if (!text.contains("Config") || !text.contains("users")) {
      return Optional.empty();
    }
    YamlStream stream = YamlStream.parse(text);
    for (YamlStream.Part part : stream.parts()) {
      for (Login login : in(part.document().cursor())) {
        int line = stream.positionOf(part, login.at().place().range().start()).line();
        return Optional.of(new Credentials.InText(line, login.at().key(), login.credential()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Login> of(YamlCursor at, String name) {
    if (!at.isScalar() || at.isHidden()) {
      return Optional.empty();
    }
    String value = at.raw().strip();
    // a key is longer than any password
    Optional<Credential> found =
        name.equals(KEY) && !LiteralValue.isReference(value) && !Examples.isExample(value)
            ? Optional.of(new Credential("a private key", SecretKind.TLS_CERTIFICATE, value, false))
            : Credentials.in(name, value);
    return found.map(credential -> new Login(at, credential));
  }
}
