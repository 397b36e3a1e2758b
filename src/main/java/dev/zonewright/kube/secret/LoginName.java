package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows names in which “auth” may stand for a login: {@code REDIS_AUTH}, {@code NEO4J_AUTH}, {@code
 * AUTH_STRING}. As often they name the way of logging in, so that the value has to tell too.
 */
final class LoginName {
  private static final Set<String> AUTH = Set.of("auth", "basicauth", "httpauth", "proxyauth");

  /** What may follow “auth” and still name the login itself. */
  private static final Set<String> ITSELF =
      Set.of(
          "string", "str", "code", "basic", "value", "data", "login", "header", "config", "json");

  /** Names of ways to log in, alone or as the beginning of one. */
  private static final Pattern WAY =
      Pattern.compile(
          "(?i)(?:scram|sha|hmac|md5|mysql|caching|ed25519|rsa|tls|mtls|ssl|oauth|oidc|openid|saml"
              + "|ldap|kerberos|gssapi|sasl|plain|login|cram|digest|ntlm|x509|certs?|pam|peer|ident"
              + "|trust|reject|basic|bearer|jwt|tokens?|keys?|none|anonymous|internal|external"
              + "|native|local|simple|passwords?|htpasswd|webhook|kubernetes|k8s|iam|aws|azure|gcp"
              + "|google|github|gitlab|keycloak|dex|okta|cookie|session|forms?|headers?|proxy|static"
              + "|no|activedirectory|windows|integrated|sql|admin|root|users?|service|server)(?:[-_"
              + " ./].*|[0-9]{1,4}(?:[-_.].*)?|auth|password|integrated)?");

  /** {@code user:password}; {@code neo4j/password}. */
  private static final Pattern PAIR =
      Pattern.compile("[A-Za-z][A-Za-z0-9._@-]{0,62}[:/][^\\s:/?#,]{4,128}");

  private static final Pattern ADDRESS = Pattern.compile("(?i).*(?:://|[.][a-z]{2,}(?::|/|$)).*");

  private LoginName() {}

  /** The kind of credential that a name and its value together tell of; empty when they do not. */
  static Optional<SecretKind> kindOf(String name, String value) {
    List<String> words = NameWords.of(name);
    int at = words.size() - 1;
    if (at < 0) {
      return Optional.empty();
    }
    boolean last = AUTH.contains(words.get(at));
    boolean first = at > 0 && ITSELF.contains(words.get(at)) && AUTH.contains(words.get(at - 1));
    if (!last && !first) {
      return Optional.empty();
    }
    boolean store = words.stream().anyMatch(TellingName::isDatabase);
    return isLogin(value, store) ? Optional.of(TellingName.kind(words)) : Optional.empty();
  }

  private static boolean isLogin(String value, boolean store) {
    if (value.length() < 4 || value.indexOf(' ') >= 0 || WAY.matcher(value).matches()) {
      return false;
    }
    if (ADDRESS.matcher(value).matches() || isPort(value)) {
      return false;
    }
    return store || PAIR.matcher(value).matches() || Entropy.isRandom(value);
  }

  /** {@code 8080:80}, {@code auth:9000}: where something listens. */
  private static boolean isPort(String value) {
    return value.matches("[A-Za-z0-9._-]*:[0-9]{1,5}");
  }
}
