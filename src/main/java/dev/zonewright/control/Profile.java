package dev.zonewright.control;

import dev.zonewright.kube.network.policy.Readings;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reviewer may set.
 *
 * @param zoneKernelImage what {@code dev.edera/kernel} is set to when it is absent
 * @param tokenSeconds how long a projected ServiceAccount token may be good for, at most
 * @param exceptionDays how long an exception may run, at most
 * @param readings how the open questions of NetworkPolicy are read, and the addresses of the
 *     cluster
 * @param tenants the tenant of each namespace that is grouped with others; others are their own
 */
public record Profile(
    String name,
    String zoneKernelImage,
    long tokenSeconds,
    int exceptionDays,
    Readings readings,
    Map<String, String> tenants) {
  /** Edera's reference architecture as published. */
  public static final Profile EDERA_REFERENCE =
      new Profile(
          "Edera reference",
          "ghcr.io/edera-dev/zone-kernel:latest",
          3600,
          180,
          Readings.DOCUMENTED,
          Map.of());

  public Profile {
    tenants = Map.copyOf(tenants);
  }

  /** The same with another reading of the network. */
  public Profile reading(Readings other) {
    return new Profile(name, zoneKernelImage, tokenSeconds, exceptionDays, other, tenants);
  }

  /** The same with namespaces grouped. */
  public Profile grouping(Map<String, String> tenants) {
    return new Profile(name, zoneKernelImage, tokenSeconds, exceptionDays, readings, tenants);
  }

  /** The tenant that a namespace belongs to. */
  public String tenantOf(String namespace) {
    return tenants.getOrDefault(namespace, namespace);
  }

  /** Whether two namespaces are of one tenant. */
  public boolean isOneTenant(String namespace, String other) {
    return tenantOf(namespace).equals(tenantOf(other));
  }

  /** The namespaces that are listed for the tenant of one. */
  public Set<String> besides(String namespace) {
    return tenants.keySet().stream()
        .filter(n -> isOneTenant(n, namespace))
        .collect(Collectors.toSet());
  }
}
