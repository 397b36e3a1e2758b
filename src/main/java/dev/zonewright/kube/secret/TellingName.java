package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the names that people give to credentials, and what kind each is. */
public final class TellingName {
  private static final Set<String> ALWAYS =
      words(
          """
          password passwd passphrase pwd passwort userpassword dbpassword rootpassword
          adminpassword rootpasswd apikey secretkey accesskey privatekey clientsecret
          authtoken accesstoken refreshtoken bearertoken mypassword encryptionkey
          """);

  /** What follows a telling word and makes it the name of something else. */
  private static final Set<String> ABOUT =
      words(
          """
          name names ref reference file files filename path dir folder url uri host port ttl
          expiry expires expiration lifetime seconds minutes hours days timeout enabled enable
          disabled required optional type policy length size count limit max min rotation
          interval class provider backend store namespace mount mounts prefix suffix header
          field format algorithm alg version audience issuer endpoint env var variable
          location source method mode service server strategy validation verification reset
          hint label annotation manager engine arn id ids user username list sync template
          schema column table index usage scope scopes status page request review reviews
          controller configmap config secretname bucket region exchange encoding cache budget
          window rate tokens allowlist regex pattern hash salt generator create created
          existing projection support feature
          """);

  /** What stands before “secret” where it is the cluster's object of that kind, given by name. */
  private static final Set<String> NAMED_OBJECT = words("csrf kube kubernetes k8s pull tls");

  private static final Set<String> KEY_OF =
      words(
          """
          api access secret private encryption encrypt signing sign account master shared
          storage batch auth app application service license admin root write webhook hmac jwt
          cookie session crypto aes data deploy ssh subscription functions cli ingest agent
          management cosmos cosmosdb kms unseal
          """);

  private static final Set<String> DATABASES =
      words(
          """
          db database postgres postgresql pg pgpassword mysql mariadb mongo mongodb redis sql
          mssql sa oracle cassandra clickhouse elastic elasticsearch datasource couchdb
          couchbase neo4j influxdb rabbitmq rootpassword dbpassword replication memcached
          cockroach
          """);

  private static final Set<String> CLOUDS =
      words(
          """
          aws azure gcp google oci alibaba aliyun alicloud scw hcloud digitalocean linode
          ibmcloud arm ovh tencentcloud exoscale s3 minio
          """);

  private TellingName() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** The kind of credential that is called so; empty when the name tells of none. */
  public static Optional<SecretKind> kindOf(String name) {
    List<String> words = NameWords.of(name);
    if (words.isEmpty()
        || ABOUT.contains(words.getLast())
        || words.contains("public")
        || words.getFirst().equals("existing")) {
      return Optional.empty();
    }
    return tells(words) ? Optional.of(kind(words)) : Optional.empty();
  }

  private static final Pattern OBJECT_NAME = Pattern.compile("[a-z]+(?:-[a-z]+)+");

  /**
   * Whether the name asks for the Secret that holds a password, and the value is called like one:
   * {@code REDIS_PASSWORD_SECRET: redis-auth}. A {@code TOKEN_SECRET} is itself one.
   */
  static boolean isNameOfSecret(String name, String value) {
    List<String> words = NameWords.of(name);
    if (words.size() < 2 || !words.getLast().equals("secret")) {
      return false;
    }
    String before = words.get(words.size() - 2);
    boolean held = endsTelling(before) || before.startsWith("credential") || before.equals("creds");
    return held && OBJECT_NAME.matcher(value).matches();
  }

  /** Whether a word names a data store. */
  static boolean isDatabase(String word) {
    return DATABASES.contains(word);
  }

  /** Parts of which every telling name has at least one. */
  private static final List<String> PARTS =
      List.of("pass", "pwd", "token", "secret", "key", "cred", "auth");

  /** Whether a text may hold a telling name; quick, for long texts and the many lines of one. */
  static boolean mayBeIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String part : PARTS) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(List<String> words) {
    String last = words.getLast();
    String before = words.size() > 1 ? words.get(words.size() - 2) : "";
    if (ALWAYS.contains(last) || endsTelling(last)) {
      return true;
    }
    return switch (last) {
      case "pass", "creds", "cred" -> words.size() > 1;
      case "secret" -> !NAMED_OBJECT.contains(before);
      case "token", "credential", "credentials" -> !before.equals("csrf");
      case "key" -> KEY_OF.contains(before) && !before.equals("password");
      case "base" ->
          words.size() > 2 && before.equals("key") && tells(words.subList(0, words.size() - 1));
      case "content", "value", "data", "base64", "b64", "plain", "text" ->
          words.size() > 1 && tellsInside(words.subList(0, words.size() - 1));
      default -> endsInDigits(last, words);
    };
  }

  /** {@code PGPASSWORD}, {@code rabbitmqpassword2}: written as one word. */
  private static boolean endsTelling(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    String letters = word.substring(0, end);
    return letters.endsWith("password")
        || letters.endsWith("passwd")
        || letters.endsWith("passphrase")
        || letters.endsWith("requirepass")
        || letters.endsWith("masterauth")
        || letters.endsWith("sshpass")
        || letters.endsWith("userpass")
        || letters.endsWith("userpwd")
        || letters.endsWith("apikey")
        || letters.endsWith("authtoken")
        || letters.endsWith("accesstoken")
        || letters.endsWith("clientsecret");
  }

  /** Before “content” or “value”, a plain “key” tells enough. */
  private static boolean tellsInside(List<String> words) {
    return words.getLast().equals("key") || tells(words);
  }

  private static boolean endsInDigits(String last, List<String> words) {
    boolean digits = !last.isEmpty() && last.chars().allMatch(Character::isDigit);
    return digits && words.size() > 1 && tells(words.subList(0, words.size() - 1));
  }

  /** The kind of credential that a name of these words holds. */
  static SecretKind kind(List<String> words) {
    if (words.stream().anyMatch(CLOUDS::contains)) {
      return SecretKind.CLOUD_IAM;
    }
    if (words.contains("encryption")
        || words.contains("aes")
        || words.contains("kms")
        || words.contains("unseal")
        || words.contains("crypto")) {
      return SecretKind.ENCRYPTION_KEY;
    }
    if (words.contains("tls") || words.contains("ssl")) {
      return SecretKind.TLS_CERTIFICATE;
    }
    if (words.stream().anyMatch(DATABASES::contains)) {
      return SecretKind.DATABASE_PASSWORD;
    }
    boolean key =
        words.stream()
            .anyMatch(w ->
                w.equals("key")
                    || w.equals("token")
                    || w.endsWith("key")
                    || w.equals("secret")
                    || w.endsWith("token"));
    return key ? SecretKind.API_KEY : SecretKind.APPLICATION_CONFIG;
  }
}
