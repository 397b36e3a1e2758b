package dev.zonewright.catalogue.zone;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Field: {@code spec.runtimeClassName}. Accepted: the name of a RuntimeClass whose handler is
 * {@code edera}; where no class of that name is opened, the name {@code edera}. Default: the node's
 * own runtime, on the kernel of the host. Kubernetes since 1.14 (RuntimeClass).
 */
public final class MissingEderaRuntime implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MissingEderaRuntime.class),
          Family.ZONE,
          "Not in an Edera zone",
          "The pod does not use Edera's runtime",
          Severity.CRITICAL,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: AI agent isolation, Zone configuration",
              "Edera: Zones, runtime class",
              "Kubernetes: Runtime Class"));

  private static final String SHARES =
      "the pod shares the host kernel with every other pod on the node";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("runtimeClassName"), PodFields.object("RuntimeClass", "handler"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    if (!pod.place().form().has("runtimeClassName")) {
      withoutField(pod, reporter);
      return;
    }
    YamlCursor at = pod.spec().get("runtimeClassName");
    ZoneState zone = ZoneState.of(pod, reporter.cluster());
    if (zone == ZoneState.EDERA || UnknownValue.hides(at)) {
      return;
    }
    Reporter.FindingBuilder finding =
        zone == ZoneState.HOST
            ? reporter.violated(at, message(at, reporter.cluster()))
            : reporter.undetermined(at, unclear(at));
    Optional<String> target = ederaClass(reporter.cluster());
    if (pod.isWindows() || RuntimeChange.isForWindows(pod)) {
      finding.guidance("Edera's zones run Linux: a Windows pod cannot be put into one.");
    } else if (FalcoRunner.container(pod).isPresent()) {
      finding.guidance(
          "Falco watches the node and all its zones from the node itself; in a zone it would see"
              + " neither. Record an exception for Falco's namespace.");
    } else if (target.isPresent()) {
      finding.fix(
          Fix.judged(
              RuntimeChange.title(pod, target.get()),
              RuntimeChange.ground(pod, target.get(), reporter.cluster()),
              editor -> RuntimeChange.make(editor, pod, target.get())));
    } else {
      finding.guidance(
          "The opened RuntimeClass named edera has another handler. Open or create one whose"
              + " handler is edera, and name it here.");
    }
  }

  /** A kind without the field: another part of the object, or another object, may decide. */
  private static void withoutField(PodView pod, Reporter reporter) {
    String decides = pod.place().form().zone();
    if (!decides.isEmpty()) {
      reporter
          .undetermined(pod.spec(), decides)
          .guidance("Have the cluster add the runtime class, or attest that it does.");
    }
  }

  private static String message(YamlCursor at, ClusterLookup cluster) {
    if (!at.isSet()) {
      return "No runtimeClassName: " + SHARES + ", and nothing that a zone would block is blocked";
    }
    Optional<KubeObject> known = cluster.runtimeClass(at.raw());
    String why =
        known.isPresent()
            ? "has the handler %s, not edera"
                .formatted(UnknownValue.quoted(known.get().root().get("handler")))
            : "is not opened, and without it only the name edera counts as Edera's runtime";
    return "RuntimeClass %s %s: %s".formatted(at.raw(), why, SHARES);
  }

  private static String unclear(YamlCursor at) {
    return at.string().isPresent()
        ? "The handler of RuntimeClass %s is a placeholder: whether the pod gets a zone is not known"
            .formatted(at.raw())
        : "runtimeClassName is %s, but must be a name: Kubernetes refuses the object"
            .formatted(UnknownValue.quoted(at));
  }

  /**
   * The class to name: one opened with Edera's handler, else {@code edera} unless that is taken.
   */
  private static Optional<String> ederaClass(ClusterLookup cluster) {
    List<String> opened = cluster.runtimeClassesWithHandler(ZoneState.HANDLER);
    if (opened.contains(ZoneState.HANDLER)) {
      return Optional.of(ZoneState.HANDLER);
    }
    if (!opened.isEmpty()) {
      return Optional.of(opened.getFirst());
    }
    return cluster.runtimeClass(ZoneState.HANDLER).isPresent()
        ? Optional.empty()
        : Optional.of(ZoneState.HANDLER);
  }
}
