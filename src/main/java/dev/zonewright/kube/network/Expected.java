package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.NetworkPod;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the reference architecture wants of a connection, whatever the policies allow now. Source:
 * Edera security reference architecture, Network isolation.
 */
public enum Expected {
  MUST_BE_DENIED("must be denied"),
  MAY_BE_ALLOWED("may be allowed");

  private final String words;

  Expected(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * What is wanted of a connection to a destination.
   *
   * @param tenantOf the tenant of a namespace
   * @param isPlatform whether a pod belongs to no tenant but serves the cluster
   */
  public static Expected of(
      NetworkPod from,
      Destination to,
      Function<String, String> tenantOf,
      Predicate<NetworkPod> isPlatform) {
    return switch (to.group()) {
      case NODE, METADATA, INTERNET -> MUST_BE_DENIED;
      case DNS, ADDRESS -> MAY_BE_ALLOWED;
      case WORKLOAD ->
          to.endpoint() instanceof Endpoint.OfPod(NetworkPod pod)
              ? between(from, pod, tenantOf, isPlatform)
              : MAY_BE_ALLOWED;
    };
  }

  /** What is wanted between two workloads: tenants stay apart, the platform serves them all. */
  public static Expected between(
      NetworkPod from,
      NetworkPod to,
      Function<String, String> tenantOf,
      Predicate<NetworkPod> isPlatform) {
    boolean same = tenantOf.apply(from.namespace()).equals(tenantOf.apply(to.namespace()));
    return same || isPlatform.test(from) || isPlatform.test(to) ? MAY_BE_ALLOWED : MUST_BE_DENIED;
  }

  /** Whether an outcome is what is wanted; what is undetermined is not. */
  public boolean isMetBy(Answer.Outcome outcome) {
    return switch (outcome) {
      case DENIED, NOT_OPENED -> true;
      case ALLOWED -> this == MAY_BE_ALLOWED;
      case UNDETERMINED -> false;
    };
  }
}
