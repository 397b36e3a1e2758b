package dev.zonewright.kube.valid;

import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields of the pod itself that a variable or a file is filled from. Variables and files take
 * different ones: a file is written again when labels change, a variable can also hold what is
 * known only on the node. Source: Kubernetes, downward API.
 */
final class DownwardRules {
  private static final Set<String> IN_VARIABLES =
      Set.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.host",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private static final Set<String> IN_FILES =
      Set.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "metadata.labels",
          "metadata.annotations");

  private static final Pattern ONE = Pattern.compile("metadata\\.(labels|annotations)\\['(.*)'\\]");

  private static final Pattern RESOURCE =
      Pattern.compile("(limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.*)");

  private static final String FIELD = "fieldRef";
  private static final String RESOURCES = "resourceFieldRef";

  private DownwardRules() {}

  /** Where a variable is taken from. */
  static void variable(YamlCursor from, Found found) {
    field(from.get(FIELD), IN_VARIABLES, "a variable", found);
    resource(from.get(RESOURCES), found);
  }

  /** What a file is filled from. */
  static void file(YamlCursor item, Found found) {
    field(item.get(FIELD), IN_FILES, "a file", found);
    resource(item.get(RESOURCES), found);
    if (item.get(FIELD).isMapping()
        && item.get(RESOURCES).isMapping()
        && !UnknownValue.isPlaceholder(item.get(FIELD))
        && !UnknownValue.isPlaceholder(item.get(RESOURCES))) {
      found.applied(item.get(RESOURCES), "a file can have fieldRef or resourceFieldRef, not both");
    }
  }

  private static void field(YamlCursor at, Set<String> known, String target, Found found) {
    YamlCursor path = at.get("fieldPath");
    Found.text(path)
        .filter(text -> !known.contains(text) && !isOne(text))
        .ifPresent(
            text -> found.applied(path, "%s cannot be filled from “%s”".formatted(target, text)));
    YamlCursor version = at.get("apiVersion");
    if (Found.text(version).filter(text -> !text.equals("v1")).isPresent()) {
      found.applied(version, "the apiVersion of a pod field must be v1");
    }
  }

  /** Whether a single label or annotation is named. */
  private static boolean isOne(String path) {
    Matcher one = ONE.matcher(path);
    // the server looks at annotations in lower case
    return one.matches()
        && LabelSyntax.isKey(
            one.group(1).equals("annotations")
                ? one.group(2).toLowerCase(Locale.ROOT)
                : one.group(2));
  }

  private static void resource(YamlCursor at, Found found) {
    YamlCursor name = at.get("resource");
    Found.text(name)
        .filter(text -> !RESOURCE.matcher(text).matches())
        .ifPresent(text ->
            found.applied(
                name,
                "“%s” is not a resource of a container: use limits or requests of cpu, memory or"
                        .formatted(text)
                    + " ephemeral-storage, such as limits.cpu"));
    YamlCursor divisor = at.get("divisor");
    boolean ofCpu = name.raw().endsWith(".cpu");
    if (ofCpu && Quantities.of(divisor).filter(d -> !isCpuUnit(d)).isPresent()) {
      found.applied(divisor, "the divisor for CPU must be 1 or 1m");
    }
  }

  private static boolean isCpuUnit(BigDecimal divisor) {
    return divisor.signum() == 0
        || divisor.compareTo(BigDecimal.ONE) == 0
        || divisor.compareTo(new BigDecimal("0.001")) == 0;
  }
}
