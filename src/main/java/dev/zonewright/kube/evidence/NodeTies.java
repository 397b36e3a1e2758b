package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.known.NodePrograms;
import dev.zonewright.yaml.YamlCursor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What ties a pod to its node although none of the fields for it is set: graphics processors that
 * the node's own runtime hands out, further networks, sockets, and powers over the one kernel.
 */
final class NodeTies {
  /** Variables by which a runtime on the node, or a program, is told which processors to use. */
  private static final Set<String> GRAPHICS =
      Set.of(
          "NVIDIA_VISIBLE_DEVICES",
          "NVIDIA_DRIVER_CAPABILITIES",
          "CUDA_VISIBLE_DEVICES",
          "ROCR_VISIBLE_DEVICES",
          "HIP_VISIBLE_DEVICES");

  private static final Set<String> NONE = Set.of("", "none", "void", "-1");

  /** Annotations by which Multus puts interfaces of the node's networks into the pod. */
  private static final Set<String> NETWORKS =
      Set.of(
          "k8s.v1.cni.cncf.io/networks",
          "v1.multus-cni.io/default-network",
          "networking.gke.io/interfaces");

  /** Drivers that hand out a socket of the node, which no other kernel can connect to. */
  private static final Set<String> SOCKETS =
      Set.of("csi.spiffe.io", "csi.tigera.io", "gcsfuse.csi.storage.gke.io");

  /** Annotations by which a driver passes files to the pod through a socket of its node. */
  private static final String SOCKET_BY_ANNOTATION = "gke-gcsfuse/volumes";

  /** Annotations by which runtimes hand out devices: plugins of NRI, and names of CDI. */
  private static final String DEVICES_BY_PLUGIN = "devices.nri.io/";

  private static final String DEVICES_BY_NAME = "cdi.k8s.io/";

  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String LOCALHOST = "localhost/";

  /** Powers over the kernel itself, which in a zone is another than the node's. */
  private static final Set<String> OF_KERNEL =
      Set.of(
          "ALL",
          "SYS_MODULE",
          "SYS_TIME",
          "SYS_BOOT",
          "SYS_RAWIO",
          "SYS_ADMIN",
          "SYSLOG",
          "BPF",
          "PERFMON",
          "MAC_ADMIN");

  /** Programs whose work is done by the kernel, in modules that a zone's kernel may not have. */
  private static final Pattern BY_KERNEL =
      Pattern.compile(
          "(.*[-_.])?(wireguard|wg-easy|gluetun|zerotier.*|netbird|openconnect|openvpn|strongswan|libreswan|ipsec(-vpn-server)?|softethervpn"
              + "|l2tp.*|keepalived|volume-nfs|nfs-server.*|nfs-kernel-server|iscsi.*|open-iscsi|drbd.*"
              + "|zfs.*|ipvs.*|tproxy|vpp)([-_.].*)?");

  private static final Set<String> KERNEL_TOOLS =
      Set.of(
          "modprobe",
          "insmod",
          "wg-quick",
          "openvpn",
          "ipvsadm",
          "iscsiadm",
          "exportfs",
          "rpc.nfsd",
          "keepalived",
          "zpool",
          "drbdadm",
          "ovs-vswitchd",
          "ovsdb-server");

  /** Parts of storage and network drivers, which serve nodes whatever their fields say. */
  private static final Pattern DRIVER =
      Pattern.compile(
          "csi-(provisioner|attacher|resizer|snapshotter|node-driver-registrar|external-.*)"
              + "|(.*-)?csi-(driver|plugin|controller|node)(-.*)?|.*-csi|csi-.*(plugin|driver)"
              + "|ceph-?csi(-.*)?"
              + "|.*device-plugin.*|calico-(kube-controllers|node|typha)|kube-controllers|typha"
              + "|cilium|cilium-operator(-.*)?|operator-(generic|aws|azure|alibabacloud)"
              + "|antrea-.*|kube-ovn|weave-kube|weave-npc|flannel|flannel-cni.*|ovn-.*|(.*-)?cni(-.*)?"
              + "|sriov-.*|whereabouts|nfs-provisioner|(nfs-)?ganesha(-.*)?|gluster.*|topolvm.*"
              + "|linstor.*|juicefs-.*");

  /** What such a container is, as a clause without its name. */
  static final String AS_DRIVER =
      "is part of a storage, network or device driver, which works on the nodes";

  private NodeTies() {}

