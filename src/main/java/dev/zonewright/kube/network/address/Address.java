package dev.zonewright.kube.network.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address. Both families lie on one line: IPv4 at its own value, IPv6 at 2^128 and its value,
 * so that a set of addresses is a set of stretches of this line whatever family they are of.
 *
 * @param line where it lies
 */
public record Address(BigInteger line) implements Comparable<Address> {
  /** How many bits the first address of IPv6 lies up the line. */
  private static final BigInteger V6 = BigInteger.ONE.shiftLeft(128);

  private static final int GROUPS = 8;

  /** Whether it is of IPv6. */
  public boolean isV6() {
    return line.compareTo(V6) >= 0;
  }

  /** The address of IPv4 that one of {@code ::ffff:0:0/96} stands for; else this one. */
  public Address unmapped() {
    boolean mapped = isV6() && value().shiftRight(32).equals(BigInteger.valueOf(0xffff));
    return mapped ? of(false, value().and(BigInteger.valueOf(0xffff_ffffL))) : this;
  }

  /** Its number within its family. */
  BigInteger value() {
    return isV6() ? line.subtract(V6) : line;
  }

  static Address of(boolean v6, BigInteger value) {
    return new Address(v6 ? V6.add(value) : value);
  }

  /** Bits of an address of its family: 32 or 128. */
  static int bits(boolean v6) {
    return v6 ? 128 : 32;
  }

  /**
   * Reads an address as the API server does: IPv4 with dots and without leading zeros, or IPv6,
   * without a zone. Empty when it is none.
   */
  public static Optional<Address> parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text).map(v -> of(false, v));
  }

  private static Optional<BigInteger> parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long value = 0;
    for (String part : parts) {
      if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      value = value << 8 | Integer.parseInt(part);
    }
    return Optional.of(BigInteger.valueOf(value));
  }

  private static Optional<Address> parseV6(String text) {
    int gap = text.indexOf("::");
    Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap));
    Optional<List<Integer>> tail =
        gap < 0 ? Optional.of(List.of()) : groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    int absent = GROUPS - all.size() - tail.get().size();
    if (gap < 0 ? absent != 0 : absent < 1) {
      return Optional.empty();
    }
    for (int i = 0; i < absent; i++) {
      all.add(0);
    }
    all.addAll(tail.get());
    BigInteger value = BigInteger.ZERO;
    for (int group : all) {
      value = value.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return Optional.of(of(true, value));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> out = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(out);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<BigInteger> v4 =
          i == parts.length - 1 && parts[i].indexOf('.') >= 0
              ? parseV4(parts[i])
              : Optional.empty();
      if (v4.isPresent()) {
        out.add(v4.get().intValue() >>> 16);
        out.add(v4.get().intValue() & 0xffff);
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        out.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(out);
  }

  @Override
  public int compareTo(Address other) {
    return line.compareTo(other.line);
  }

  /** As people write it; IPv6 with its longest run of zeros left out. */
  @Override
  public String toString() {
    return isV6() ? v6Text() : v4Text();
  }

  private String v4Text() {
    long value = line.longValue();
    return (value >> 24 & 255)
        + "."
        + (value >> 16 & 255)
        + "."
        + (value >> 8 & 255)
        + "."
        + (value & 255);
  }

  private String v6Text() {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = value().shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff;
    }
    int from = 0;
    int run = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > run) {
        from = i;
        run = end - i;
      }
    }
    return run < 2
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, from) + "::" + hex(groups, from + run, GROUPS);
  }

  private static String hex(int[] groups, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address that && line.equals(that.line);
  }

  @Override
  public int hashCode() {
    return line.hashCode();
  }
}
