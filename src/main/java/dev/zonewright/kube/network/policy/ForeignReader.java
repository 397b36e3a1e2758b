package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the policies of Cilium and Calico, and reads whom they select. */
public final class ForeignReader {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";
  private static final String CILIUM_NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String CILIUM_LABELS = "io.cilium.k8s.namespace.labels.";
  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>!\\s*)?has\\((?<has>[-\\w./]+)\\)"
              + "|(?<key>[-\\w./]+)\\s*(?<op>==|!=)\\s*(?:'(?<one>[^']*)'|\"(?<two>[^\"]*)\")");

  private ForeignReader() {}

  /** Whether an object is a policy of Cilium or Calico. */
  public static boolean isPolicy(KubeObject object) {
    return isCilium(object) || isCalico(object);
  }

  private static boolean isCilium(KubeObject object) {
    return object.group().equals("cilium.io")
        && Set.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy").contains(object.kind());
  }

  private static boolean isCalico(KubeObject object) {
    return object.group().endsWith("projectcalico.org")
        && Set.of("NetworkPolicy", "GlobalNetworkPolicy").contains(object.kind());
  }

  /** Reads a policy; one of Cilium may hold several. */
  public static List<ForeignPolicy> read(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    if (isCalico(object)) {
      return List.of(calico(object, spec));
    }
    List<ForeignPolicy> out = new ArrayList<>();
    List<YamlCursor> specs = new ArrayList<>(object.root().get("specs").items());
    if (spec.isSet() || specs.isEmpty()) {
      specs.add(spec);
    }
    for (YamlCursor one : specs) {
      if (!one.get("nodeSelector").isSet()) {
        out.add(cilium(object, one));
      }
    }
    return out;
  }

  private static ForeignPolicy cilium(KubeObject object, YamlCursor spec) {
    Selector written = SelectorReader.ofPlugin(spec.get("endpointSelector"));
    List<Selector.Requirement> pods = new ArrayList<>();
    List<Selector.Requirement> namespaces = new ArrayList<>(home(object, "Clusterwide"));
    String because = written.because();
    for (Selector.Requirement requirement : written.requirements()) {
      String key = requirement.key().replaceFirst("^(k8s|any):", "");
      if (key.equals(CILIUM_NAMESPACE)) {
        namespaces.add(renamed(requirement, NAME_LABEL));
      } else if (key.startsWith(CILIUM_LABELS)) {
        namespaces.add(renamed(requirement, key.substring(CILIUM_LABELS.length())));
      } else if (key.indexOf(':') >= 0 || key.startsWith("io.cilium")) {
        because = "whom " + requirement.key() + " means is known only to Cilium";
      } else {
        pods.add(renamed(requirement, key));
      }
    }
    Set<Direction> types = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (spec.get(direction.word()).exists() || spec.get(direction.word() + "Deny").exists()) {
        types.add(direction);
      }
    }
    return new ForeignPolicy(
        ObjectRef.of(object),
        new Selector(namespaces, ""),
        new Selector(pods, because),
        types.isEmpty() ? EnumSet.allOf(Direction.class) : types);
  }

  private static ForeignPolicy calico(KubeObject object, YamlCursor spec) {
    List<Selector.Requirement> namespaces = new ArrayList<>(home(object, "Global"));
    Selector more = expression(spec.get("namespaceSelector"));
    namespaces.addAll(more.requirements());
    Selector pods = expression(spec.get("selector"));
    if (spec.get("serviceAccountSelector").isSet()) {
      pods = new Selector(pods.requirements(), "accounts are not looked up for Calico");
    }
    Set<Direction> types = EnumSet.noneOf(Direction.class);
    YamlCursor written = spec.get("types");
    for (Direction direction : Direction.values()) {
      boolean named = written.items().stream().anyMatch(t -> t.raw().equals(direction.type()));
      if (written.isSet() ? named : spec.get(direction.word()).exists()) {
        types.add(direction);
      }
    }
    return new ForeignPolicy(
        ObjectRef.of(object),
        new Selector(namespaces, more.because()),
        pods,
        types.isEmpty() ? EnumSet.allOf(Direction.class) : types);
  }

  private static List<Selector.Requirement> home(KubeObject object, String everywhere) {
    if (object.kind().contains(everywhere)) {
      return List.of();
    }
    String namespace = object.namespace().isEmpty() ? Tenants.DEFAULT : object.namespace();
    return List.of(new Selector.Requirement(NAME_LABEL, Selector.Operator.IN, Set.of(namespace)));
  }

  private static Selector.Requirement renamed(Selector.Requirement requirement, String key) {
    return new Selector.Requirement(key, requirement.operator(), requirement.values());
  }

  /** An expression of Calico, as far as it only joins simple terms. */
  private static Selector expression(YamlCursor at) {
    String text = at.raw().strip();
    if (!at.isSet() || text.isEmpty() || text.equals("all()")) {
      return at.isSet() && !at.isScalar()
          ? Selector.unclear(at.path() + " cannot be read")
          : Selector.EVERYTHING;
    }
    List<Selector.Requirement> out = new ArrayList<>();
    for (String part : text.split("&&", -1)) {
      Matcher term = TERM.matcher(part.strip());
      if (!term.matches()) {
        return new Selector(out, at.path() + " is an expression of Calico that is not read");
      }
      if (term.group("has") != null) {
        boolean not = term.group("not") != null;
        out.add(
            new Selector.Requirement(
                term.group("has"),
                not ? Selector.Operator.DOES_NOT_EXIST : Selector.Operator.EXISTS,
                Set.of()));
      } else {
        String value = term.group("one") != null ? term.group("one") : term.group("two");
        out.add(
            new Selector.Requirement(
                term.group("key"),
                term.group("op").equals("==") ? Selector.Operator.IN : Selector.Operator.NOT_IN,
                Set.of(value)));
      }
    }
    return new Selector(out, "");
  }
}
