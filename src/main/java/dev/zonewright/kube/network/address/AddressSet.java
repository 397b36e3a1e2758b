package dev.zonewright.kube.network.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of addresses, of one family or both: exact, however large.
 *
 * @param stretches in order, apart from one another
 */
public record AddressSet(List<Stretch> stretches) {
  public static final AddressSet NONE = new AddressSet(List.of());

  /** Every address there is. */
  public static final AddressSet ALL = of(List.of(Cidr.V4, Cidr.V6));

  /** Addresses without a gap, both ends included. */
  public record Stretch(BigInteger first, BigInteger last) {}

  public AddressSet {
    stretches = List.copyOf(stretches);
  }

  public static AddressSet of(Cidr block) {
    return new AddressSet(List.of(new Stretch(block.first().line(), block.last().line())));
  }

  public static AddressSet of(Address address) {
    return of(Cidr.of(address));
  }

  public static AddressSet of(Collection<Cidr> blocks) {
    List<Stretch> all = new ArrayList<>();
    blocks.forEach(b -> all.addAll(of(b).stretches));
    return joined(all);
  }

  private static AddressSet joined(List<Stretch> unordered) {
    List<Stretch> ordered = new ArrayList<>(unordered);
    ordered.sort(Comparator.comparing(Stretch::first));
    List<Stretch> out = new ArrayList<>();
    for (Stretch next : ordered) {
      Stretch before = out.isEmpty() ? null : out.getLast();
      if (before != null && before.last.add(BigInteger.ONE).compareTo(next.first) >= 0) {
        out.set(out.size() - 1, new Stretch(before.first, before.last.max(next.last)));
      } else {
        out.add(next);
      }
    }
    return new AddressSet(out);
  }

  public boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** How many addresses it has. */
  public BigInteger size() {
    BigInteger size = BigInteger.ZERO;
    for (Stretch stretch : stretches) {
      size = size.add(stretch.last).subtract(stretch.first).add(BigInteger.ONE);
    }
    return size;
  }

  public AddressSet union(AddressSet other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    List<Stretch> all = new ArrayList<>(stretches);
    all.addAll(other.stretches);
    return joined(all);
  }

  public AddressSet intersect(AddressSet other) {
    List<Stretch> out = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < stretches.size() && j < other.stretches.size()) {
      Stretch a = stretches.get(i);
      Stretch b = other.stretches.get(j);
      BigInteger from = a.first.max(b.first);
      BigInteger to = a.last.min(b.last);
      if (from.compareTo(to) <= 0) {
        out.add(new Stretch(from, to));
      }
      if (a.last.compareTo(b.last) < 0) {
        i++;
      } else {
        j++;
      }
    }
    return new AddressSet(out);
  }

  public AddressSet minus(AddressSet other) {
    List<Stretch> out = new ArrayList<>();
    for (Stretch stretch : stretches) {
      BigInteger from = stretch.first;
      for (Stretch hole : other.stretches) {
        if (hole.last.compareTo(from) < 0) {
          continue;
        }
        if (hole.first.compareTo(stretch.last) > 0) {
          break;
        }
        if (hole.first.compareTo(from) > 0) {
          out.add(new Stretch(from, hole.first.subtract(BigInteger.ONE)));
        }
        from = hole.last.add(BigInteger.ONE);
      }
      if (from.compareTo(stretch.last) <= 0) {
        out.add(new Stretch(from, stretch.last));
      }
    }
    return new AddressSet(out);
  }

  public boolean contains(AddressSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean contains(Address address) {
    return contains(of(address));
  }

  public boolean meets(AddressSet other) {
    return !intersect(other).isEmpty();
  }

  /** In blocks, as short as can be: {@code 10.0.0.0/8 except 10.1.0.0/16}. */
  @Override
  public String toString() {
    return AddressWords.of(this);
  }
}
