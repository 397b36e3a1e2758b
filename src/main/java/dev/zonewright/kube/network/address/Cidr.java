package dev.zonewright.kube.network.address;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A block of addresses that share their first bits.
 *
 * @param first its lowest address
 * @param prefix how many bits they share
 */
public record Cidr(Address first, int prefix) {
  /** All of IPv4. */
  public static final Cidr V4 = new Cidr(Address.of(false, BigInteger.ZERO), 0);

  /** All of IPv6. */
  public static final Cidr V6 = new Cidr(Address.of(true, BigInteger.ZERO), 0);

  /**
   * Reads {@code ADDRESS/PREFIX}. Bits beyond the prefix are dropped, as servers do that still
   * accept them. Empty when it is no block.
   */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return Address.parse(text.substring(0, slash))
        .filter(a -> prefix <= Address.bits(a.isV6()))
        .map(a -> of(a, prefix));
  }

  /** The block of this length that an address lies in. */
  public static Cidr of(Address address, int prefix) {
    int free = Address.bits(address.isV6()) - prefix;
    BigInteger first = address.value().shiftRight(free).shiftLeft(free);
    return new Cidr(Address.of(address.isV6(), first), prefix);
  }

  /** The block that holds one address. */
  public static Cidr of(Address address) {
    return new Cidr(address, Address.bits(address.isV6()));
  }

  /** A block that is known to be one, for constants. */
  public static Cidr known(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** Its highest address. */
  public Address last() {
    int free = Address.bits(first.isV6()) - prefix;
    BigInteger size = BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE);
    return new Address(first.line().add(size));
  }

  /** Whether every address of the other lies in it. */
  public boolean contains(Cidr other) {
    return first.compareTo(other.first) <= 0 && last().compareTo(other.last()) >= 0;
  }

  /** Its lower and its upper half; only of a block of more than one address. */
  Cidr half(boolean upper) {
    int free = Address.bits(first.isV6()) - prefix - 1;
    BigInteger start = upper ? first.line().add(BigInteger.ONE.shiftLeft(free)) : first.line();
    return new Cidr(new Address(start), prefix + 1);
  }

  boolean isSingle() {
    return prefix == Address.bits(first.isV6());
  }

  @Override
  public String toString() {
    return first + "/" + prefix;
  }
}
