package dev.zonewright.kube.secret;

import java.util.Optional;

/** Credentials that are told by what stands around them, not by how they begin. */
final class TextShapes {
  private TextShapes() {}

  /** The first one in a text; empty when there is none. */
  static Optional<Credential> find(String text) {
    return privateKey(text)
        .or(() -> jsonWebToken(text))
        .or(() -> registryLogin(text))
        .or(() -> connection(text))
        .or(() -> UrlShapes.find(text))
        .or(() -> authorization(text))
        .or(() -> CommandShapes.find(text));
  }

  /** A PEM block with a private key; public keys and certificates are none. */
  private static Optional<Credential> privateKey(String text) {
    int end = text.indexOf("PRIVATE KEY");
    while (end >= 0) {
      int begin = text.lastIndexOf("--BEGIN", end);
      if (begin >= 0 && end - begin < 40) {
        int dashes = begin;
        while (dashes > 0 && text.charAt(dashes - 1) == '-') {
          dashes--;
        }
        boolean service = text.contains("\"service_account\"");
        return Optional.of(
            new Credential(
                service ? "a Google service account key" : "a private key",
                service ? SecretKind.CLOUD_IAM : SecretKind.TLS_CERTIFICATE,
                text.substring(dashes),
                true));
      }
      end = text.indexOf("PRIVATE KEY", end + 1);
    }
    return Optional.empty();
  }

  /** Three parts of base64 of which the first two begin like JSON. */
  private static Optional<Credential> jsonWebToken(String text) {
    int start = text.indexOf("eyJ");
    while (start >= 0) {
      int first = base64End(text, start);
      if (first - start >= 12 && text.startsWith(".eyJ", first)) {
        int second = base64End(text, first + 1);
        if (second < text.length() && text.charAt(second) == '.') {
          int third = base64End(text, second + 1);
          if (third - second > 16) {
            String value = text.substring(start, third);
            return Optional.of(new Credential("a JSON Web Token", SecretKind.API_KEY, value, true));
          }
        }
      }
      start = text.indexOf("eyJ", Math.max(first, start + 3));
    }
    return Optional.empty();
  }

  private static int base64End(String text, int from) {
    int end = from;
    while (end < text.length() && (KeyShapes.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return end;
  }

  /** The file in which Docker keeps its logins. */
  private static Optional<Credential> registryLogin(String text) {
    int auths = text.indexOf("\"auths\"");
    if (auths < 0) {
      return Optional.empty();
    }
    for (String key : new String[] {"\"auth\"", "\"password\"", "\"identitytoken\""}) {
      int at = text.indexOf(key, auths);
      if (at < 0) {
        continue;
      }
      int open = text.indexOf('"', at + key.length());
      int close = open < 0 ? -1 : text.indexOf('"', open + 1);
      if (close > open + 1) {
        String value = text.substring(open + 1, close);
        if (!LiteralValue.isReference(value)) {
          return Optional.of(new Credential("a registry login", SecretKind.API_KEY, value, true));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code AccountKey=…} and {@code Server=…;Password=…}. */
  private static Optional<Credential> connection(String text) {
    return after(text, "AccountKey=", 40, "an Azure storage key", SecretKind.CLOUD_IAM)
        .or(() -> after(text, "SharedAccessKey=", 20, "an Azure access key", SecretKind.CLOUD_IAM))
        .or(() ->
            text.indexOf(';') < 0
                ? Optional.<Credential>empty()
                : after(text, "Password=", 1, "a database password", SecretKind.DATABASE_PASSWORD)
                    .or(() ->
                        after(
                            text,
                            "password=",
                            1,
                            "a database password",
                            SecretKind.DATABASE_PASSWORD))
                    .or(() ->
                        after(
                            text, "Pwd=", 1, "a database password", SecretKind.DATABASE_PASSWORD)));
  }

  private static Optional<Credential> after(
      String text, String key, int least, String what, SecretKind kind) {
    int at = text.indexOf(key);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + key.length();
    int end = start;
    while (end < text.length() && ";\"' \n\r".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value = text.substring(start, end);
    return value.length() < least || LiteralValue.isReference(value) || Examples.isExample(value)
        ? Optional.empty()
        : Optional.of(new Credential(what, kind, value, true));
  }

  /** The header of an HTTP request. */
  private static Optional<Credential> authorization(String text) {
    int at = text.indexOf("Authorization");
    if (at < 0) {
      return Optional.empty();
    }
    for (String scheme : new String[] {"Basic ", "Bearer "}) {
      int start = text.indexOf(scheme, at);
      if (start < 0 || start - at > 40) {
        continue;
      }
      int from = start + scheme.length();
      int end = from;
      while (end < text.length()
          && (KeyShapes.isWord(text.charAt(end)) || "-.+/=~".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      String value = text.substring(from, end);
      if (value.length() >= 8 && !Examples.isExample(value) && Entropy.isMixed(value)) {
        return Optional.of(
            new Credential("an authorization header", SecretKind.API_KEY, value, true));
      }
    }
    return Optional.empty();
  }
}
