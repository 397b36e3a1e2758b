package dev.zonewright.kube;

import dev.zonewright.kube.secret.Masked;
import org.jspecify.annotations.Nullable;

/**
 * Names an object wherever it is written: answers and findings hold this, never a place in a text,
 * so that they stay true while the text around the object changes.
 *
 * @param group the API group without its version; empty for the core group
 * @param namespace as {@link KubeObject} has it; empty for an object of the whole cluster, and
 *     where none is written or said
 */
public record ObjectRef(String group, String kind, String namespace, String name)
    implements Comparable<ObjectRef> {

  /** The name of an object that was read. */
  public static ObjectRef of(KubeObject object) {
    return new ObjectRef(object.group(), object.kind(), object.namespace(), object.name());
  }

  /** Kind and name, as people say it. */
  public String label() {
    return Masked.within(name.isEmpty() ? kind : kind + " " + name);
  }

  /** {@code NAMESPACE/KIND/NAME}, as commands and the review file write it. */
  public String path() {
    return namespace + "/" + kind + "/" + name;
  }

  @Override
  public int compareTo(ObjectRef other) {
    int namespaces = namespace.compareTo(other.namespace);
    if (namespaces != 0) {
      return namespaces;
    }
    int kinds = kind.compareTo(other.kind);
    if (kinds != 0) {
      return kinds;
    }
    int names = name.compareTo(other.name);
    return names != 0 ? names : group.compareTo(other.group);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectRef that
        && name.equals(that.name)
        && kind.equals(that.kind)
        && namespace.equals(that.namespace)
        && group.equals(that.group);
  }

  @Override
  public int hashCode() {
    return ((name.hashCode() * 31 + kind.hashCode()) * 31 + namespace.hashCode()) * 31
        + group.hashCode();
  }
}
