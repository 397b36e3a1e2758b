package dev.zonewright.kube.evidence.known;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs that are made for what a node has and a zone may not have. */
public final class NodePrograms {
  /** Images that are built for graphics processors, by their name or tag. */
  private static final Pattern GRAPHICS =
      Pattern.compile(
          ".*(\\bcuda([0-9.]|\\b)|[0-9]-?cuda\\b|\\brocm([0-9.]|\\b)|[-_.:]gpu\\b"
              + "|nvcr\\.io/nvidia/|tensorrt).*");

  /** Owners of images that are built for one kind of processor, which Edera does not run on. */
  private static final Pattern PROCESSOR =
      Pattern.compile("(?:.*/)?(?:s390x|ppc64le|riscv64|mips64le|arm32v[5-7])/.*");

  /** Keys of the taints of nodes with graphics processors. */
  private static final Pattern GRAPHICS_TAINT =
      Pattern.compile(
          "(nvidia|amd|gpu\\.intel|habana|aws\\.amazon)\\.(com|ai)/(gpu|i915|gaudi|neuron)");

  /** What runs machines, which takes the node's own virtualisation. */
  private static final Pattern MACHINES =
      Pattern.compile(
          "qemu-(system-[a-z0-9_]+|kvm)|kvm|virtqemud|libvirtd|virsh|firecracker"
              + "|cloud-hypervisor|crosvm|lxd|incusd|lxc-start");

  private static final Pattern MACHINE_IMAGE =
      Pattern.compile(
          ".*\\b(docker-android|android-emulator|qemux/qemu[a-z-]*|dockur[r]?/(windows|macos)"
              + "|docker-osx|redroid|libvirtd?)\\b.*");

  /** What watches processes and packets by programs in the node's kernel. */
  private static final Pattern PROBES =
      Pattern.compile(
          ".*\\b(beyla|parca-agent|vizier-pem|bpftrace|coroot-node-agent|inspektor-gadget"
              + "|pyroscope-ebpf|ebpf-(agent|profiler|kernel-collector)|bcc)\\b.*");

  private static final Pattern PROBE_WORD = Pattern.compile("bpftrace|bpftool|perf");

  private NodePrograms() {}

  /** Whether a pod that tolerates a taint with this key is sent to graphics processors. */
  public static boolean isGraphicsTaint(String key) {
    return GRAPHICS_TAINT.matcher(key).matches();
  }

  /** What the image is made for, as a clause without the name of the container. */
  public static Optional<String> ofImage(String written) {
    String image = written.toLowerCase(Locale.ROOT);
    if (GRAPHICS.matcher(image).matches()) {
      return Optional.of(
          "has an image for graphics processors, which a runtime on its node may give it");
    }
    if (PROCESSOR.matcher(image).matches()) {
      return Optional.of("has an image for other processors than those that Edera runs on");
    }
    if (MACHINE_IMAGE.matcher(image).matches()) {
      return Optional.of(
          "runs virtual machines, for which it may need the virtualisation of its node (KVM)");
    }
    return PROBES.matcher(image).matches()
        ? Optional.of("observes programs through the kernel of its node (eBPF)")
        : Optional.empty();
  }

  /** What a word of its command is made for, as a clause without the name of the container. */
  public static Optional<String> ofWord(String word) {
    if (MACHINES.matcher(word).matches()) {
      return Optional.of(
          "runs %s, which may need the virtualisation of its node (KVM)".formatted(word));
    }
    return PROBE_WORD.matcher(word).matches()
        ? Optional.of("runs %s, which observes the kernel of its node".formatted(word))
        : Optional.empty();
  }
}
