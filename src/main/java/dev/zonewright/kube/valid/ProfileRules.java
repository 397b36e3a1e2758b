package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;

/** Profiles of seccomp and AppArmor: their type, their file, and annotations that say the same. */
final class ProfileRules {
  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost", "Unconfined");

  private static final Set<String> DEFAULT_APP_ARMOR = Set.of("runtime/default");

  private ProfileRules() {}

  static void check(PodView pod, Found found) {
    context(pod.securityContext(), found);
    for (ContainerView container : pod.containers()) {
      context(container.securityContext(), found);
    }
    for (YamlCursor annotation : pod.annotations().entries()) {
      String key = annotation.key();
      if (key.startsWith(PodFields.APP_ARMOR_ANNOTATION)) {
        appArmor(pod, annotation, found);
      } else if (key.equals(PodFields.SECCOMP_ANNOTATION)) {
        seccomp(pod.securityContext(), annotation, found);
      } else if (key.startsWith(PodFields.CONTAINER_SECCOMP_ANNOTATION)) {
        container(pod, key.substring(PodFields.CONTAINER_SECCOMP_ANNOTATION.length()))
            .ifPresent(c -> seccomp(c.securityContext(), annotation, found));
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
        found.applied(type, "%s is not a type of profile".formatted(type.raw()));
      }
      if (said.filter("Localhost"::equals).isPresent() && !file.isSet()) {
        found.applied(type, "a Localhost profile needs localhostProfile");
      }
      if (said.filter(t -> !t.equals("Localhost")).isPresent() && Found.text(file).isPresent()) {
        found.applied(file, "localhostProfile is allowed only with the type Localhost");
      }
    }
  }

  private static void appArmor(PodView pod, YamlCursor at, Found found) {
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
    Optional<ContainerView> container = container(pod, name);
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
    // the server copies the annotation of a plain pod into a field that says nothing
    YamlCursor profile =
        own.isSet() || pod.isBarePod() ? own : pod.securityContext().get("appArmorProfile");
    boolean windows = pod.spec().get("os", "name").raw().equals("windows");
    if (known && !windows && !says(value.get(), profile, DEFAULT_APP_ARMOR)) {
      found.applied(
          at, "appArmorProfile and the AppArmor annotation of the container must say the same");
    }
  }

  private static void seccomp(YamlCursor context, YamlCursor at, Found found) {
    YamlCursor profile = context.get("seccompProfile");
    if (Found.text(at).filter(v -> !says(v, profile, PodFields.DEFAULT_SECCOMP)).isPresent()) {
      found.applied(at, "seccompProfile and the seccomp annotation must say the same");
    }
  }

  private static Optional<ContainerView> container(PodView pod, String name) {
    return pod.containers().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static boolean says(String annotation, YamlCursor profile, Set<String> byDefault) {
    return switch (profile.get("type").raw()) {
      case "RuntimeDefault" -> byDefault.contains(annotation);
      case "Unconfined" -> annotation.equals("unconfined");
      case "Localhost" -> annotation.equals("localhost/" + profile.get("localhostProfile").raw());
      // none, or one that is found elsewhere to be no type of profile
      default -> true;
    };
  }
}
