package dev.zonewright.kube.secret;

import java.util.List;
import java.util.Set;

/** Guesses the kind of a Secret from how it, its key, and the place it goes to are called. */
public final class SecretNames {
  private static final Set<String> TLS = Set.of("tls", "cert", "certs", "certificate", "ssl", "ca");
  private static final Set<String> CLOUD =
      Set.of("aws", "gcp", "google", "gcloud", "azure", "iam", "oci", "s3", "bigquery", "gcs");
  private static final Set<String> DATABASE =
      Set.of(
          "db",
          "database",
          "postgres",
          "postgresql",
          "pg",
          "mysql",
          "mariadb",
          "mongo",
          "mongodb",
          "redis",
          "sql",
          "cassandra",
          "clickhouse",
          "elastic",
          "elasticsearch",
          "rabbitmq",
          "datasource");
  private static final Set<String> ENCRYPTION =
      Set.of("encryption", "kms", "unseal", "sealing", "cipher");
  private static final Set<String> API =
      Set.of(
          "api",
          "apikey",
          "token",
          "key",
          "oauth",
          "webhook",
          "openai",
          "anthropic",
          "github",
          "gitlab",
          "slack",
          "stripe",
          "datadog",
          "auth",
          "client",
          "bot");

  private SecretNames() {}

  /** The kind that the names tell; what none tells of is plain configuration. */
  public static SecretKind kindOf(String... names) {
    for (String name : names) {
      List<String> words = NameWords.of(name);
      if (words.stream().anyMatch(CLOUD::contains)) {
        return SecretKind.CLOUD_IAM;
      }
      if (words.stream().anyMatch(ENCRYPTION::contains)) {
        return SecretKind.ENCRYPTION_KEY;
      }
      if (words.stream().anyMatch(DATABASE::contains)) {
        return SecretKind.DATABASE_PASSWORD;
      }
      if (words.stream().anyMatch(TLS::contains)) {
        return SecretKind.TLS_CERTIFICATE;
      }
      if (words.stream().anyMatch(API::contains)) {
        return SecretKind.API_KEY;
      }
    }
    return SecretKind.APPLICATION_CONFIG;
  }
}
