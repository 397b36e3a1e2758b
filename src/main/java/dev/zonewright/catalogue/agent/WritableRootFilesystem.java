package dev.zonewright.catalogue.agent;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;

/**
 * Field: {@code securityContext.readOnlyRootFilesystem} of an agent's containers. Accepted: true.
 * Default: false.
 */
public final class WritableRootFilesystem implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(WritableRootFilesystem.class),
          Family.AGENT,
          "Writable root file system",
          "An agent's container can change its own programs",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  private static final String FIELD = "readOnlyRootFilesystem";
  private static final String SCRATCH = "scratch";
  private static final String UNSEEN =
      "where the program writes is not visible in manifests: it fails if it writes outside a "
          + "volume";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    YamlCursor at = container.securityContext().get(FIELD);
    boolean judged = Agents.isDeclared(container.pod()) && !container.pod().isWindows();
    if (!judged || at.isTrue() || UnknownValue.hides(at)) {
      return;
    }
    Scratch scratch = Scratch.of(container);
    boolean prepared = scratch.hasWritableTmp() && scratch.foldersToAdd().isEmpty();
    Fix.Plan plan = editor -> fix(editor, container, at, scratch);
    reporter
        .violated(
            at,
            "The container's root file system can be written to: what foreign code leaves there"
                + (reporter.zone() == ZoneState.EDERA
                    ? " stays until the zone is destroyed"
                    : " stays until the container is removed"))
        .fix(
            prepared
                ? Fix.review("Set readOnlyRootFilesystem to true", UNSEEN, plan)
                : Fix.review(
                    "Set readOnlyRootFilesystem to true, with an emptyDir for %s"
                        .formatted(String.join(", ", scratch.foldersToAdd())),
                    UNSEEN,
                    plan))
        .guidance(
            prepared
                ? ""
                : "Try it: a program that writes elsewhere needs an emptyDir there as well.");
  }

  /** A bound, so that what fills it does not fill the node. */
  private static final YamlValue SIZED = YamlValue.mapping("sizeLimit", YamlValue.of("1Gi"));

  private static void fix(
      YamlEditor editor, ContainerView container, YamlCursor at, Scratch scratch) {
    editor.set(at.path(), YamlValue.of(true));
    List<String> folders = scratch.foldersToAdd();
    if (folders.isEmpty()) {
      return;
    }
    String volume = scratch.volumeToUse(SCRATCH);
    for (int i = 0; i < folders.size(); i++) {
      YamlValue.Mapping mount =
          folders.size() == 1
              ? YamlValue.mapping(
                  "name", YamlValue.of(volume), "mountPath", YamlValue.of(folders.get(i)))
              : YamlValue.mapping(
                  "name",
                  YamlValue.of(volume),
                  "mountPath",
                  YamlValue.of(folders.get(i)),
                  "subPath",
                  YamlValue.of("folder-" + (i + 1)));
      editor.addItem(container.at().get("volumeMounts").path(), mount);
    }
    if (!scratch.hasVolume(volume)) {
      editor.addItem(
          container.pod().spec().get("volumes").path(),
          YamlValue.mapping("name", YamlValue.of(volume), "emptyDir", SIZED));
    }
  }
}
