package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which capabilities a container is likely to need, from what it is started with and which ports it
 * opens.
 *
 * @param signs by capability, the word or port that asks for it
 */
public record CapabilityNeed(Map<String, String> signs) {
  private static final Map<String, List<String>> COMMANDS =
      Map.ofEntries(
          Map.entry("chown", List.of("CHOWN")),
          Map.entry("chgrp", List.of("CHOWN")),
          Map.entry("chmod", List.of("FOWNER")),
          Map.entry("setfacl", List.of("FOWNER")),
          Map.entry("su", List.of("SETUID", "SETGID")),
          Map.entry("sudo", List.of("SETUID", "SETGID")),
          Map.entry("gosu", List.of("SETUID", "SETGID")),
          Map.entry("su-exec", List.of("SETUID", "SETGID")),
          Map.entry("runuser", List.of("SETUID", "SETGID")),
          Map.entry("setpriv", List.of("SETUID", "SETGID")),
          Map.entry("setuidgid", List.of("SETUID", "SETGID")),
          Map.entry("sshd", List.of("SETUID", "SETGID", "SYS_CHROOT")),
          Map.entry("chroot", List.of("SYS_CHROOT")),
          Map.entry("sysctl", List.of("SYS_ADMIN")),
          Map.entry("mount", List.of("SYS_ADMIN")),
          Map.entry("umount", List.of("SYS_ADMIN")),
          Map.entry("nsenter", List.of("SYS_ADMIN", "SYS_PTRACE")),
          Map.entry("unshare", List.of("SYS_ADMIN")),
          Map.entry("swapoff", List.of("SYS_ADMIN")),
          Map.entry("ip", List.of("NET_ADMIN")),
          Map.entry("tc", List.of("NET_ADMIN")),
          Map.entry("ifconfig", List.of("NET_ADMIN")),
          Map.entry("route", List.of("NET_ADMIN")),
          Map.entry("ipset", List.of("NET_ADMIN")),
          Map.entry("ipvsadm", List.of("NET_ADMIN")),
          Map.entry("bridge", List.of("NET_ADMIN")),
          Map.entry("brctl", List.of("NET_ADMIN")),
          Map.entry("wg", List.of("NET_ADMIN")),
          Map.entry("wg-quick", List.of("NET_ADMIN")),
          Map.entry("iptables", List.of("NET_ADMIN", "NET_RAW")),
          Map.entry("ip6tables", List.of("NET_ADMIN", "NET_RAW")),
          Map.entry("iptables-restore", List.of("NET_ADMIN", "NET_RAW")),
          Map.entry("istio-iptables", List.of("NET_ADMIN", "NET_RAW")),
          Map.entry("nft", List.of("NET_ADMIN")),
          Map.entry("ping", List.of("NET_RAW")),
          Map.entry("ping6", List.of("NET_RAW")),
          Map.entry("fping", List.of("NET_RAW")),
          Map.entry("mtr", List.of("NET_RAW")),
          Map.entry("dumpcap", List.of("NET_RAW")),
          Map.entry("tshark", List.of("NET_RAW")),
          Map.entry("doas", List.of("SETUID", "SETGID")),
          Map.entry("tcpdump", List.of("NET_RAW")),
          Map.entry("traceroute", List.of("NET_RAW")),
          Map.entry("arping", List.of("NET_RAW")),
          Map.entry("setcap", List.of("SETFCAP")),
          Map.entry("mknod", List.of("MKNOD")),
          Map.entry("modprobe", List.of("SYS_MODULE")),
          Map.entry("insmod", List.of("SYS_MODULE")),
          Map.entry("strace", List.of("SYS_PTRACE")),
          Map.entry("gdb", List.of("SYS_PTRACE")),
          Map.entry("dlv", List.of("SYS_PTRACE")),
          Map.entry("py-spy", List.of("SYS_PTRACE")),
          Map.entry("rbspy", List.of("SYS_PTRACE")),
          Map.entry("gdbserver", List.of("SYS_PTRACE")),
          Map.entry("ltrace", List.of("SYS_PTRACE")),
          Map.entry("losetup", List.of("SYS_ADMIN")),
          Map.entry("iscsiadm", List.of("SYS_ADMIN")),
          Map.entry("cron", List.of("SETUID", "SETGID")),
          Map.entry("crond", List.of("SETUID", "SETGID")),
          Map.entry("named", List.of("NET_BIND_SERVICE", "SETUID", "SETGID")),
          Map.entry("dnsmasq", List.of("NET_BIND_SERVICE", "SETUID", "SETGID")),
          Map.entry("dovecot", List.of("CHOWN", "SETUID", "SETGID", "SYS_CHROOT")),
          Map.entry("hwclock", List.of("SYS_TIME")),
          Map.entry("ntpd", List.of("SYS_TIME")),
          Map.entry("chronyd", List.of("SYS_TIME")),
          Map.entry("renice", List.of("SYS_NICE")),
          Map.entry("ulimit", List.of("SYS_RESOURCE")),
          Map.entry("adduser", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER")),
          Map.entry("useradd", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER")),
          Map.entry("apt-get", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")),
          Map.entry("apt", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")),
          Map.entry("apk", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER")),
          Map.entry("yum", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")),
          Map.entry("dnf", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID")));

  public static CapabilityNeed of(ContainerView container, ClusterLookup cluster) {
    Map<String, String> signs = new LinkedHashMap<>();
    for (String word : Commands.wordsOf(container)) {
      asked(word).forEach(name -> signs.putIfAbsent(name, word));
    }
    for (String word : Scripts.wordsOf(container, cluster)) {
      asked(word).forEach(name -> signs.putIfAbsent(name, word + " in its script"));
    }
    ImageSigns.capabilityInFile(container)
        .ifPresent(name -> signs.putIfAbsent(name, "the program of its image"));
    LowPorts.sign(container, cluster)
        .ifPresent(port -> signs.putIfAbsent("NET_BIND_SERVICE", port));
    return new CapabilityNeed(Map.copyOf(signs));
  }

  private static List<String> asked(String word) {
    return Escalations.FUSE.contains(word)
        ? List.of("SYS_ADMIN")
        : COMMANDS.getOrDefault(word, List.of());
  }

  /** The capabilities, sorted. */
  public List<String> names() {
    return List.copyOf(new TreeSet<>(signs.keySet()));
  }

  /**
   * Why the capabilities that every container is given cannot be taken away unasked; empty where
   * the manifests show that none is used.
   */
  public static Optional<String> objection(ContainerView container, ClusterLookup cluster) {
    CapabilityNeed need = of(container, cluster);
    if (!need.signs().isEmpty()) {
      return Optional.of(
          need.names().stream()
              .collect(
                  Collectors.groupingBy(
                      name -> need.signs().getOrDefault(name, ""),
                      LinkedHashMap::new,
                      Collectors.toList()))
              .entrySet()
              .stream()
              .map(sign ->
                  "%s likely needs %s".formatted(sign.getKey(), String.join(", ", sign.getValue())))
              .collect(Collectors.joining("; ")));
    }
    if (container.securityContext().get("privileged").isTrue()) {
      return Optional.of("it is privileged, and its program may need any of them");
    }
    List<String> added = added(container);
    if (!added.isEmpty()) {
      return Optional.of(
          "%s %s added back".formatted(String.join(", ", added), added.size() == 1 ? "is" : "are"));
    }
    return switch (Users.of(container)) {
      case ROOT ->
          Optional.of("it runs as root, and root without capabilities may not do what it did");
      case UNKNOWN -> Optional.of("the image decides whether it runs as root and uses any");
      // it has capabilities only by programs that give them
      case OTHER ->
          Escalations.program(container, cluster).or(() -> ImageSigns.usesCapabilities(container));
    };
  }

  private static List<String> added(ContainerView container) {
    List<String> out = new ArrayList<>();
    for (YamlCursor item : container.securityContext().get("capabilities", "add").items()) {
      out.add(item.raw());
    }
    return out;
  }
}
