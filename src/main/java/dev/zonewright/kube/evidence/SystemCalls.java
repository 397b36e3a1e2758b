package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a pod makes system calls that the default seccomp profile holds back. */
public final class SystemCalls {
  private static final Set<String> POWERS =
      Set.of(
          "ALL",
          "SYS_ADMIN",
          "SYS_PTRACE",
          "SYS_MODULE",
          "SYS_RAWIO",
          "SYS_TIME",
          "SYS_BOOT",
          "BPF",
          "PERFMON",
          "SYS_CHROOT",
          "SYS_NICE",
          "DAC_READ_SEARCH");
  private static final Set<String> PROGRAMS =
      Set.of(
          "strace",
          "rr",
          "runsc",
          "nsjail",
          "firejail",
          "rootlesskit",
          "chromedriver",
          "chrome-headless-shell",
          "google-chrome-stable",
          "perf",
          "gdb",
          "bpftrace",
          "bpftool",
          "dockerd",
          "buildkitd",
          "unshare",
          "bwrap",
          "podman",
          "buildah",
          "nsenter",
          "chrome",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "criu",
          "keyctl",
          "numactl",
          "systemd-nspawn",
          "apptainer",
          "singularity",
          "slirp4netns",
          "fuse-overlayfs",
          "nerdctl",
          "dockerd-rootless.sh",
          "containerd-rootless.sh",
          "guix-daemon",
          "dlv",
          "py-spy",
          "rbspy",
          "gdbserver",
          "lldb-server",
          "ltrace",
          "mount");

  private static final Pattern BROWSER =
      Pattern.compile(
          "(?:require\\(|from |import )\\s*[\"']?(?:puppeteer|playwright|pyppeteer)\\b");

  private static final Pattern IO_URING_OFF =
      Pattern.compile("io_uring[=:\\s]+(?:off|false|no|0)\\b|(?:no|disable)[-_]io_uring");

  private static final Memo.Key<PodView, Ground> OF_POD = new Memo.Key<>(SystemCalls::of);

  private SystemCalls() {}

  /**
   * Whether the default profile may be set.
   *
   * @param type where the type of the profile stands, or would
   */
  public static Ground ground(PodView pod, YamlCursor type) {
    if (type.raw().equals("Unconfined")) {
      return Ground.review("Unconfined is set explicitly, so somebody wants no filter");
    }
    return pod.facts().get(OF_POD, pod);
  }

  /**
   * OpenShift refuses a pod that names a profile which the SecurityContextConstraints of its
   * account do not allow; of those that it ships only the newer ones do.
   */
  private static Optional<String> refusing(PodView pod) {
    Optional<String> named =
        Stream.of("openshift.io/required-scc", "openshift.io/scc")
            .map(key -> pod.annotations().get(key).raw())
            .filter(name -> !name.isEmpty())
            .findFirst();
    if (named.isPresent()) {
      return named
          .filter(name -> !name.endsWith("-v2") && !name.endsWith("-v3"))
          .map("OpenShift's SecurityContextConstraints %s may allow no profile"::formatted);
    }
    // the kind was first of no group of its own
    return pod.object().group().endsWith("openshift.io")
            || pod.object().kind().equals("DeploymentConfig")
        ? Optional.of("OpenShift's SecurityContextConstraints for its account may allow no profile")
        : Optional.empty();
  }

  /** What an option or a script names that the profile holds back. */
  private static Optional<String> ofText(String text) {
    if (text.contains("io_uring") && !IO_URING_OFF.matcher(text).find()) {
      return Optional.of("it is told to use io_uring, which the profile blocks");
    }
    return BROWSER.matcher(text).find()
        ? Optional.of("its script starts a browser, which creates its own sandbox")
        : Optional.empty();
  }

  private static Ground of(PodView pod) {
    Optional<String> refusing = refusing(pod);
    if (refusing.isPresent()) {
      return Ground.review(refusing.get());
    }
    if (pod.containers().isEmpty()) {
      return Ground.review("its containers are not listed here, so what they do is not known");
    }
    for (ContainerView container : pod.containers()) {
      Optional<String> added =
          container.securityContext().get("capabilities", "add").items().stream()
              .map(YamlCursor::raw)
              .filter(name -> POWERS.contains(name.replaceFirst("^CAP_", "")))
              .findFirst();
      if (added.isPresent()) {
        return Ground.review(
            "container %s is given %s, whose system calls the profile may block"
                .formatted(container.name(), added.get()));
      }
      Optional<String> program =
          Commands.wordsOf(container).stream()
              .filter(word -> PROGRAMS.contains(word) || Escalations.FUSE.contains(word))
              .findFirst();
      if (program.isPresent()) {
        return Ground.review(
            "%s makes system calls that the profile blocks".formatted(program.get()));
      }
      Optional<String> text =
          Commands.textsOf(container).stream().flatMap(t -> ofText(t).stream()).findFirst();
      if (text.isPresent()) {
        return Ground.review("container %s: %s".formatted(container.name(), text.get()));
      }
      Optional<String> image = ImageSigns.usesSystemCalls(container);
      if (image.isPresent()) {
        return Ground.review("container %s: %s".formatted(container.name(), image.get()));
      }
    }
    return Ground.safe("nothing shows a program that needs more than the usual system calls");
  }
}
