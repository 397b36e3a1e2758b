package dev.zonewright.kube.secret;

/** The six kinds of the reference architecture ("What to do instead"), each with its advice. */
public enum SecretKind {
  CLOUD_IAM(
      "a cloud credential",
      "Use workload identity (IRSA, EKS Pod Identity, GKE or Azure workload identity): the pod gets"
          + " short-lived credentials, and no key is stored."),
  DATABASE_PASSWORD(
      "a database password",
      "Use the External Secrets Operator or Vault with short-lived database users, fetched by the"
          + " workload at run time."),
  API_KEY(
      "an API key",
      "Keep it in Vault and let the workload fetch it at run time with AppRole or its own account,"
          + " as a token with a TTL."),
  TLS_CERTIFICATE(
      "a TLS key", "Let cert-manager issue it with a short duration and renew it before it ends."),
  ENCRYPTION_KEY(
      "an encryption key",
      "Keep it in a KMS and let the workload ask the KMS to encrypt and decrypt: the key itself"
          + " must never be in the zone."),
  APPLICATION_CONFIG(
      "a password",
      "Put what is not sensitive into a ConfigMap, and fetch what is from an external store at run"
          + " time.");

  private final String words;
  private final String advice;

  SecretKind(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  /** With its article, for the middle of a sentence. */
  public String words() {
    return words;
  }

  /** What to do instead, in one sentence. */
  public String advice() {
    return advice;
  }
}
