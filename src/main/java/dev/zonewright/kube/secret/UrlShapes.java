package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Passwords in URLs, and URLs that are themselves a credential. */
final class UrlShapes {
  private static final Set<String> DATABASES =
      Set.of(
          "postgres",
          "postgresql",
          "mysql",
          "mariadb",
          "mongodb",
          "mongodb+srv",
          "redis",
          "rediss",
          "amqp",
          "amqps",
          "sqlserver",
          "clickhouse",
          "cockroachdb",
          "jdbc",
          "couchdb",
          "nats");

  /** Addresses whose last part lets everybody post. */
  private static final List<String> HOOKS =
      List.of(
          "hooks.slack.com/services/",
          "discord.com/api/webhooks/",
          "discordapp.com/api/webhooks/",
          ".webhook.office.com/webhookb2/",
          "api.telegram.org/bot");

  private static final List<String> PARAMETERS = List.of("password=", "passwd=", "pwd=");

  private UrlShapes() {}

  static Optional<Credential> find(String text) {
    int at = text.indexOf("://");
    int looked = 0;
    while (at >= 0) {
      Optional<Credential> found = login(text, at);
      // a URL that holds others is looked through once
      if (found.isEmpty() && at >= looked) {
        looked = end(text, at + 3);
        found = parameter(text.substring(at, looked), scheme(text, at));
      }
      if (found.isPresent()) {
        return found;
      }
      at = text.indexOf("://", at + 3);
    }
    return hook(text);
  }

  private static Optional<Credential> login(String text, int colon) {
    int start = colon + 3;
    int end = start;
    int split = -1;
    int last = -1;
    while (end < text.length() && " /?#\"'\n\r\t<>,".indexOf(text.charAt(end)) < 0) {
      char c = text.charAt(end);
      if (c == ':' && split < 0) {
        split = end;
      } else if (c == '@') {
        last = end;
      }
      end++;
    }
    if (split < 0 || last <= split + 1) {
      return Optional.empty();
    }
    String value = text.substring(split + 1, last);
    if (LiteralValue.isReference(value) || Examples.isExample(value) || isName(value)) {
      return Optional.empty();
    }
    return Optional.of(password(value, scheme(text, colon)));
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && " \"'\n\r\t<>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** {@code jdbc:postgresql://db/x?user=app&password=…}. */
  private static Optional<Credential> parameter(String url, String scheme) {
    for (String name : PARAMETERS) {
      int at = url.indexOf(name);
      while (at >= 0) {
        int start = at + name.length();
        int end = start;
        while (end < url.length() && "&;#".indexOf(url.charAt(end)) < 0) {
          end++;
        }
        if (at > 0 && "?&;".indexOf(url.charAt(at - 1)) >= 0) {
          String value = url.substring(start, end);
          if (!value.isEmpty()
              && !LiteralValue.isReference(value)
              && !Examples.isExample(value)
              && !isName(value)) {
            return Optional.of(password(value, scheme));
          }
        }
        at = url.indexOf(name, end);
      }
    }
    return Optional.empty();
  }

  private static Credential password(String value, String scheme) {
    return new Credential(
        "a password in a URL",
        DATABASES.contains(scheme) ? SecretKind.DATABASE_PASSWORD : SecretKind.API_KEY,
        value,
        true);
  }

  /** In documentation the password is often called password: {@code user:password@host}. */
  private static boolean isName(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.equals("[password]") || lower.equals("pass") || lower.equals("*");
  }

  private static String scheme(String text, int colon) {
    int start = colon;
    while (start > 0
        && (KeyShapes.isWord(text.charAt(start - 1)) || text.charAt(start - 1) == '+')) {
      start--;
    }
    return text.substring(start, colon).toLowerCase(Locale.ROOT);
  }

  private static Optional<Credential> hook(String text) {
    for (String hook : HOOKS) {
      int at = text.indexOf(hook);
      if (at < 0) {
        continue;
      }
      int start = at + hook.length();
      int end = start;
      while (end < text.length()
          && (KeyShapes.isWord(text.charAt(end)) || "-/:@".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      String value = text.substring(start, end);
      boolean filledIn = value.length() >= 30 && value.chars().anyMatch(Character::isDigit);
      if (filledIn && !Examples.isExample(value) && Entropy.isRandom(value)) {
        return Optional.of(new Credential("a webhook address", SecretKind.API_KEY, value, true));
      }
    }
    return Optional.empty();
  }
}
