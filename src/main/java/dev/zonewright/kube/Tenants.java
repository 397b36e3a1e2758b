package dev.zonewright.kube;

/** A tenant is a namespace, until a review groups namespaces into tenants. */
public final class Tenants {
  /** Where objects go that state no namespace. */
  public static final String DEFAULT = "default";

  private Tenants() {}
}
