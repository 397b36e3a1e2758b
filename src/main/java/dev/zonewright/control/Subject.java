package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;
import java.util.Optional;
import java.util.Set;

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
}
