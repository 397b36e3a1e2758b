package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.kube.valid.field.TolerationRules;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes that others name: of runtimes, priorities, storage and Ingresses; drivers of storage; and
 * leases. Source: Kubernetes 1.36.
 */
final class ClassRules {
  private static final String SYSTEM = "system-";
  private static final long HIGHEST = 1_000_000_000;
  private static final long SHORTEST_TOKEN = 600;
  private static final long LONGEST_TOKEN = 1L << 32;
  private static final int SHORTEST_UPDATE = 10;
  private static final long LARGEST = Integer.MAX_VALUE;

  /** The priorities above those of users are these, by name. */
  private static final Map<String, Long> RESERVED =
      Map.of("system-node-critical", 2_000_001_000L, "system-cluster-critical", 2_000_000_000L);

  private static final FieldTree RUNTIME =
      new FieldTree()
          .add(Forms.LABEL_NAME, "handler")
          .add((at, found) -> LabelSyntax.labels(at, found::applied), "scheduling.nodeSelector")
          .add(TolerationRules::check, "scheduling.tolerations[]")
          .add(ClassRules::tolerations, "scheduling.tolerations")
          .add(ClassRules::amounts, "overhead.podFixed");

  private static final FieldTree STORAGE =
      new FieldTree()
          .add(FieldRule.oneOf("Delete", "Retain"), "reclaimPolicy")
          .add(FieldRule.oneOf("Immediate", "WaitForFirstConsumer"), "volumeBindingMode")
          .add(
              FieldRule.text(
                  name -> LabelSyntax.isKey(name.toLowerCase(Locale.ROOT)),
                  "“%s” is not the name of a provisioner"),
              "provisioner")
          .add(TopologyRules::check, "allowedTopologies");

  private static final FieldTree DRIVER =
      new FieldTree()
          .add(FieldRule.oneOf("ReadWriteOnceWithFSType", "File", "None"), "fsGroupPolicy")
          .add(FieldRule.oneOf("Persistent", "Ephemeral"), "volumeLifecycleModes[]")
          .add(
              FieldRule.range(
                  SHORTEST_TOKEN, LONGEST_TOKEN, "%s of a token must be at least 600 (10 minutes)"),
              "tokenRequests[].expirationSeconds")
          .add(
              FieldRule.range(SHORTEST_UPDATE, Long.MAX_VALUE, "%s must be at least 10 (seconds)"),
              "nodeAllocatableUpdatePeriodSeconds")
          .add(ClassRules::audiences, "tokenRequests");

  private static final FieldTree LEASE =
      new FieldTree()
          .add(FieldRule.range(1, LARGEST, "%s must be at least 1"), "leaseDurationSeconds")
          .add(FieldRule.range(0, LARGEST, "%s must not be negative"), "leaseTransitions");

  private static final FieldRule HANDLER =
      FieldRule.needs("handler", "a RuntimeClass needs the handler that runs its pods");

  private ClassRules() {}

  static void runtime(YamlCursor root, Found found) {
    RUNTIME.check(root, found);
    if (Found.isWhole(root)) {
      HANDLER.check(root, found);
    }
  }

  static void priority(YamlCursor root, Found found) {
    FieldRule.oneOf("PreemptLowerPriority", "Never").check(root.get("preemptionPolicy"), found);
    Optional<String> name = Found.text(root.get("metadata", "name"));
    YamlCursor value = root.get("value");
    Optional<BigInteger> number = Found.number(value);
    if (name.filter(n -> n.startsWith(SYSTEM)).isPresent()) {
      Long only = RESERVED.get(name.get());
      if (only == null) {
        found.applied(
            root.get("metadata", "name"), "names that begin with system- are Kubernetes' own");
      } else if (number.filter(n -> !n.equals(BigInteger.valueOf(only))).isPresent()) {
        found.applied(value, "the value of %s is always %d".formatted(name.get(), only));
      } else if (root.get("globalDefault").isTrue()) {
        found.applied(root.get("globalDefault"), "%s cannot be the default".formatted(name.get()));
      }
    } else if (name.isPresent()
        && number.filter(n -> n.compareTo(BigInteger.valueOf(HIGHEST)) > 0).isPresent()) {
      found.applied(value, "the highest priority that is not Kubernetes' own is 1000000000");
    }
  }

