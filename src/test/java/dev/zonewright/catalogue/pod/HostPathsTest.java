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
    "/data, other pods and the node",
    "${DIR}, other pods and the node",
    "'', other pods and the node"
  })
  void saysWhatAPathGivesAway(String path, String words) {
    assertThat(HostPaths.gives(path)).contains(words);
  }
}
