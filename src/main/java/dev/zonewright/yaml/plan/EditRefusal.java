package dev.zonewright.yaml.plan;

/** Carries the reason why an edit is not made, in words for a person. */
public final class EditRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EditRefusal(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
