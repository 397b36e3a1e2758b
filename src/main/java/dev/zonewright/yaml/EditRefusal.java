package dev.zonewright.yaml;

/** Carries the reason why an edit is not made, in words for a person. */
final class EditRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  EditRefusal(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
