package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of Gatekeeper refuses a hostPath: a constraint without an exception and without parameters,
 * whose ConstraintTemplate is opened and is {@code K8sPSPHostFilesystem} of Gatekeeper's library,
 * or has a rule that asks for nothing but a volume with a {@code hostPath}. Other code is not
 * followed, and stops nothing.
 */
final class GatekeeperRestraint {
  private static final String TEMPLATES = "templates.gatekeeper.sh";
  private static final String CONSTRAINTS = "constraints.gatekeeper.sh";
  private static final String LIBRARY = "K8sPSPHostFilesystem";
  private static final String IGNORE = "admission.gatekeeper.sh/ignore";

  private static final Pattern RULE =
      Pattern.compile(
          "violation\\s*(?:contains\\s+\\w+|\\[[^\\]]*\\])\\s*(?:if\\s*)?\\{([^{}]*)\\}");
  private static final String VOLUME = "input\\.review\\.object\\.spec\\.volumes\\[_\\]";

  /** A statement that holds for a volume that is a folder of the node. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:\\w+ ?:= ?)?(?:" + VOLUME + "|\\w+)\\.hostPath|has_field\\(\\w+, ?\"hostPath\"\\)");

  /** Statements that leave no pod out. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\w+ ?:= ?"
              + VOLUME
              + "|msg ?:= ?.*|input\\.review\\.(?:object\\.kind|kind\\.kind) ?== ?\"Pod\"");

  private static final String MATCH = "match";

  /** What says whom a constraint is about and takes nobody out. */
  private static final Set<String> WHOLE = Set.of("kinds", "scope");

  private GatekeeperRestraint() {}

  /** The first constraint on all pods of a namespace; empty where namespaces may be left out. */
  static Optional<HostPathRestraint> of(
      String namespace,
      Function<String, Optional<KubeObject>> named,
      Function<String, List<KubeObject>> objects) {
    boolean exempt =
        objects.apply("Config").stream()
            .anyMatch(c ->
                c.group().equals("config.gatekeeper.sh")
                    && !c.root().get("spec", MATCH).items().isEmpty());
    boolean ignored =
        named
            .apply(namespace)
            .filter(n -> n.root().get("metadata", "labels", IGNORE).exists())
            .isPresent();
    if (exempt || ignored) {
      return Optional.empty();
    }
    return objects.apply("ConstraintTemplate").stream()
        .filter(t -> t.group().equals(TEMPLATES) && looksForHostPath(t))
        .map(GatekeeperRestraint::kind)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> objects.apply(name).stream())
        .filter(c -> c.group().equals(CONSTRAINTS) && refuses(c.root().get("spec"), "", "Pod"))
        .findFirst()
        .map(
            c -> new HostPathRestraint(ObjectRef.of(c), YamlPath.of("spec"), "refuses a hostPath"));
  }

  private static String kind(KubeObject template) {
    return template.root().get("spec", "crd", "spec", "names", "kind").raw();
  }

  private static boolean looksForHostPath(KubeObject template) {
    return template.root().get("spec", "targets").items().stream()
        .anyMatch(target -> looksForHostPath(target, kind(template).equals(LIBRARY)));
  }

  private static boolean looksForHostPath(YamlCursor target, boolean library) {
    List<YamlCursor> codes = target.get("code").items();
    Stream<String> regos =
        Stream.concat(
            Stream.of(target.get("rego").raw()),
            codes.stream().map(c -> c.get("source", "rego").raw()));
    return regos.anyMatch(rego -> library ? rego.contains("allowedHostPaths") : isPlain(rego))
        || codes.stream().map(c -> c.get("source")).anyMatch(GatekeeperRestraint::isCel);
  }

  private static boolean isCel(YamlCursor source) {
    return !source.get("failurePolicy").raw().equals("Ignore")
        && source.get("matchConditions").items().isEmpty()
        && HostPathRestraint.refuse(source.get("validations"), source.get("variables"));
  }

  /** Whether a rule of some code asks for nothing but a volume that is a folder of the node. */
  private static boolean isPlain(String rego) {
    Matcher rule = RULE.matcher(rego.replaceAll("(?m)^\\s*#.*$", ""));
    while (rule.find()) {
      List<String> statements =
          Stream.of(rule.group(1).split("[\\n;]", -1))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList();
      boolean folder = statements.stream().anyMatch(s -> FOLDER.matcher(s).matches());
      boolean plain =
          statements.stream()
              .allMatch(s -> FOLDER.matcher(s).matches() || HARMLESS.matcher(s).matches());
      if (folder && plain) {
        return true;
      }
    }
    return false;
  }

  private static boolean refuses(YamlCursor spec, String group, String kind) {
    String action = spec.get("enforcementAction").raw();
    YamlCursor match = spec.get(MATCH);
    boolean whole =
        match.entries().stream().allMatch(e -> WHOLE.contains(e.key()))
            && !match.get("scope").raw().equals("Cluster");
    boolean meant =
        match.get("kinds").items().isEmpty()
            || match.get("kinds").items().stream()
                .anyMatch(k ->
                    HostPathRestraint.lists(k.get("apiGroups"), group)
                        && HostPathRestraint.lists(k.get("kinds"), kind));
    return (action.isEmpty() || action.equals("deny"))
        && whole
        && meant
        && spec.get("parameters").entries().isEmpty();
  }
}
