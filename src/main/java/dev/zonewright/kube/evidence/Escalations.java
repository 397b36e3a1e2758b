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
      Set.of("su", "sudo", "doas", "newgrp", "newuidmap", "newgidmap", "pkexec", "fusermount");

  /** Programs that mount a store as a folder (FUSE). */
  static final Set<String> FUSE =
      Set.of("s3fs", "goofys", "geesefs", "gcsfuse", "mount-s3", "sshfs", "blobfuse2");

  /** Programs that another user than root starts with root's rights; FUSE calls such a one. */
  private static final Set<String> MOUNTING = Set.of("mount", "umount");

  private Escalations() {}

  /** Whether forbidding it is safe: root gains nothing by it, and nothing else shows a use. */
  public static Ground ground(ContainerView container, ClusterLookup cluster) {
    List<String> words = new ArrayList<>(Commands.wordsOf(container));
    words.addAll(Scripts.wordsOf(container, cluster));
    Optional<String> program = words.stream().filter(PROGRAMS::contains).findFirst();
    if (program.isPresent()) {
      return Ground.review("%s works by gaining privileges".formatted(program.get()));
    }
    if (Users.of(container) != Users.ROOT && words.contains("ping")) {
      return Ground.review("ping may gain the right to raw sockets from its file");
    }
    Optional<String> mounting =
        words.stream().filter(w -> MOUNTING.contains(w) || FUSE.contains(w)).findFirst();
    if (Users.of(container) != Users.ROOT && mounting.isPresent()) {
      return Ground.review(
          "%s gains privileges to mount for a user other than root".formatted(mounting.get()));
    }
    Optional<String> image = ImageSigns.gainsPrivileges(container);
    if (image.isPresent()) {
      return Ground.review(image.get());
    }
    Optional<Integer> port = LowPorts.of(container);
    if (Users.of(container) == Users.OTHER && port.isPresent()) {
      return Ground.review(
          "port %d is below 1024, and another user than root may be given the right to it by the"
                  .formatted(port.get())
              + " program's file");
    }
    Optional<String> served =
        ServedPorts.low(container, cluster)
            .map(ServedPorts.Low::named)
            .or(() -> ConfigPorts.low(container, cluster));
    if (Users.of(container) == Users.OTHER && served.isPresent()) {
      return Ground.review(
          "%s is below 1024, and another user than root may be given the right to it by the"
                  .formatted(served.get())
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
