package dev.zonewright.kube.valid;

import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resources of a container beside CPU and memory: devices and huge pages are not shared, so that
 * each is limited to what is requested, and a device is whole.
 */
final class DeviceRules {
  private static final Set<String> SHARED = Set.of("cpu", "memory", "ephemeral-storage");
  private static final String PAGES = "hugepages-";

  private DeviceRules() {}

  static void check(YamlCursor resources, Found found) {
    YamlCursor limits = resources.get("limits");
    for (YamlCursor request : resources.get("requests").entries()) {
      if (!isGiven(request) || !isExclusive(request.key())) {
        continue;
      }
      YamlCursor limit = limits.get(request.key());
      Optional<BigDecimal> wanted = Quantities.of(request);
      Optional<BigDecimal> most = Quantities.of(limit);
      if (!limit.isSet() && !UnknownValue.hides(limit)) {
        found.applied(request, "%s needs a limit equal to its request".formatted(request.key()));
      } else if (wanted.isPresent() && most.isPresent() && wanted.get().compareTo(most.get()) < 0) {
        found.applied(request, "the request of %s must equal its limit".formatted(request.key()));
      }
    }
    for (String part : List.of("requests", "limits")) {
      for (YamlCursor amount : resources.get(part).entries()) {
        if (isGiven(amount)) {
          amount(amount, found);
        }
      }
    }
  }

  private static void amount(YamlCursor amount, Found found) {
    String name = amount.key();
    if (name.indexOf('/') < 0 && !SHARED.contains(name) && !name.startsWith(PAGES)) {
      found.applied(
          amount,
          "%s is not a resource: use cpu, memory, ephemeral-storage, or the full name of a device"
              .formatted(name));
    }
    if (isDevice(name)
        && Quantities.of(amount).filter(a -> a.stripTrailingZeros().scale() > 0).isPresent()) {
      found.applied(amount, "the number of %s must be whole".formatted(name));
    }
  }

  private static boolean isGiven(YamlCursor amount) {
    return !amount.key().equals("<<")
        && !LabelSyntax.isTemplate(amount.key())
        && !UnknownValue.isPlaceholder(amount);
  }

  private static boolean isExclusive(String name) {
    return isDevice(name) || name.startsWith(PAGES);
  }

  private static boolean isDevice(String name) {
    return name.indexOf('/') > 0 && !name.contains("kubernetes.io/");
  }
}
