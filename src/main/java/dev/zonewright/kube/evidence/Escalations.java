package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a container changes its user, or gains powers from a program's file. */
public final class Escalations {
  private static final Set<String> PROGRAMS =
      Set.of(
          "su",
          "sudo",
          "doas",
          "newgrp",
          "newuidmap",
          "newgidmap",
          "pkexec",
          "fusermount",
          "fusermount3",
          "chrome-sandbox",
          "firejail",
          "rootlesskit",
          "singularity",
          "sendmail",
          "postdrop",
          "slurmd",
          "condor_master");

  /** Programs that another user than root starts with its rights, or with a capability. */
  private static final Set<String> FOR_USERS =
      Set.of(
          "ping6",
          "fping",
          "mtr",
          "arping",
          "dumpcap",
          "tshark",
          "passwd",
          "chsh",
          "chfn",
          "gpasswd",
          "crontab",
          "screen",
          "bwrap",
          "nsjail",
          "apptainer",
          // they map users by newuidmap
          "buildah",
          "podman",
          "buildkitd",
          "nerdctl",
          "dockerd-rootless.sh",
          "containerd-rootless.sh");

  /** Programs that mount a store as a folder (FUSE). */
  static final Set<String> FUSE =
      Set.of(
          "s3fs",
          "goofys",
          "geesefs",
          "gcsfuse",
          "mount-s3",
          "sshfs",
          "blobfuse2",
          "ceph-fuse",
          "cvmfs2",
          "juicefs",
          "mergerfs",
          "encfs");

  /** Programs that another user than root starts with root's rights; FUSE calls such a one. */
  private static final Set<String> MOUNTING = Set.of("mount", "umount");

  private Escalations() {}

  /** The first program in its commands and scripts that gains privileges, as a clause. */
  static Optional<String> program(ContainerView container, ClusterLookup cluster) {
    List<String> words = new ArrayList<>(Commands.wordsOf(container));
    words.addAll(Scripts.wordsOf(container, cluster));
    boolean root = Users.of(container) == Users.ROOT;
    if (words.contains("sshd")) {
      return Optional.of("sshd lets people in, whose commands may gain privileges, as sudo does");
    }
    return words.stream()
        .filter(word -> PROGRAMS.contains(word) || (!root && FOR_USERS.contains(word)))
        .findFirst()
        .map("%s works by gaining privileges"::formatted)
        .or(() ->
            !root && words.contains("ping")
                ? Optional.of("ping may gain the right to raw sockets from its file")
                : Optional.empty())
        .or(() ->
            root
                ? Optional.empty()
                : words.stream()
                    .filter(word -> MOUNTING.contains(word) || FUSE.contains(word))
                    .findFirst()
                    .map("%s gains privileges to mount for a user other than root"::formatted));
  }

  /** Whether forbidding it is safe: root gains nothing by it, and nothing else shows a use. */
  public static Ground ground(ContainerView container, ClusterLookup cluster) {
    Optional<String> program = program(container, cluster);
    if (program.isPresent()) {
      return Ground.review(program.get());
    }
    Optional<String> image = ImageSigns.gainsPrivileges(container);
    if (image.isPresent()) {
      return Ground.review(image.get());
    }
    Optional<String> port = LowPorts.sign(container, cluster);
    if (Users.of(container) == Users.OTHER && port.isPresent()) {
      return Ground.review(
          "%s is below 1024, and another user than root may be given the right to it by the"
                  .formatted(port.get())
              + " program's file");
    }
    if (Users.of(container) != Users.ROOT
        && container.securityContext().get("allowPrivilegeEscalation").isTrue()) {
      return Ground.review(
          "true is set explicitly, and the image may run as another user than root, so somebody may"
              + " want it");
    }
    boolean addsForAnother =
        Users.of(container) != Users.ROOT
            && !container.securityContext().get("capabilities", "add").items().isEmpty();
    return addsForAnother
        ? Ground.review(
            "capabilities are added, and a user other than root is given them through the"
                + " program's file")
        : Ground.safe("nothing shows a program that gains privileges when it starts");
  }
}
