package dev.zonewright.kube.network.address;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a set of addresses as the fewest blocks, less what is left out of them. */
public final class AddressWords {
  private AddressWords() {}

  /**
   * A block, less others in it.
   *
   * @param except apart from one another, in order
   */
  public record Term(Cidr block, List<Cidr> except) {
    @Override
    public String toString() {
      return block
          + (except.isEmpty()
              ? ""
              : " except " + except.stream().map(Cidr::toString).collect(Collectors.joining(", ")));
    }
  }

  static String of(AddressSet set) {
    return set.isEmpty()
        ? "no address"
        : terms(set).stream().map(Term::toString).collect(Collectors.joining("; "));
  }

  /** The terms that together are the set, each as a rule can write it. */
  public static List<Term> terms(AddressSet set) {
    List<Term> out = new ArrayList<>(terms(set, Cidr.V4));
    out.addAll(terms(set, Cidr.V6));
    return out;
  }

  private static List<Term> terms(AddressSet set, Cidr within) {
    AddressSet here = set.intersect(AddressSet.of(within));
    if (here.isEmpty()) {
      return List.of();
    }
    if (here.contains(AddressSet.of(within))) {
      return List.of(new Term(within, List.of()));
    }
    List<Term> apart = new ArrayList<>(terms(here, within.half(false)));
    apart.addAll(terms(here, within.half(true)));
    List<Cidr> holes = blocks(AddressSet.of(within).minus(here), within);
    return weight(apart) <= 1 + holes.size() ? apart : List.of(new Term(within, holes));
  }

  private static int weight(List<Term> terms) {
    return terms.stream().mapToInt(t -> 1 + t.except().size()).sum();
  }

  /** The fewest blocks that are the set. */
  public static List<Cidr> blocks(AddressSet set) {
    List<Cidr> out = new ArrayList<>(blocks(set, Cidr.V4));
    out.addAll(blocks(set, Cidr.V6));
    return out;
  }

  private static List<Cidr> blocks(AddressSet set, Cidr within) {
    AddressSet here = set.intersect(AddressSet.of(within));
    if (here.isEmpty()) {
      return List.of();
    }
    if (here.contains(AddressSet.of(within))) {
      return List.of(within);
    }
    List<Cidr> out = new ArrayList<>(blocks(here, within.half(false)));
    out.addAll(blocks(here, within.half(true)));
    return out;
  }
}
