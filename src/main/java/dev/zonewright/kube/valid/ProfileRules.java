package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;

/** Profiles of seccomp and AppArmor: their type, their file, and annotations that say the same. */
final class ProfileRules {
  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost", "Unconfined");

  private ProfileRules() {}

  static void check(PodView pod, Found found) {
    context(pod.securityContext(), found);
    for (ContainerView container : pod.containers()) {
      context(container.securityContext(), found);
    }
    for (YamlCursor annotation : pod.annotations().entries()) {
      if (annotation.key().startsWith(PodFields.APP_ARMOR_ANNOTATION)) {
        annotation(pod, annotation, found);
      }
    }
  }

  private static void context(YamlCursor context, Found found) {
    for (String field : new String[] {"seccompProfile", "appArmorProfile"}) {
      YamlCursor profile = context.get(field);
      YamlCursor type = profile.get("type");
      YamlCursor file = profile.get("localhostProfile");
      Optional<String> said = Found.text(type);
      if (said.filter(t -> !TYPES.contains(t)).isPresent()) {
        found.applied(type, "%s is no type of profile".formatted(type.raw()));
      }
      if (said.filter("Localhost"::equals).isPresent() && !file.isSet()) {
        found.applied(type, "a Localhost profile needs localhostProfile");
      }
      if (said.filter(t -> !t.equals("Localhost")).isPresent() && Found.text(file).isPresent()) {
        found.applied(file, "localhostProfile goes with the type Localhost only");
      }
    }
  }

  private static void annotation(PodView pod, YamlCursor at, Found found) {
    Optional<String> value = Found.text(at);
    if (value.isEmpty()) {
      return;
    }
    boolean known =
        value.get().equals("runtime/default")
            || value.get().equals("unconfined")
            || value.get().startsWith("localhost/");
    if (!known) {
      found.applied(
          at, "the AppArmor annotation must be runtime/default, unconfined or localhost/…");
    }
    String name = at.key().substring(PodFields.APP_ARMOR_ANNOTATION.length());
    Optional<ContainerView> container =
        pod.containers().stream().filter(c -> c.name().equals(name)).findFirst();
    if (container.isEmpty()) {
      boolean open =
          pod.containers().stream().anyMatch(c -> UnknownValue.isPlaceholder(c.at().get("name")))
              || pod.containers().isEmpty();
      if (!open) {
        found.applied(at, "there is no container %s".formatted(name));
      }
      return;
    }
    YamlCursor own = container.get().securityContext().get("appArmorProfile");
    YamlCursor profile = own.isSet() ? own : pod.securityContext().get("appArmorProfile");
    String type = profile.get("type").raw();
    if (known && TYPES.contains(type) && !says(value.get(), type, profile)) {
      String message =
          "appArmorProfile and the AppArmor annotation of the container must say the same";
      if (pod.isBarePod()) {
        found.applied(at, message);
      } else {
        found.started(at, message);
      }
    }
  }

  private static boolean says(String annotation, String type, YamlCursor profile) {
    return switch (type) {
      case "RuntimeDefault" -> annotation.equals("runtime/default");
      case "Unconfined" -> annotation.equals("unconfined");
      default -> annotation.equals("localhost/" + profile.get("localhostProfile").raw());
    };
  }
}