  /** What its annotations and tolerations say. */
  static Optional<String> ofMarks(PodView pod) {
    for (YamlCursor toleration : pod.spec().get("tolerations").items()) {
      String key = toleration.get("key").raw();
      if (NodePrograms.isGraphicsTaint(key)) {
        return Optional.of(
            "it is made for nodes with graphics processors (toleration %s)".formatted(key));
      }
    }
    for (YamlCursor mark : pod.annotations().entries()) {
      if (mark.key().startsWith(DEVICES_BY_PLUGIN) || mark.key().startsWith(DEVICES_BY_NAME)) {
        return Optional.of("it is given devices of its node (annotation %s)".formatted(mark.key()));
      }
    }
    if (pod.annotations().get(SOCKET_BY_ANNOTATION).raw().equals("true")) {
      return Optional.of(
          "it is given files through a socket of its node (annotation %s)"
              .formatted(SOCKET_BY_ANNOTATION));
    }
    return NETWORKS.stream()
        .sorted()
        .filter(key -> !pod.annotations().get(key).raw().isBlank())
        .findFirst()
        .map(key ->
            "it is attached to additional networks of its node (annotation %s)".formatted(key));
  }

  /**
   * What confines it by means of its node: a profile that was loaded there, or parameters of the
   * node's kernel.
   */
  static Optional<String> ofKernel(PodView pod) {
    for (YamlCursor parameter : pod.spec().get("securityContext", "sysctls").items()) {
      return Optional.of(
          "it sets the kernel parameter %s of its node, and a zone has its own kernel"
              .formatted(parameter.get("name").raw()));
    }
    return Stream.concat(
            Stream.of(pod.spec().get("securityContext")),
            pod.containers().stream().map(ContainerView::securityContext))
        .flatMap(context ->
            Stream.of("appArmorProfile", "seccompProfile")
                .map(context::get)
                .filter(profile -> profile.get("type").raw().equals("Localhost"))
                .map(profile -> profile.get("localhostProfile").raw()))
        .findFirst()
        .or(() ->
            pod.annotations().entries().stream()
                .filter(mark -> mark.key().startsWith(APPARMOR))
                .map(YamlCursor::raw)
                .filter(profile -> profile.startsWith(LOCALHOST))
                .map(profile -> profile.substring(LOCALHOST.length()))
                .findFirst())
        .map("it uses the profile %s of its node, which a zone may not have"::formatted);
  }

  /** What one of its volumes says. */
  static Optional<String> ofVolume(YamlCursor volume) {
    String path = volume.get("hostPath", "path").raw();
    if (path.endsWith(".sock") || path.endsWith(".socket")) {
      return Optional.of("it works with %s of its node".formatted(path));
    }
    if (volume.get("emptyDir", "medium").raw().startsWith("HugePages")) {
      return Optional.of("it uses huge pages of its node");
    }
    String driver = volume.get("csi", "driver").raw();
    return SOCKETS.contains(driver)
        ? Optional.of("it connects to a socket of its node, through the volume driver " + driver)
        : Optional.empty();
  }

  /** What a container is given, as a clause without its name. */
  static Optional<String> ofContainer(ContainerView container) {
    for (YamlCursor item : container.securityContext().get("capabilities", "add").items()) {
      if (OF_KERNEL.contains(item.raw().replaceFirst("^CAP_", ""))) {
        return Optional.of(
            "is given %s, a power over the kernel of its node".formatted(item.raw()));
      }
    }
    Optional<String> driver = ofDriver(container);
    if (driver.isPresent()) {
      return driver;
    }
    for (YamlCursor device : container.at().get("volumeDevices").items()) {
      return Optional.of(
          "is given a block device of its node (%s)".formatted(device.get("devicePath").raw()));
    }
    for (YamlCursor variable : container.at().get("env").items()) {
      String name = variable.get("name").raw();
      if (GRAPHICS.contains(name) && !NONE.contains(variable.get("value").raw())) {
        return Optional.of("uses graphics processors of its node (variable %s)".formatted(name));
      }
    }
    return NodePrograms.ofImage(container.at().get("image").raw())
        .or(() ->
            Commands.wordsOf(container).stream()
                .flatMap(word -> NodePrograms.ofWord(word).stream())
                .findFirst());
  }

  /** Whether a container is part of a storage, network or device driver. */
  static boolean isDriver(ContainerView container) {
    String whole = container.at().get("image").raw().toLowerCase(Locale.ROOT);
    String last = ImageName.last(whole);
    // drivers are also named by their owner alone: csi-secrets-store/driver
    return DRIVER.matcher(last).matches()
        || DRIVER.matcher(ImageName.owner(whole) + "-" + last).matches()
        || Commands.wordsOf(container).contains("--csi-address");
  }

  private static Optional<String> ofDriver(ContainerView container) {
    if (isDriver(container)) {
      return Optional.of(AS_DRIVER);
    }
    String image = ImageName.last(container.at().get("image").raw().toLowerCase(Locale.ROOT));
    return BY_KERNEL.matcher(image).matches()
        ? Optional.of("runs %s, which works through kernel modules of its node".formatted(image))
        : Commands.wordsOf(container).stream()
            .filter(KERNEL_TOOLS::contains)
            .findFirst()
            .map("runs %s, which works through kernel modules of its node"::formatted);
  }
}
