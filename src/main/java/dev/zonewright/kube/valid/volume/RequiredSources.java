package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/** What the source of a volume is nothing without, and a claim of storage. */
public final class RequiredSources {
  private static final FieldTree VOLUME =
      Sources.needed()
          .add(
              FieldRule.needs("name", "the source needs the name of its object"),
              "configMap",
              "projected.sources[].configMap",
              "projected.sources[].secret")
          .add(
              FieldRule.needs("key", "a file needs the key of its value"),
              "secret.items[]",
              "configMap.items[]",
              "projected.sources[].secret.items[]",
              "projected.sources[].configMap.items[]")
          .add(
              FieldRule.needs("path", "a file needs a path"),
              "secret.items[]",
              "configMap.items[]",
              "downwardAPI.items[]",
              "projected.sources[].secret.items[]",
              "projected.sources[].configMap.items[]",
              "projected.sources[].downwardAPI.items[]")
          .add(
              RequiredSources::filled,
              "downwardAPI.items[]",
              "projected.sources[].downwardAPI.items[]")
          .add(
              FieldRule.needs("fieldPath", "fieldRef needs fieldPath"),
              "downwardAPI.items[].fieldRef",
              "projected.sources[].downwardAPI.items[].fieldRef")
          .add(FieldRule.needs("repository", "the volume needs a repository"), "gitRepo")
          .add(Sources.SECRET_NAME, "csi.nodePublishSecretRef")
          .add(
              FieldRule.needs("volumeClaimTemplate", "the volume needs volumeClaimTemplate"),
              "ephemeral")
          .add(RequiredSources::claim, "ephemeral.volumeClaimTemplate");

  private RequiredSources() {}

  public static void check(YamlCursor volumes, Found found) {
    volumes.items().forEach(volume -> VOLUME.check(volume, found));
  }

  public static void claim(YamlCursor template, Found found) {
    YamlCursor spec = template.get("spec");
    if (!template.isMapping() || UnknownValue.isPlaceholder(template)) {
      return;
    }
    YamlCursor modes = spec.get("accessModes");
    if (modes.items().isEmpty() && !UnknownValue.hides(modes)) {
      found.applied(modes, "a claim needs at least one access mode");
    }
    YamlCursor size = spec.get("resources", "requests", "storage");
    if (!size.isSet() && !UnknownValue.hides(size)) {
      found.applied(size, "a claim needs a storage request");
    }
    for (String origin : List.of("dataSource", "dataSourceRef")) {
      FieldRule.needs("kind", "the source of a claim needs a kind").check(spec.get(origin), found);
      FieldRule.needs("name", "the source of a claim needs a name").check(spec.get(origin), found);
    }
  }

  private static void filled(YamlCursor item, Found found) {
    YamlCursor field = item.get("fieldRef");
    YamlCursor resource = item.get("resourceFieldRef");
    if (!field.isSet() && !resource.isSet() && !UnknownValue.hides(field)) {
      found.applied(item, "a file needs fieldRef or resourceFieldRef");
    }
    if (resource.isMapping()) {
      FieldRule.needs("containerName", "resourceFieldRef in a volume needs containerName")
          .check(resource, found);
      FieldRule.needs("resource", "resourceFieldRef needs a resource").check(resource, found);
    }
  }
}
