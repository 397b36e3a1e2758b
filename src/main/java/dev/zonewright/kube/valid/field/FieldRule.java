package dev.zonewright.kube.valid.field;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What Kubernetes asks of the value of one field. */
@FunctionalInterface
public interface FieldRule {
  void check(YamlCursor at, Found found);

  /** One of some words, in exactly this spelling. */
  static FieldRule oneOf(String... words) {
    Set<String> known = Set.of(words);
    String list = list(Arrays.asList(words));
    return text(
        known::contains, "%%s is not a value of %%s: use %s".formatted(list.replace("%", "%%")));
  }

  /** Text of a form; the message says what was found, and the key. */
  static FieldRule text(Predicate<String> form, String message) {
    return (at, found) ->
        Found.text(at)
            .filter(form.negate())
            .ifPresent(text -> found.applied(at, message.formatted(text, at.key())));
  }

  /** A whole number from one to another. */
  static FieldRule range(long least, long most, String message) {
    return (at, found) ->
        Found.number(at)
            .filter(n ->
                n.compareTo(BigInteger.valueOf(least)) < 0
                    || n.compareTo(BigInteger.valueOf(most)) > 0)
            .ifPresent(_ -> found.applied(at, message.formatted(at.key())));
  }

  /** A mapping that has a field; what a placeholder hides may have it. */
  static FieldRule needs(String field, String message) {
    return (at, found) -> {
      YamlCursor needed = at.get(field);
      boolean empty =
          (needed.isScalar() && needed.raw().isEmpty())
              || (needed.isSequence() && needed.items().isEmpty());
      if (at.isMapping()
          && !UnknownValue.isPlaceholder(at)
          && (!needed.isSet() || empty)
          && !UnknownValue.hides(needed)) {
        found.applied(needed, message);
      }
    };
  }

  private static String list(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
