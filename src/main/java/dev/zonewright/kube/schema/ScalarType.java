package dev.zonewright.kube.schema;

/**
 * What Kubernetes decodes from one scalar. The words are those of the schema resource.
 *
 * <p>Source: the types of k8s.io/api and the {@code UnmarshalJSON} methods of k8s.io/apimachinery
 * ({@code api/resource}, {@code util/intstr}, {@code apis/meta/v1}).
 */
public enum ScalarType {
  STRING("string", "a string"),
  BOOL("bool", "true or false"),
  /** A whole number of 32 bits. */
  INT32("int32", "a whole number"),
  /** A whole number of 64 bits. */
  INT64("int64", "a whole number"),
  NUMBER("number", "a number"),
  /** An amount such as {@code 100m} or {@code 1Gi}; a number is accepted too. */
  QUANTITY("quantity", "a quantity such as 100m or 1Gi"),
  INT_OR_STRING("intOrString", "a whole number or a string"),
  /** RFC 3339, seconds. */
  TIME("time", "a time such as 2026-01-31T12:00:00Z"),
  /** RFC 3339, microseconds. */
  MICRO_TIME("microTime", "a time such as 2026-01-31T12:00:00.000000Z"),
  /** As Go writes it: {@code 1h30m}. */
  DURATION("duration", "a duration such as 1h30m"),
  BYTES("bytes", "base64");

  private final String word;
  private final String label;

  ScalarType(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word in the schema resource. */
  String word() {
    return word;
  }

  /** What is expected, for a person, with its article. */
  public String label() {
    return label;
  }
}
