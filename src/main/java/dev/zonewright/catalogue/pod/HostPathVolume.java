package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;

/**
 * Field: {@code spec.volumes[*].hostPath}. Accepted: unset. Default: none. Kubernetes since 1.0;
 * Pod Security Standards: baseline since 1.0.
 */
public final class HostPathVolume implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(HostPathVolume.class),
          Family.POD,
          "Host path volume",
          "A volume is a folder or file of the node",
          Severity.CRITICAL,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: baseline, HostPath Volumes",
              "CIS Kubernetes Benchmark 1.8: 5.2.12",
              "Kubernetes: hostPath volumes"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("volumes[]{}"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      YamlCursor at = volume.get("hostPath");
      if (at.isSet() && FalcoRunner.needs(pod, at.get("path").raw())) {
        reporter
            .violated(at, message(at.get("path").raw()))
            .guidance(
                "Falco needs this folder: Edera's plugin and the daemon's socket are there. Keep it"
                    + " to Falco's namespace and record an exception.");
      } else if (at.isSet()) {
        reporter
            .violated(at, message(at.get("path").raw()))
            .fix(
                Fix.review(
                    "Replace hostPath with an empty emptyDir (the data is gone)",
                    "what is in the node's folder is no longer available, and what is written is "
                        + "lost with the pod",
                    editor -> emptied(editor, pod, volume)))
            .fix(
                Fix.review(
                    "Remove the volume and its mounts",
                    "the containers no longer have the folder at all",
                    editor -> withoutVolume(editor, pod, volume)));
      }
    }
  }

  private static String message(String path) {
    String what = path.isEmpty() ? "a path" : path;
    return "Mounts %s of the node: %s. A zone does not block this"
        .formatted(what, HostPaths.gives(path));
  }

  private static void emptied(YamlEditor editor, PodView pod, YamlCursor volume) {
    String name = volume.get("name").raw();
    for (ContainerView container : pod.containers()) {
      for (YamlCursor device : container.at().get("volumeDevices").items()) {
        if (device.get("name").raw().equals(name)) {
          editor.refuse(
              "container %s uses the volume as a raw device, which an emptyDir cannot be"
                  .formatted(container.name()));
        }
      }
    }
    if (!volume.get("emptyDir").exists()) {
      // what an agent writes is bounded
      editor.set(
          volume.get("emptyDir").path(),
          Agents.isDeclared(pod)
              ? YamlValue.mapping("sizeLimit", YamlValue.of("1Gi"))
              : YamlValue.mapping());
    }
    editor.remove(volume.get("hostPath").path());
  }

  private static void withoutVolume(YamlEditor editor, PodView pod, YamlCursor volume) {
    String name = volume.get("name").raw();
    if (!name.isEmpty()) {
      for (ContainerView container : pod.containers()) {
        removeAll(editor, container.at().get("volumeMounts"), name);
        removeAll(editor, container.at().get("volumeDevices"), name);
      }
    }
    YamlCursor volumes = pod.spec().get("volumes");
    editor.remove(volumes.items().size() == 1 ? volumes.path() : volume.path());
  }

  private static void removeAll(YamlEditor editor, YamlCursor mounts, String volume) {
    List<YamlCursor> of =
        mounts.items().stream().filter(m -> m.get("name").raw().equals(volume)).toList();
    if (!of.isEmpty() && of.size() == mounts.items().size()) {
      editor.remove(mounts.path());
    } else {
      // from the last, so that the places of the others stay
      of.reversed().forEach(mount -> editor.remove(mount.path()));
    }
  }
}
