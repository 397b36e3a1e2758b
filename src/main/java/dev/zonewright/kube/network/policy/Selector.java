package dev.zonewright.kube.network.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A label selector.
 *
 * @param requirements all of them must hold; with none it matches everything
 * @param because why there may be more to it; empty when it is known whole
 */
public record Selector(List<Requirement> requirements, String because) {
  public static final Selector EVERYTHING = new Selector(List.of(), "");

  /** How a requirement compares. */
  public enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /** As Kubernetes writes it. */
    public String word() {
      return word;
    }
  }

  /**
   * One condition.
   *
   * @param values empty for those that look only at the key
   */
  public record Requirement(String key, Operator operator, Set<String> values) {
    public Requirement {
      values = Set.copyOf(values);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Requirement that
          && key.equals(that.key)
          && operator == that.operator
          && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return key.hashCode() * 31 + values.hashCode();
    }

    Match matches(Labels labels) {
      return switch (operator) {
        case IN -> labels.hasOneOf(key, values);
        case NOT_IN -> labels.hasOneOf(key, values).not();
        case EXISTS -> labels.has(key);
        case DOES_NOT_EXIST -> labels.has(key).not();
      };
    }

    @Override
    public String toString() {
      String list = values.stream().sorted().collect(Collectors.joining(", "));
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + list : key + " in (" + list + ")";
        case NOT_IN -> key + " not in (" + list + ")";
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "no " + key;
      };
    }
  }

  public Selector {
    requirements = List.copyOf(requirements);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Selector that
        && requirements.equals(that.requirements)
        && because.equals(that.because);
  }

  @Override
  public int hashCode() {
    return requirements.hashCode();
  }

  /** A selector of which nothing is known. */
  public static Selector unclear(String because) {
    return new Selector(List.of(), because);
  }

  /** Whether it matches whatever the labels are. */
  public boolean isEverything() {
    return requirements.isEmpty() && because.isEmpty();
  }

  public Match matches(Labels labels) {
    Match all = because.isEmpty() ? Match.YES : Match.unknown(because);
    for (Requirement requirement : requirements) {
      all = all.and(requirement.matches(labels));
      if (all.isNo()) {
        return all;
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return requirements.isEmpty()
        ? "everything"
        : requirements.stream().map(Requirement::toString).collect(Collectors.joining(", "));
  }
}
