package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlValue;

/**
 * A document that a fix adds. It is written in the style of the file that it comes into, or, in a
 * new file, of the file with the finding.
 *
 * @param content an object with {@code apiVersion}, {@code kind} and {@code metadata}
 */
public record NewDocument(Placement at, YamlValue.Mapping content) {
  /** The name of the object that it holds. */
  public ObjectRef object() {
    String apiVersion = text(content, "apiVersion");
    int slash = apiVersion.indexOf('/');
    YamlValue.Mapping metadata =
        content.entries().get("metadata") instanceof YamlValue.Mapping m ? m : YamlValue.mapping();
    return new ObjectRef(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        text(content, "kind"),
        text(metadata, "namespace"),
        text(metadata, "name"));
  }

  private static String text(YamlValue.Mapping mapping, String key) {
    return mapping.entries().get(key) instanceof YamlValue.Text(String value) ? value : "";
  }
}
