package dev.zonewright.kube.schema;

import dev.zonewright.kube.schema.Mismatch.Level;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * Fields that an earlier version of an API had under another name. Manifests keep them when only
 * the version above is changed, and the server then refuses the object.
 */
final class EarlierFields {
  private EarlierFields() {}

  /** Where an earlier field stands now. */
  static Optional<FieldAdvice> on(Level holder, String key, YamlCursor at) {
    return switch (holder.type().name() + "." + key) {
      case "IngressSpec.backend" -> Optional.of(new FieldAdvice.Rename("defaultBackend", false));
      case "IngressBackend.serviceName" -> Optional.of(moved(holder, "service", "name"));
      case "IngressBackend.servicePort" -> Optional.of(port(holder, at));
      default -> Optional.empty();
    };
  }

  /** A port by number and a port by name are two fields now; in quotes, a number was one too. */
  private static FieldAdvice port(Level holder, YamlCursor at) {
    return moved(holder, "service", "port", at.raw().matches("[0-9]+") ? "number" : "name");
  }

  private static FieldAdvice moved(Level holder, String... keys) {
    YamlPath to = holder.path();
    for (String key : keys) {
      to = to.key(key);
    }
    return new FieldAdvice.Belongs(String.join(".", keys), List.of(to));
  }
}
