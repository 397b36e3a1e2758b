package dev.zonewright.kube.custom;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Kinds of virtual machines, whose pods start a machine of their own: of a pod they have a few
 * fields, and volumes that are disks. Source: the types of KubeVirt.
 */
final class Machines {
  private static final Map<String, String> PLACES =
      new TreeMap<>(
          Map.of(
              "VirtualMachine", "spec.template.spec",
              "VirtualMachineInstance", "spec",
              "VirtualMachineInstanceReplicaSet", "spec.template.spec",
              "VirtualMachinePool", "spec.virtualMachineTemplate.spec.template.spec"));

  static final PodForm FORM =
      PodForm.beside(
              Set.of("nodeSelector", "tolerations"),
              "KubeVirt makes the pod, with its own containers and settings")
          .withZone(
              "KubeVirt has no field for the runtime class: only what the cluster adds puts the"
                  + " pod of the machine into a zone");

  private Machines() {}

  /** Whether these are the fields of a machine, whatever object holds them. */
  static boolean isMachine(YamlCursor spec) {
    return spec.get("domain").isMapping() && !spec.get("containers").exists();
  }

  static List<CustomKind> all() {
    List<CustomKind> out = new ArrayList<>();
    PLACES.forEach((kind, at) ->
        out.add(
            new CustomKind(
                "KubeVirt",
                kind.equals("VirtualMachinePool") ? "pool.kubevirt.io" : "kubevirt.io",
                kind,
                List.of(Spot.fields(at, FORM).inAnyCase()))));
    return out;
  }
}
