package dev.zonewright.kube;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What Kubernetes finds in a field that decides; null is as good as absent. */
sealed interface PssValue<T> {
  YamlCursor at();

  record Unset<T>(YamlCursor at) implements PssValue<T> {}

  /** A placeholder, or of a type that Kubernetes refuses here, or below such a thing. */
  record Unknown<T>(YamlCursor at) implements PssValue<T> {}

  record Known<T>(YamlCursor at, T value) implements PssValue<T> {}

  static PssValue<Boolean> truth(YamlCursor at) {
    return read(at, YamlCursor::bool);
  }

  static PssValue<String> text(YamlCursor at) {
    return read(at, YamlCursor::string);
  }

  static PssValue<BigInteger> whole(YamlCursor at) {
    return read(
        at,
        field ->
            field.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger value)
                ? Optional.of(value)
                : Optional.empty());
  }

  static PssValue<YamlCursor> mapping(YamlCursor at) {
    return read(at, field -> field.isMapping() ? Optional.of(field) : Optional.empty());
  }

  static PssValue<List<YamlCursor>> list(YamlCursor at) {
    return read(at, field -> field.isSequence() ? Optional.of(field.items()) : Optional.empty());
  }

  private static <T> PssValue<T> read(YamlCursor at, Function<YamlCursor, Optional<T>> reader) {
    if (isHidden(at)) {
      return new Unknown<>(at);
    }
    if (!at.isSet()) {
      return new Unset<>(at);
    }
    Optional<T> value = reader.apply(at);
    return value.isPresent() ? new Known<>(at, value.get()) : new Unknown<>(at);
  }

  /** Whether something stands in the way of knowing whether anything stands here, or what. */
  private static boolean isHidden(YamlCursor at) {
    if (at.exists()) {
      return UnknownValue.isPlaceholder(at);
    }
    YamlCursor below = at.firstAbsent();
    Optional<YamlCursor> around = below.parent();
    if (around.isEmpty() || !around.get().isSet()) {
      return false;
    }
    YamlCursor holder = around.get();
    return UnknownValue.isPlaceholder(holder)
        || (below.isItem() ? !holder.isSequence() : !holder.isMapping());
  }
}
