package dev.zonewright.catalogue.safety;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a fix is safe, and when it is for review.
 *
 * @param control the id of the control that offers it
 * @param fix its title; {@code …} stands for what differs
 * @param safe what the opened manifests must show; empty where it is never safe
 * @param review what makes it one to be looked at; empty where it is always safe
 */
public record FixRule(String control, String fix, String safe, String review) {
  private static final String OPEN = "…";

  /** Whether this is the rule of a fix with that title. */
  public boolean isOf(String title) {
    String pattern =
        Arrays.stream(fix.split(OPEN, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return title.matches("(?s)" + pattern + "(, at the anchor for \\d+ places)?");
  }

  /** The rule as an item of a list. */
  String item() {
    return "- *%s*: ".formatted(fix)
        + (safe.isEmpty() ? "never safe" : "safe where " + safe)
        + (review.isEmpty() ? "." : "; for review " + review + ".");
  }
}
