package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.evidence.known.OwnPorts;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ports below 1024 that a container opens: only root, or who is given the right, may. */
final class LowPorts {
  private static final int FIRST_FREE = 1024;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> ASKED = List.of("httpGet", "tcpSocket", "grpc");

  /** Variables that name the port to listen on, and none of another program. */
  private static final Pattern OWN_PORT =
      Pattern.compile(
          "(.*_)?((HTTPS?|LISTEN|SERVER|WEB|APP|BIND)_?)?(PORTS?(_NUMBER)?"
              + "|(LISTEN|BIND|SERVER)_ADDR(ESS)?|LISTEN(_ON)?|BIND|URLS)");

  private static final Pattern OTHERS =
      Pattern.compile(
          ".*(DB|DATABASE|SQL|REDIS|MONGO|SMTP|MAIL|LDAP|REMOTE|UPSTREAM|TARGET|PROXY|HOST|KAFKA"
              + "|AMQP|SERVICE|SSH|API|STATSD)_.*");

  /** Of a port beside the one that a program is there for. */
  private static final Pattern BESIDE =
      Pattern.compile(".*(METRICS?|HEALTH|ADMIN|DEBUG|STATUS|PROBE|EXPORTER|MONITOR(ING)?)_.*");

  /** An option that says where to listen: {@code --http-port=443}, {@code --listen=:80}. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<![a-zA-Z0-9._-])--?(?:(?:https?|web|listen|server|bind|secure)[-_.]?)*(?:port|listen|bind|addr|address|listen-address)[="
              + " ](?:[0-9.]*:|\\[::]:)?([0-9]{1,5})");

  /** Any option whose address is every one of the container's: {@code --web.address=:80}. */
  private static final Pattern EVERY_ADDRESS =
      Pattern.compile(
          "(?<![a-zA-Z0-9._-])--?[a-zA-Z0-9._-]*(?:address|addr|listen|bind)[= ]"
              + "(?:0\\.0\\.0\\.0|\\[::])?:([0-9]{1,5})\\b");

  /** A port alone, with an address, or in the first of several addresses. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:0\\.0\\.0\\.0|[*+]|\\[::])?:?([0-9]{1,5})/?(?:;.*)?", Pattern.DOTALL);

  /** Every address of the container's, as a word: nothing but a server has it. */
  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "(?<!\\S)(?:[a-z]{2,5}://)?(?:0\\.0\\.0\\.0|[*+]|\\[::])?:([0-9]{1,5})/?(?!\\S)");

  private LowPorts() {}

  /** The first, from the declared ports, the probes, the options and the variables. */
  private static Optional<Integer> of(ContainerView container) {
    YamlCursor at = container.at();
    return at.get("ports").items().stream()
        .map(port -> port.get("containerPort").raw())
        .flatMap(text -> low(text).stream())
        .findFirst()
        .or(() -> asked(at))
        .or(() -> option(container))
        .or(() -> variable(at, FIRST_FREE, name -> true));
  }

  /**
   * What shows that the container opens such a port, as people call it: what it says itself, a
   * Service, a configuration or its image.
   */
  static Optional<String> sign(ContainerView container, ClusterLookup cluster) {
    return of(container)
        .map(port -> "port " + port)
        .or(() -> ServedPorts.low(container, cluster).map(ServedPorts.Low::named))
        .or(() -> ConfigPorts.low(container, cluster))
        .or(() -> ofImage(container, cluster).map("port %d of its image"::formatted));
  }

  /** A probe without a host asks the container itself. */
  private static Optional<Integer> asked(YamlCursor container) {
    for (String probe : PROBES) {
      for (String way : ASKED) {
        YamlCursor asked = container.get(probe, way);
        Optional<Integer> port = low(asked.get("port").raw());
        if (port.isPresent() && !asked.get("host").isSet()) {
          return port;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The port that the image's program opens by itself, where nothing says that it opens another: a
   * port, a variable or a configuration.
   */
  private static Optional<Integer> ofImage(ContainerView container, ClusterLookup cluster) {
    YamlCursor at = container.at();
    OptionalInt port = OwnPorts.ofImage(at.get("image").raw());
    boolean told =
        port.isEmpty()
            || container.kind() != ContainerView.Kind.APP
            || at.get("command").isSet()
            || at.get("ports").items().stream().anyMatch(one -> one.get("containerPort").isSet())
            || variable(at, Integer.MAX_VALUE, name -> !BESIDE.matcher(name).matches()).isPresent()
            || ConfigPorts.any(container, cluster);
    return told ? Optional.empty() : Optional.of(port.getAsInt());
  }

  private static Optional<Integer> option(ContainerView container) {
    // an option and its value may be two items of a list
    String command = String.join(" ", Commands.textsOf(container));
    return option(command)
        .or(() ->
            container.at().get("env").items().stream()
                .map(variable -> variable.get("value").raw())
                // an address, or options that the program takes from a variable
                .flatMap(value -> option(value).stream())
                .findFirst());
  }

  private static Optional<Integer> option(String command) {
    if (command.indexOf(':') < 0 && command.indexOf('-') < 0) {
      return Optional.empty();
    }
    Stream<String> options =
        Stream.of(OPTION, EVERY_ADDRESS, EVERYWHERE)
            .flatMap(pattern -> pattern.matcher(command).results())
            .map(found -> found.group(1));
    return Stream.concat(options, OwnPorts.told(command))
        .flatMap(number -> low(number).stream())
        .findFirst();
  }

  /** The first port below a bound that a variable names. */
  private static Optional<Integer> variable(
      YamlCursor container, int bound, Predicate<String> counts) {
    for (YamlCursor variable : container.get("env").items()) {
      String name = variable.get("name").raw();
      Matcher address = ADDRESS.matcher(variable.get("value").raw());
      if (OWN_PORT.matcher(name).matches()
          && !OTHERS.matcher(name).matches()
          && counts.test(name)
          && address.matches()) {
        int port = Integer.parseInt(address.group(1));
        if (port > 0 && port < bound) {
          return Optional.of(port);
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Integer> low(String text) {
    if (text.isEmpty() || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text);
    return port > 0 && port < FIRST_FREE ? Optional.of(port) : Optional.empty();
  }
}
