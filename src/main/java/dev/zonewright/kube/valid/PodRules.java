package dev.zonewright.kube.valid;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields of a pod's spec that do not go together. */
final class PodRules {
  private static final Set<String> DNS =
      Set.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
  private static final Set<String> RESTARTS = Set.of("Always", "OnFailure", "Never");

  private static final Pattern SYSCTL =
      Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
  private static final int LONGEST_SYSCTL = 253;

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
    Set<String> names = new HashSet<>();
    for (YamlCursor item : pod.securityContext().get("sysctls").items()) {
      Optional<String> said = Found.text(item.get("name"));
      if (said.filter(n -> n.length() > LONGEST_SYSCTL || !SYSCTL.matcher(n).matches())
          .isPresent()) {
        found.applied(
            item.get("name"),
            "%s is not the name of a sysctl: use lowercase parts with . or / between them"
                .formatted(UnknownValue.quoted(item.get("name"))));
      } else if (said.filter(n -> !names.add(n)).isPresent()) {
        found.applied(item.get("name"), "the sysctl %s is set twice".formatted(said.get()));
      }
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
