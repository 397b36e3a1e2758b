package dev.zonewright.yaml;

import java.math.BigInteger;

/** What Kubernetes makes of a scalar. */
public sealed interface ScalarValue {
  /** Nothing: an empty value, {@code ~}, {@code null}. */
  record Null() implements ScalarValue {}

  record Bool(boolean value) implements ScalarValue {}

  record Int(BigInteger value) implements ScalarValue {}

  record Real(double value) implements ScalarValue {}

  record Text(String value) implements ScalarValue {}

  Null NULL = new Null();
  Bool TRUE = new Bool(true);
  Bool FALSE = new Bool(false);
}
