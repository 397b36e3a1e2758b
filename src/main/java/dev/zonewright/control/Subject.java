package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about.
 *
 * @param object the object; without a kind for a document that holds none
 * @param tenant empty for an object of the whole cluster, and for a document without one
 * @param container empty when the finding is about the pod or the object
 * @param gaining namespaces whose accounts gain by what is found, {@link #EVERYBODY} for all
 */
public record Subject(
    ObjectRef object, Optional<String> tenant, String container, Set<String> gaining) {
  /** In place of a namespace: the accounts of all. */
  public static final String EVERYBODY = "*";

  /** What is said of a document that holds no object. */
  public static final Subject NONE =
      new Subject(new ObjectRef("", "", "", ""), Optional.empty(), "", Set.of());

  public Subject {
    gaining = Set.copyOf(gaining);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Subject that
        && object.equals(that.object)
        && tenant.equals(that.tenant)
        && container.equals(that.container)
        && gaining.equals(that.gaining);
  }

  @Override
  public int hashCode() {
    return ((object.hashCode() * 31 + tenant.hashCode()) * 31 + container.hashCode()) * 31
        + gaining.hashCode();
  }
}
