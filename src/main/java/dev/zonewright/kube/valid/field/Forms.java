package dev.zonewright.kube.valid.field;

import dev.zonewright.kube.network.address.Address;
import java.util.regex.Pattern;

/** Forms that names and paths have. Source: Kubernetes, object names and IDs; RFC 1123. */
public final class Forms {
  private static final int LARGEST_PORT = 65_535;

  public static final String NO_OBJECT_NAME =
      "“%s” is not a valid object name: use lowercase letters, digits, hyphens and dots";

  public static final FieldRule OBJECT_NAME = FieldRule.text(Forms::isObjectName, NO_OBJECT_NAME);

  public static final FieldRule LABEL_NAME =
      FieldRule.text(
          Forms::isLabel, "“%s” must be at most 63 lowercase letters, digits and hyphens");

  /** The name of a port of a container, which probes and services point at. */
  public static final FieldRule PORT_NAME =
      FieldRule.text(
          Forms::isPortName,
          "“%s” is not a valid port name: use at most 15 lowercase letters, digits and single"
              + " hyphens, with a letter");

  public static final FieldRule PORT =
      FieldRule.range(1, LARGEST_PORT, "a port must be from 1 to 65535");

  /** A path below the folder that it is taken from. */
  public static final FieldRule PLACE =
      FieldRule.text(
          path -> !path.startsWith("/") && isDirect(path),
          "“%s” must be a relative path without ..");

  private static final int LONGEST_NAME = 253;

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  /** Neither the folder itself nor the one above it. */
  private static final Pattern DATA_KEY = Pattern.compile("(?!\\.\\.)[-._a-zA-Z0-9]+(?<!^\\.)");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** A letter, and no hyphen at an end or beside another. */
  private static final Pattern PORT_TEXT =
      Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

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

  /** Whether a text can be a key of a Secret or ConfigMap, and so the name of a file. */
  public static boolean isDataKey(String key) {
    return key.length() <= LONGEST_NAME && DATA_KEY.matcher(key).matches();
  }

  /** Whether a name is one label of DNS. */
  public static boolean isLabel(String name) {
    return LABEL.matcher(name).matches();
  }

  /** Whether a text is one label of DNS that begins with a letter, as names of APIs are. */
  public static boolean isWord(String text) {
    return isLabel(text) && !Character.isDigit(text.charAt(0));
  }

  /** Whether a text is an IP address, as every server reads it. */
  public static boolean isAddress(String text) {
    return Address.parse(text).filter(a -> a.unmapped().equals(a)).isPresent();
  }

  private static boolean isPortName(String name) {
    return PORT_TEXT.matcher(name).matches();
  }
}
