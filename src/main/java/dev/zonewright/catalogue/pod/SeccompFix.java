package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Fix;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.SystemCalls;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;

/** How a seccomp profile of a pod or a container is put right. */
final class SeccompFix {
  private SeccompFix() {}

  /**
   * For the type of a profile, which may be absent. Windows pods must not have a profile at all.
   * The name of a file is accepted beside Localhost only: where one stands that is not plainly
   * contradicted, Localhost is what was meant.
   */
  static Fix of(PodView pod, StandardHit hit) {
    return of(pod, hit.at(), hit.container(), hit.holder());
  }

  /** For a pod that has no profile. */
  static Fix ofPod(PodView pod) {
    YamlCursor type = pod.securityContext().get("seccompProfile", "type");
    return of(pod, type, "", pod.spec().path());
  }

  private static Fix of(PodView pod, YamlCursor type, String container, YamlPath holder) {
    YamlCursor profile = type.parent().orElseThrow();
    if (pod.isWindows()) {
      return Fix.safe(
          "Remove seccompProfile",
          "Windows has no seccomp",
          editor -> Removal.of(editor, profile, holder));
    }
    YamlPath file = profile.path().key("localhostProfile");
    boolean namesFile = !profile.get("localhostProfile").string().orElse("").isEmpty();
    if (namesFile && !type.raw().equals("Unconfined")) {
      return Fix.review(
          "Set the seccomp profile's type to Localhost",
          "the profile must be there on each node",
          editor -> editor.set(type.path(), YamlValue.of("Localhost")));
    }
    YamlCursor annotation =
        pod.annotations()
            .get(
                container.isEmpty()
                    ? PodFields.SECCOMP_ANNOTATION
                    : PodFields.CONTAINER_SECCOMP_ANNOTATION + container);
    return Fix.judged(
        "Set the seccomp profile to RuntimeDefault",
        SystemCalls.ground(pod, type),
        editor -> {
          editor.set(type.path(), YamlValue.of("RuntimeDefault")).remove(file);
          if (annotation.isSet() && !PodFields.DEFAULT_SECCOMP.contains(annotation.raw())) {
            // has no effect any more, but a Pod is refused where it contradicts the field
            Removal.of(editor, annotation, pod.metadata().path());
          }
        });
  }
}
