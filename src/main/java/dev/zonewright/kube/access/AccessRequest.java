package dev.zonewright.kube.access;

/** What somebody asks the API server to be allowed to do. */
public sealed interface AccessRequest {
  /**
   * On a resource.
   *
   * @param group empty for the core group
   * @param subresource empty for the resource itself
   * @param name empty for no particular object
   * @param namespace empty for all namespaces, and for resources of the whole cluster
   */
  record OnResource(
      String verb, String group, String resource, String subresource, String name, String namespace)
      implements AccessRequest {
    /** {@code pods} or {@code pods/exec}. */
    public String fullResource() {
      return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    /** As commands are told it: {@code get secrets tls}, {@code patch deployments.apps}. */
    public String words() {
      String of = group.isEmpty() ? "" : "." + group;
      String sub = subresource.isEmpty() ? "" : "/" + subresource;
      return verb + " " + resource + of + sub + (name.isEmpty() ? "" : " " + name);
    }
  }

  /** On a path of the server that is no resource, such as {@code /metrics}. */
  record OnUrl(String verb, String path) implements AccessRequest {}

  /** The namespace asked for; empty for all, and for paths. */
  default String namespaceOrEmpty() {
    return this instanceof OnResource on ? on.namespace() : "";
  }
}
