package dev.zonewright.catalogue.token;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.ApiNeed;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;
import java.util.regex.Pattern;

/** Volumes that are a pod's token: written by admission and kept by an export, or by hand. */
final class TokenVolumes {
  private static final String WRITTEN_BY_ADMISSION = "kube-api-access-";

  private static final Pattern OLD_NAME = Pattern.compile(".+-token-[a-z0-9]{5}");

  private TokenVolumes() {}

  static List<YamlCursor> of(PodView pod) {
    return pod.spec().get("volumes").items().stream()
        .filter(volume -> isToken(pod, volume))
        .toList();
  }

  private static boolean isToken(PodView pod, YamlCursor volume) {
    boolean projects =
        volume.get("projected", "sources").items().stream()
            .anyMatch(source -> source.get("serviceAccountToken").isSet());
    boolean known = projects && volume.get("name").raw().startsWith(WRITTEN_BY_ADMISSION);
    return known || ((projects || isSecret(volume)) && isWhereItIsLookedFor(pod, volume));
  }

  private static boolean isWhereItIsLookedFor(PodView pod, YamlCursor volume) {
    String name = volume.get("name").raw();
    return pod.containers().stream()
        .flatMap(c -> c.at().get("volumeMounts").items().stream())
        .anyMatch(mount ->
            mount.get("name").raw().equals(name)
                && mount.get("mountPath").raw().startsWith(ApiNeed.FOLDER));
  }

  /** Whether it is a Secret, as admission mounted it before Kubernetes 1.21: it never expires. */
  static boolean isSecret(YamlCursor volume) {
    return volume.get("secret").isSet();
  }

  /** Where the volume says what it is. */
  static YamlCursor source(YamlCursor volume) {
    return volume.get(isSecret(volume) ? "secret" : "projected");
  }

  /** Whether a person wrote it, and not admission. */
  static boolean isByHand(YamlCursor volume) {
    String name = volume.get("name").raw();
    boolean old =
        OLD_NAME.matcher(name).matches() && volume.get("secret", "secretName").raw().equals(name);
    return !old && !name.startsWith(WRITTEN_BY_ADMISSION);
  }

  /** Takes the volume away, and each mount of it. */
  static void remove(YamlEditor editor, PodView pod, YamlCursor volume) {
    String name = volume.get("name").raw();
    for (ContainerView container : pod.containers()) {
      YamlCursor mounts = container.at().get("volumeMounts");
      List<YamlCursor> of =
          mounts.items().stream().filter(m -> m.get("name").raw().equals(name)).toList();
      if (!of.isEmpty() && of.size() == mounts.items().size()) {
        editor.remove(mounts.path());
      } else {
        // from the last, so that the places of the others stay
        of.reversed().forEach(mount -> editor.remove(mount.path()));
      }
    }
    YamlCursor volumes = pod.spec().get("volumes");
    editor.remove(volumes.items().size() == 1 ? volumes.path() : volume.path());
  }
}
