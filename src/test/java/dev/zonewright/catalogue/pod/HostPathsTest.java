package dev.zonewright.catalogue.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPathsTest {
  @ParameterizedTest
  @CsvSource({
    "/, whole file system",
    "//, whole file system",
    "/etc/.., whole file system",
    "/etc, accounts",
    "/etc/kubernetes/pki, keys and settings of the node's Kubernetes services",
    "/etcetera, other pods and the node",
    "/var/run/docker.sock, starts any container",
    "/run/containerd/containerd.sock, starts any container",
    "/var/lib/edera/protect, plain text",
    "/var/lib/kubelet/pods, secrets",
    "/var/lib, Edera's included",
    "/var/./lib/, Edera's included",
    "/etc/localtime, a part of the node's settings",
    "/dev/fuse, a device of the node",
    "/dev/kvm, a device of the node",
    "/var/run/cni, one of the node's services",
    "/opt/data, in addition to its system",
    "/var/log/pods, a part of the node's logs",
    "/usr/share, programs",
    "/data, other pods and the node",
    "${DIR}, other pods and the node",
    "'', other pods and the node"
  })
  void saysWhatAPathGivesAway(String path, String words) {
    assertThat(HostPaths.gives(path)).contains(words);
  }

  /** A part of a folder is not said to give away what the folder does. */
  @ParameterizedTest
  @CsvSource({
    "/etc/localtime, accounts",
    "/dev/fuse, hypervisor",
    "/dev/kvm, disks",
    "/var/run/cni, container runtime",
    "/opt/data, plugins",
    "/var/lib/postgres, Edera",
    "/var/log/audit, every pod",
    "/proc/cpuinfo, memory"
  })
  void claimsNoMoreThanThePathGives(String path, String words) {
    assertThat(HostPaths.gives(path)).doesNotContain(words);
  }
}
