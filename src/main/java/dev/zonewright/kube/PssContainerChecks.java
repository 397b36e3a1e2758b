package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The checks that look at every container, init and ephemeral ones included. */
final class PssContainerChecks {
  private static final Set<String> BASELINE_CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private static final List<List<String>> HANDLERS =
      List.of(
          List.of("livenessProbe"),
          List.of("readinessProbe"),
          List.of("startupProbe"),
          List.of("lifecycle", "postStart"),
          List.of("lifecycle", "preStop"));

  private PssContainerChecks() {}

  static List<PssHit> hostPorts(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor container : pod.containers()) {
      for (YamlCursor port : PssPod.items(container.get("ports"))) {
        hits.unless(PssValue.whole(port.get("hostPort")), n -> n.equals(BigInteger.ZERO));
      }
    }
    return hits.list();
  }

  static List<PssHit> probeHosts(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor container : pod.containers()) {
      for (List<String> way : HANDLERS) {
        YamlCursor handler = container;
        for (String key : way) {
          handler = handler.get(key);
        }
        hits.unless(PssValue.text(handler.get("httpGet", "host")), String::isEmpty);
        hits.unless(PssValue.text(handler.get("tcpSocket", "host")), String::isEmpty);
      }
    }
    return hits.list();
  }

  static List<PssHit> privileged(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.contexts()) {
      hits.unless(PssValue.truth(context.get("privileged")), on -> !on);
    }
    return hits.list();
  }

  static List<PssHit> baselineCapabilities(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    pod.contexts().forEach(context -> added(context, BASELINE_CAPABILITIES, hits));
    return hits.list();
  }

  /** Whether ALL is dropped is compared by letter case; so is what is added. */
  static List<PssHit> restrictedCapabilities(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.contexts()) {
      YamlCursor drop = context.get("capabilities", "drop");
      List<PssValue<String>> dropped = PssPod.items(drop).stream().map(PssValue::text).toList();
      boolean all =
          dropped.stream()
              .anyMatch(item ->
                  item instanceof PssValue.Known<String>(YamlCursor _, String name)
                      && name.equals("ALL"));
      if (!all) {
        boolean unknown = dropped.stream().anyMatch(PssValue.Unknown.class::isInstance);
        boolean hidden = PssValue.list(drop) instanceof PssValue.Unknown;
        hits.add(new PssHit(drop, !unknown && !hidden));
      }
      added(context, Set.of("NET_BIND_SERVICE"), hits);
    }
    return PssHit.excused(hits.list(), pod.windows());
  }

  private static void added(YamlCursor context, Set<String> allowed, PssHit.Hits hits) {
    YamlCursor add = context.get("capabilities", "add");
    if (PssValue.list(add) instanceof PssValue.Unknown) {
      hits.add(PssHit.uncertain(add));
      return;
    }
    for (YamlCursor item : add.items()) {
      hits.unless(PssValue.text(item), allowed::contains);
    }
  }

  static List<PssHit> baselineProcMount(PssPod pod) {
    return PssHit.excused(restrictedProcMount(pod), pod.userNamespace());
  }

  static List<PssHit> restrictedProcMount(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.contexts()) {
      hits.unless(PssValue.text(context.get("procMount")), "Default"::equals);
    }
    return hits.list();
  }

  /** It must be refused in so many words on every container; the pod has no such field. */
  static List<PssHit> privilegeEscalation(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.contexts()) {
      PssValue<Boolean> field = PssValue.truth(context.get("allowPrivilegeEscalation"));
      if (field instanceof PssValue.Unset<Boolean>(YamlCursor at)) {
        hits.add(PssHit.certain(at));
      }
      hits.unless(field, on -> !on);
    }
    return PssHit.excused(hits.list(), pod.windows());
  }
}
