package dev.zonewright.kube;

/** A tenant is a namespace, until a review groups namespaces into tenants. */
public final class Tenants {
  /** Where objects go that state no namespace. */
  public static final String DEFAULT = "default";

  private static final String SYSTEM = "kube-";

  private Tenants() {}

  /** Whether a namespace is one of Kubernetes itself: it serves tenants, and is none. */
  public static boolean isSystem(String namespace) {
    return namespace.startsWith(SYSTEM);
  }
}
