package dev.zonewright.kube.secret;

/**
 * A credential that was recognised in a value.
 *
 * @param what what it is, with its article: “a GitHub token”
 * @param value the credential itself; only {@link Masked} may be shown
 * @param certain whether its shape alone says so; else its name does
 */
public record Credential(String what, SecretKind kind, String value, boolean certain) {
  /** Named without being shown. */
  public String masked() {
    return Masked.of(value);
  }

  @Override
  public String toString() {
    return what + " " + masked();
  }
}
