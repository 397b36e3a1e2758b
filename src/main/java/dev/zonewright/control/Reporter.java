package dev.zonewright.control;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.query.Query;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlPlace;
import java.util.Optional;
import java.util.Set;

/** What a control speaks to while it looks at one thing. */
public interface Reporter {
  /**
   * Says that the control is violated.
   *
   * @param at the key to point at; of something absent, where it would stand
   * @param message what is there and why that matters, one or two short sentences without a full
   *     stop at the end
   */
  FindingBuilder violated(YamlCursor at, String message);

  /** Says that the manifests do not tell whether the control is satisfied. */
  FindingBuilder undetermined(YamlCursor at, String message);

  /**
   * Says that a value has the wrong type, so that Kubernetes refuses the object.
   *
   * @param field as people call it: “hostPID”
   * @param wanted what is accepted: “true or false”
   */
  default FindingBuilder wrongType(YamlCursor at, String field, String wanted) {
    return undetermined(
        at,
        "%s is %s, but must be %s: Kubernetes refuses the object"
            .formatted(field, UnknownValue.quoted(at), wanted));
  }

  /**
   * Judges a field that must be unset or false: violated when it is true, undetermined when it is
   * neither true nor false. Unset, null and placeholders give no finding.
   *
   * @param field as people call it: “hostPID”
   * @param message for the violation, as for {@link #violated}
   * @return the finding, to offer a fix with; empty where there is none
   */
  default Optional<FindingBuilder> forbiddenWhenTrue(YamlCursor at, String field, String message) {
    if (at.isTrue()) {
      return Optional.of(violated(at, message));
    }
    if (UnknownValue.isNoTruthValue(at)) {
      return Optional.of(wrongType(at, field, "true or false"));
    }
    return Optional.empty();
  }

  /** For a document that has no tree: points at characters. */
  FindingBuilder violatedAt(TextRange range, String message);

  /** What other opened manifests hold. */
  ClusterLookup cluster();

  /** Asks a question of its own about other manifests. */
  <T> T ask(Query<T> query);

  /** What the controls of this run read. */
  PodFields fieldsRead();

  /** Where the pod runs that is being looked at; undetermined where there is none. */
  ZoneState zone();

  /** What the reviewer has set. */
  Profile profile();

  /** Adds to a finding. */
  interface FindingBuilder {
    /** Another severity than the control's own. */
    FindingBuilder severity(Severity severity);

    /** Another severity, which stays the same for a pod outside a zone. */
    FindingBuilder settled(Severity severity);

    /**
     * Says that it is about more than the object at which it is told, which merely comes first: it
     * is then the same finding when another comes first, as {@link Finding}s of a tenant are.
     */
    FindingBuilder about(String whole);

    /** Names the container, where the control is not called on containers. */
    FindingBuilder container(String name);

    /** Names the namespaces whose accounts gain by what is found; see {@link Subject#gaining}. */
    FindingBuilder gaining(Set<String> namespaces);

    /** Points elsewhere than at the cursor's own key. */
    FindingBuilder place(YamlPlace place);

    /** Names another place that the finding rests on, in the order of the reasoning. */
    FindingBuilder related(Related place);

    /** The same for a place in an object that was read. */
    default FindingBuilder related(KubeObject object, YamlCursor at, String role) {
      return related(Related.at(object, at, role));
    }

    /** The same for a place that an answer names. */
    default FindingBuilder related(ObjectRef object, YamlPath path, String role) {
      return related(new Related(object, path, role));
    }

    /** Offers a fix; the first offered is the preferred one. */
    FindingBuilder fix(Fix fix);

    /** Says which controls could not judge because of it. */
    FindingBuilder unjudged(Unjudged controls);

    /** What a person must do where no fix can be offered, or beside those that are. */
    FindingBuilder guidance(String text);
  }
}
