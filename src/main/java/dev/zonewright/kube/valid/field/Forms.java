package dev.zonewright.kube.valid.field;

import java.util.regex.Pattern;

/** Forms that names and paths have. Source: Kubernetes, object names and IDs; RFC 1123. */
public final class Forms {
  public static final FieldRule OBJECT_NAME =
      FieldRule.text(
          Forms::isObjectName,
          "“%s” is not a valid object name: use lowercase letters, digits, hyphens and dots");

  public static final FieldRule LABEL_NAME =
      FieldRule.text(
          Forms::isLabel, "“%s” must be at most 63 lowercase letters, digits and hyphens");

  /** A path below the folder that it is taken from. */
  public static final FieldRule PLACE =
      FieldRule.text(
          path -> !path.startsWith("/") && isDirect(path),
          "“%s” must be a relative path without ..");

  private static final int LONGEST_NAME = 253;

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private Forms() {}

  /** Whether a path goes down only. */
  public static boolean isDirect(String path) {
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name is a subdomain of DNS, as the names of most objects are. */
  public static boolean isObjectName(String name) {
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  /** Whether a name is one label of DNS. */
  public static boolean isLabel(String name) {
    return LABEL.matcher(name).matches();
  }
}
