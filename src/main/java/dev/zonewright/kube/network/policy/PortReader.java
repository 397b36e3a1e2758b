package dev.zonewright.kube.network.policy;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads the ports of a rule, and says what the API server refuses in them. */
final class PortReader {
  private static final Pattern CHARACTERS = Pattern.compile("[-a-z0-9]+");
  private static final Pattern LETTER = Pattern.compile("[a-z]");
  private static final int LONGEST_NAME = 15;

  private final Problems problems;

  PortReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads an item of {@code ports}. */
  PortMatch read(YamlCursor at) {
    YamlCursor port = at.get("port");
    YamlCursor end = at.get("endPort");
    YamlCursor protocolAt = at.get("protocol");
    if (at.isSet() && !at.isMapping()) {
      if (!at.isPlaceholder()) {
        problems.type(at, "an entry of ports must be a mapping");
      }
      return PortMatch.unclear(at.path() + " cannot be read");
    }
    for (YamlCursor part : new YamlCursor[] {port, end, protocolAt}) {
      if (part.isPlaceholder()) {
        return PortMatch.unclear(part.path() + " is filled in later");
      }
    }
    Optional<Protocol> protocol =
        protocolAt.isSet() ? Protocol.of(protocolAt.raw()) : Optional.of(Protocol.TCP);
    if (protocol.isEmpty()) {
      problems.add(protocolAt, "“" + protocolAt.raw() + "” is not TCP, UDP or SCTP");
      return PortMatch.unclear(protocolAt.path() + " is not a protocol");
    }
    if (!port.isSet()) {
      if (end.isSet()) {
        problems.add(end, "endPort must not be given without port");
        return PortMatch.unclear(end.path() + " is refused");
      }
      return PortMatch.any(protocol.get());
    }
    if (port.string().isPresent()) {
      if (end.isSet()) {
        problems.add(end, "endPort must not be given with a named port");
        return PortMatch.unclear(end.path() + " is refused");
      }
      name(port);
      return new PortMatch(protocol, 0, 0, port.raw(), "");
    }
    return number(port, end, protocol);
  }

  private PortMatch number(YamlCursor port, YamlCursor end, Optional<Protocol> protocol) {
    OptionalInt from = whole(port);
    OptionalInt to = end.isSet() ? whole(end) : from;
    if (from.isEmpty() || to.isEmpty()) {
      problems.type(from.isEmpty() ? port : end, "a port must be a whole number");
      return PortMatch.unclear(port.path() + " cannot be read");
    }
    if (!inRange(from.getAsInt())) {
      problems.add(port, port.raw() + " is not between 1 and 65535");
    }
    if (end.isSet() && !inRange(to.getAsInt())) {
      problems.add(end, end.raw() + " is not between 1 and 65535");
      return PortMatch.unclear(end.path() + " is refused");
    } else if (to.getAsInt() < from.getAsInt()) {
      problems.add(end, "endPort must not be lower than port");
      return PortMatch.unclear(end.path() + " is refused");
    }
    return new PortMatch(protocol, from.getAsInt(), to.getAsInt(), "", "");
  }

  private static boolean inRange(int port) {
    return port >= 1 && port <= PortMatch.LAST;
  }

  /** The whole number here, cut to what an int holds. */
  static OptionalInt whole(YamlCursor at) {
    return at.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger value)
        ? OptionalInt.of(value.bitLength() < 31 ? value.intValue() : Integer.MAX_VALUE)
        : OptionalInt.empty();
  }

  private void name(YamlCursor at) {
    String name = at.raw();
    if (name.length() > LONGEST_NAME) {
      problems.add(at, "the name of a port must have at most 15 characters");
    }
    if (!CHARACTERS.matcher(name).matches()) {
      problems.add(at, "the name of a port may only have lowercase letters, digits and hyphens");
    }
    if (!LETTER.matcher(name).find()) {
      problems.add(
          at,
          name.matches("[0-9]+")
              ? "the port " + name + " is written as a string, but is not a name"
              : "the name of a port needs a letter");
    }
    if (name.contains("--") || name.startsWith("-") || name.endsWith("-")) {
      problems.add(at, "hyphens in the name of a port must be single and between other characters");
    }
  }
}