  static void storage(YamlCursor root, Found found) {
    STORAGE.check(root, found);
  }

  static void driver(YamlCursor spec, Found found) {
    DRIVER.check(spec, found);
    YamlCursor inSecrets = spec.get("serviceAccountTokenInSecrets");
    YamlCursor requests = spec.get("tokenRequests");
    if (inSecrets.isSet() && requests.items().isEmpty() && !UnknownValue.hides(requests)) {
      found.applied(inSecrets, "serviceAccountTokenInSecrets needs tokenRequests");
    }
  }

  static void ingress(YamlCursor spec, Found found) {
    YamlCursor controller = spec.get("controller");
    Optional<String> text = Found.text(controller);
    if (text.filter(c -> !isController(c)).isPresent()) {
      found.applied(controller, "a controller is named with its domain, as in example.com/ingress");
    }
    if (Found.isWhole(spec)) {
      FieldRule.needs("controller", "an IngressClass needs its controller").check(spec, found);
    }
    YamlCursor parameters = spec.get("parameters");
    if (parameters.isMapping() && !UnknownValue.isPlaceholder(parameters)) {
      FieldRule.needs("kind", "parameters need a kind").check(parameters, found);
      FieldRule.needs("name", "parameters need a name").check(parameters, found);
      FieldRule.oneOf("Cluster", "Namespace").check(parameters.get("scope"), found);
      Forms.OBJECT_NAME.check(parameters.get("apiGroup"), found);
      Forms.LABEL_NAME.check(parameters.get("namespace"), found);
      YamlCursor namespace = parameters.get("namespace");
      String scope = parameters.get("scope").raw();
      if (scope.equals("Namespace") && Found.isWhole(parameters)) {
        FieldRule.needs("namespace", "parameters of a namespace need its name")
            .check(parameters, found);
      } else if (namespace.isSet()
          && !scope.equals("Namespace")
          && !UnknownValue.hides(parameters.get("scope"))) {
        found.applied(namespace, "parameters of the cluster are in no namespace");
      }
    }
  }

  static void lease(YamlCursor spec, Found found) {
    LEASE.check(spec, found);
  }

  private static boolean isController(String name) {
    int slash = name.indexOf('/');
    return slash > 0
        && Forms.isObjectName(name.substring(0, slash))
        && name.length() <= 250
        && name.substring(slash + 1).matches("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
  }

  private static void amounts(YamlCursor amounts, Found found) {
    for (YamlCursor amount : amounts.entries()) {
      if (Quantities.of(amount).filter(a -> a.signum() < 0).isPresent()) {
        found.applied(amount, "an amount must not be negative");
      }
    }
  }

  /** No pod has them yet: the class is refused for what a pod is taken with. */
  private static void tolerations(YamlCursor tolerations, Found found) {
    Set<List<String>> seen = new HashSet<>();
    for (YamlCursor one : tolerations.items()) {
      List<YamlCursor> parts =
          List.of("key", "operator", "value", "effect").stream().map(one::get).toList();
      boolean known = Found.isWhole(one) && parts.stream().noneMatch(UnknownValue::hides);
      if (known && !seen.add(parts.stream().map(YamlCursor::raw).toList())) {
        found.applied(one, "the same toleration is listed twice");
      }
      YamlCursor operator = one.get("operator");
      if (operator.raw().equals("Lt") || operator.raw().equals("Gt")) {
        found.applied(operator, "a RuntimeClass has only the operators Exists and Equal");
      }
    }
  }

  private static void audiences(YamlCursor requests, Found found) {
    Set<String> seen = new HashSet<>();
    for (YamlCursor request : requests.items()) {
      YamlCursor audience = request.get("audience");
      if (!UnknownValue.hides(audience) && !seen.add(audience.raw())) {
        found.applied(
            audience.isSet() ? audience : request, "two tokens are requested for one audience");
      }
    }
  }
}
