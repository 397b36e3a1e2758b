package dev.zonewright.catalogue.pod;

import dev.zonewright.catalogue.pod.fix.CapabilityDrop;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Field: {@code securityContext.capabilities.drop} of a container. Accepted: a list with the item
 * {@code ALL}, in capitals. Default: nothing is dropped. Kubernetes since 1.1; Pod Security
 * Standards: restricted since 1.22; Windows pods have no capabilities.
 */
public final class UndroppedCapabilities implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UndroppedCapabilities.class),
          Family.POD,
          "Capabilities not dropped",
          "A container keeps capabilities that it did not ask for",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: restricted, Capabilities",
              "CIS Kubernetes Benchmark 1.8: 5.2.8, 5.2.10"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.container("securityContext.capabilities.drop[]"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    YamlCursor drop = container.securityContext().get("capabilities", "drop");
    List<YamlCursor> items = drop.items();
    if (container.pod().isWindows()
        || UnknownValue.hides(drop)
        || (drop.isSet() && !drop.isSequence())
        || items.stream().anyMatch(UndroppedCapabilities::isAll)
        || items.stream().anyMatch(UnknownValue::isPlaceholder)) {
      return;
    }
    CapabilityDrop change = new CapabilityDrop(container, drop, reporter.cluster());
    Optional<YamlCursor> misspelled =
        items.stream().filter(item -> item.raw().equalsIgnoreCase("ALL")).findFirst();
    if (misspelled.isPresent()) {
      // Runtimes ignore the case, so the container already runs without capabilities.
      reporter
          .violated(drop, misspelled(misspelled.get()))
          .settled(Severity.LOW)
          .fix(change.respelled());
      return;
    }
    Reporter.FindingBuilder finding = reporter.violated(drop, message(items)).fix(change.all());
    change.withNeeded().ifPresent(finding::fix);
  }

  private static boolean isAll(YamlCursor item) {
    return item.string().orElse("").equals("ALL");
  }

  private static String misspelled(YamlCursor item) {
    return ("The container drops %s: the runtime takes it for ALL, but admission compares the"
            + " letters exactly and refuses the pod where the restricted standard is enforced")
        .formatted(UnknownValue.quoted(item));
  }

  private static String message(List<YamlCursor> items) {
    String state = items.isEmpty() ? "drops none of" : "drops only some of";
    return ("The container %s the capabilities that every container is given, and each of them"
            + " widens what an attacker in it can try")
        .formatted(state);
  }
}
