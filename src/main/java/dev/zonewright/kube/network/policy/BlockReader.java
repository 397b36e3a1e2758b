package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an {@code ipBlock}, and says what the API server refuses in it. */
final class BlockReader {
  private final Problems problems;

  BlockReader(Problems problems) {
    this.problems = problems;
  }

  Peer read(YamlCursor at, YamlCursor peer) {
    YamlCursor cidr = at.get("cidr");
    if (UnknownValue.hides(cidr)) {
      return new Peer.Unclear(cidr.path() + " is filled in later", peer.path());
    }
    if (cidr.raw().isEmpty()) {
      problems.add(cidr, "cidr must be given");
      return new Peer.Unclear(cidr.path() + " is empty", peer.path());
    }
    Optional<Cidr> block = block(cidr);
    List<Cidr> except = new ArrayList<>();
    YamlCursor list = at.get("except");
    if (list.isSet() && !list.isSequence()) {
      if (!list.isPlaceholder()) {
        problems.type(list, "except must be a list");
      }
      return new Peer.Unclear(list.path() + " cannot be read", peer.path());
    }
    for (YamlCursor item : list.items()) {
      if (item.isPlaceholder()) {
        return new Peer.Unclear(item.path() + " is filled in later", peer.path());
      }
      Optional<Cidr> hole = block(item);
      hole.ifPresent(except::add);
      if (hole.isPresent() && block.isPresent() && !isStrictlyIn(hole.get(), block.get())) {
        problems.add(item, item.raw() + " is not a smaller part of " + cidr.raw());
      }
    }
    return block.isPresent()
        ? new Peer.Block(block.get(), except, peer.path())
        : new Peer.Unclear(cidr.path() + " is not an address range", peer.path());
  }

  private static boolean isStrictlyIn(Cidr part, Cidr whole) {
    return whole.contains(part) && part.prefix() > whole.prefix();
  }

  private Optional<Cidr> block(YamlCursor at) {
    String text = at.raw();
    Optional<Cidr> block = Cidr.parse(text);
    if (block.isEmpty()) {
      problems.add(
          at, "“" + text + "” is not an address range such as 10.9.8.0/24 or 2001:db8::/64");
    } else if (isMapped(text)) {
      problems.add(at, "“" + text + "” is an IPv4 address written as IPv6");
    } else if (!Address.parse(text.substring(0, text.indexOf('/')))
        .equals(Optional.of(block.get().first()))) {
      problems.add(at, "“" + text + "” has bits set after its prefix; the range is " + block.get());
    }
    return block;
  }

  private static boolean isMapped(String text) {
    return Cidr.parse(text).filter(c -> c.first().isV6()).isPresent()
        && text.toLowerCase(Locale.ROOT).matches("(::|(0{1,4}:){5})ffff:.*")
        && Cidr.known("::ffff:0:0/96").contains(Cidr.of(Cidr.parse(text).orElseThrow().first()));
  }
}
