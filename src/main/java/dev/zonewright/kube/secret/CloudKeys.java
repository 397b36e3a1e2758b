package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows under which names the large clouds' libraries read keys that do not end. */
public final class CloudKeys {
  private static final String AWS =
      "Give the ServiceAccount a role instead (IRSA, or EKS Pod Identity), and remove the key in"
          + " AWS.";
  private static final String GOOGLE =
      "Bind the ServiceAccount to a Google service account (Workload Identity Federation), and"
          + " delete the key.";
  private static final String AZURE =
      "Use Azure workload identity: a federated credential for the ServiceAccount, and no client"
          + " secret.";
  private static final String OTHER =
      "Use the cloud's workload identity, or fetch a short-lived token from Vault at run time.";

  /**
   * A cloud key.
   *
   * @param what with its article
   */
  public record Found(String what, String advice) {}

  private static final Found AWS_KEY = new Found("an AWS secret access key", AWS);
  private static final Found AZURE_SECRET = new Found("an Azure client secret", AZURE);
  private static final Found GOOGLE_KEY = new Found("a Google service account key", GOOGLE);

  private static final Map<String, Found> NAMES =
      Map.ofEntries(
          Map.entry("awssecretaccesskey", AWS_KEY),
          Map.entry("awssecretkey", AWS_KEY),
          Map.entry("s3secretaccesskey", AWS_KEY),
          Map.entry("azureclientsecret", AZURE_SECRET),
          Map.entry("armclientsecret", AZURE_SECRET),
          Map.entry("azurestoragekey", new Found("an Azure storage key", AZURE)),
          Map.entry("azurestorageaccountkey", new Found("an Azure storage key", AZURE)),
          Map.entry("azurestorageconnectionstring", new Found("an Azure storage key", AZURE)),
          Map.entry("azurebatchkey", new Found("an Azure batch key", AZURE)),
          Map.entry("googlecredentials", GOOGLE_KEY),
          Map.entry("googlecloudkeyfilejson", GOOGLE_KEY),
          Map.entry("googleserviceaccountkey", GOOGLE_KEY),
          Map.entry("gcpserviceaccountkey", GOOGLE_KEY),
          Map.entry("gcpsakey", GOOGLE_KEY),
          Map.entry("ociclikeycontent", new Found("an Oracle Cloud key", OTHER)),
          Map.entry("digitaloceanaccesstoken", new Found("a DigitalOcean token", OTHER)),
          Map.entry("alicloudsecretkey", new Found("an Alibaba Cloud key", OTHER)),
          Map.entry("alicloudaccesskeysecret", new Found("an Alibaba Cloud key", OTHER)),
          Map.entry("scwsecretkey", new Found("a Scaleway key", OTHER)),
          Map.entry("hcloudtoken", new Found("a Hetzner Cloud token", OTHER)),
          Map.entry("cloudflareapitoken", new Found("a Cloudflare token", OTHER)));

  private CloudKeys() {}

  /** What a variable hands over; empty when it is none, or its value comes from a placeholder. */
  public static Optional<Found> ofVariable(YamlCursor env) {
    boolean secret = env.get("valueFrom", "secretKeyRef").isMapping();
    YamlCursor value = env.get("value");
    boolean literal =
        value.isScalar()
            && !LiteralValue.isReference(value.raw())
            && !Examples.isSaidToBeNone(value.raw());
    if (env.get("name").raw().equals("GOOGLE_APPLICATION_CREDENTIALS")) {
      // a path: the key is in the file; a token file of workload identity is no key
      boolean token = value.raw().contains("token") || value.raw().contains("azure");
      return value.raw().startsWith("/") && !token ? Optional.of(GOOGLE_KEY) : Optional.empty();
    }
    return secret || literal ? named(env.get("name").raw()) : Optional.empty();
  }

  /** What an entry of a Secret or ConfigMap holds. */
  public static Optional<Found> ofEntry(YamlCursor at, boolean secret) {
    if (!at.isScalar() || !at.isSet() || at.isHidden() || at.raw().isBlank()) {
      return Optional.empty();
    }
    if (LiteralValue.isReference(at.raw()) && !at.raw().strip().startsWith("{")) {
      return Optional.empty();
    }
    Optional<Found> named = named(at.key());
    String text = secret ? SecretData.decoded(at.raw()) : at.raw();
    if (named.isPresent()) {
      return Examples.isSaidToBeNone(text) ? Optional.empty() : named;
    }
    return text.contains("service_account") && text.contains("PRIVATE KEY")
        ? Optional.of(GOOGLE_KEY)
        : Optional.empty();
  }

  private static Optional<Found> named(String name) {
    if (name.length() > 60) {
      return Optional.empty();
    }
    StringBuilder letters = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        letters.append(c);
      }
    }
    return Optional.ofNullable(NAMES.get(letters.toString()));
  }
}
