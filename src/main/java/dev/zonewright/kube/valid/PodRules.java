package dev.zonewright.kube.valid;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Set;

/** Fields of a pod's spec that do not go together. */
final class PodRules {
  private static final Set<String> DNS =
      Set.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
  private static final Set<String> RESTARTS = Set.of("Always", "OnFailure", "Never");

  private PodRules() {}

  static void check(PodView pod, Found found) {
    YamlCursor spec = pod.spec();
    if (spec.get("shareProcessNamespace").isTrue() && spec.get("hostPID").isTrue()) {
      found.applied(
          spec.get("shareProcessNamespace"),
          "shareProcessNamespace and hostPID exclude each other");
    }
    if (spec.get("hostUsers").isFalse()) {
      for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
        if (spec.get(field).isTrue()) {
          found.applied(
              spec.get(field), "%s is not allowed with hostUsers: false".formatted(field));
        }
      }
    }
    words(spec, found);
    sysctls(pod, found);
    overhead(pod, found);
    for (String id : List.of("runAsUser", "runAsGroup", "fsGroup")) {
      ContainerRules.id(pod.securityContext().get(id), found);
    }
    ContainerRules.rootBesideNonRoot(
        pod.securityContext().get("runAsNonRoot"), pod.securityContext().get("runAsUser"), found);
  }

  private static void words(YamlCursor spec, Found found) {
    YamlCursor dns = spec.get("dnsPolicy");
    if (Found.text(dns).filter(policy -> !DNS.contains(policy)).isPresent()) {
      found.applied(dns, "%s is not a DNS policy".formatted(dns.raw()));
    }
    if (dns.raw().equals("None")
        && spec.get("dnsConfig", "nameservers").items().isEmpty()
        && !spec.get("dnsConfig", "nameservers").isPlaceholder()
        && !spec.get("dnsConfig").isPlaceholder()) {
      found.applied(dns, "dnsPolicy None needs at least one name server in dnsConfig");
    }
    YamlCursor restart = spec.get("restartPolicy");
    if (Found.text(restart).filter(policy -> !RESTARTS.contains(policy)).isPresent()) {
      found.applied(restart, "%s is not a restart policy".formatted(restart.raw()));
    }
  }

  private static void sysctls(PodView pod, Found found) {
    for (YamlCursor item : pod.securityContext().get("sysctls").items()) {
      String name = item.get("name").raw().replace('/', '.');
      if (name.startsWith("net.") && pod.spec().get("hostNetwork").isTrue()) {
        found.applied(item.get("name"), "a net. sysctl is not allowed with hostNetwork: true");
      }
      boolean ofIpc =
          name.startsWith("kernel.shm")
              || name.startsWith("kernel.msg")
              || name.equals("kernel.sem")
              || name.startsWith("fs.mqueue.");
      if (ofIpc && pod.spec().get("hostIPC").isTrue()) {
        found.applied(item.get("name"), "%s is not allowed with hostIPC: true".formatted(name));
      }
    }
  }

  /** Admission writes the overhead of the class; one without a class has come from elsewhere. */
  private static void overhead(PodView pod, Found found) {
    YamlCursor overhead = pod.spec().get("overhead");
    if (overhead.entries().isEmpty()) {
      return;
    }
    String runtime = pod.spec().get("runtimeClassName").raw();
    if (runtime.isEmpty() || runtime.equals("edera")) {
      found.started(
          overhead,
          runtime.isEmpty()
              ? "overhead without a runtime class: admission refuses the pod"
              : "the runtime class edera has no overhead, and admission refuses a pod that has"
                  + " one");
    }
    for (YamlCursor amount : overhead.entries()) {
      if (Quantities.of(amount).filter(a -> a.signum() < 0).isPresent()) {
        found.applied(amount, "an amount must not be negative");
      }
    }
  }
}
