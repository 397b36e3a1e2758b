package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resources of a container beside CPU and memory: devices and huge pages are not shared, so that
 * each is limited to what is requested, and a device is whole.
 */
final class DeviceRules {
  private static final Set<String> SHARED = Set.of("cpu", "memory", "ephemeral-storage");
  private static final List<String> SIZED = List.of("cpu", "memory");
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

  /** Claims of devices that containers name, and that the pod does not make. */
  static void claims(PodView pod, Found found) {
    YamlCursor made = pod.spec().get("resourceClaims");
    if (UnknownValue.isPlaceholder(made)
        || made.items().stream().anyMatch(claim -> Found.text(claim.get("name")).isEmpty())) {
      return;
    }
    Set<String> names = new HashSet<>();
    made.items().forEach(claim -> names.add(claim.get("name").raw()));
    for (ContainerView container : pod.containers()) {
      for (YamlCursor claim : container.at().get("resources", "claims").items()) {
        YamlCursor name = claim.get("name");
        if (Found.text(name).filter(n -> !names.contains(n)).isPresent()) {
          found.applied(name, "the pod has no claim %s in resourceClaims".formatted(name.raw()));
        }
      }
    }
  }

  /** What huge pages are nothing without; to a pod, limits of its namespace may add it. */
  static void besidePages(ContainerView container, Found found) {
    if (container.pod().isBarePod()) {
      return;
    }
    YamlCursor resources = container.at().get("resources");
    Optional<YamlCursor> pages = Optional.empty();
    for (String part : List.of("limits", "requests")) {
      YamlCursor amounts = resources.get(part);
      if (!amounts.isSet()) {
        continue;
      }
      if (!Found.isWhole(amounts) || SIZED.stream().anyMatch(name -> amounts.get(name).exists())) {
        return;
      }
      pages = pages.or(() -> amounts.entries().stream().filter(DeviceRules::isPages).findFirst());
    }
    pages.ifPresent(at -> found.applied(at, "huge pages need cpu or memory beside them"));
  }

  private static boolean isPages(YamlCursor amount) {
    return amount.isSet() && amount.key().startsWith(PAGES);
  }

  private static void amount(YamlCursor amount, Found found) {
    String name = amount.key();
    if (name.indexOf('/') < 0 && !SHARED.contains(name) && !name.startsWith(PAGES)) {
      found.applied(
          amount,
          "%s is not a resource: use cpu, memory, ephemeral-storage, or the full name of a device"
              .formatted(name));
    }
    if (name.startsWith(PAGES)) {
      pages(amount, found);
    }
    if (isDevice(name)
        && Quantities.of(amount).filter(a -> a.stripTrailingZeros().scale() > 0).isPresent()) {
      found.applied(amount, "the number of %s must be whole".formatted(name));
    }
  }

  /** A fraction of a byte counts as a byte. */
  private static void pages(YamlCursor amount, Found found) {
    Optional<BigDecimal> page =
        Quantities.parse(amount.key().substring(PAGES.length())).filter(p -> p.signum() > 0);
    if (page.isEmpty() || page.get().stripTrailingZeros().scale() > 0) {
      found.applied(
          amount, "%s names no size of a page, such as hugepages-2Mi".formatted(amount.key()));
    } else if (Quantities.of(amount)
        .map(a -> a.setScale(0, RoundingMode.CEILING).remainder(page.get()))
        .filter(rest -> rest.signum() != 0)
        .isPresent()) {
      found.applied(amount, "the amount must be a multiple of the size of its pages");
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
