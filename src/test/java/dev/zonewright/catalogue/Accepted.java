package dev.zonewright.catalogue;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.valid.ObjectRules;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;

/** What Kubernetes accepts, as far as the schemas and rules here know it. */
final class Accepted {
  private Accepted() {}

  /** Whether each document can be read, and each object in them has its fields, types and rules. */
  static boolean is(String text) {
    return YamlStream.parse(text).parts().stream()
        .allMatch(part -> {
          List<KubeObject> objects = KubeObject.in(part.document().cursor());
          return part.document().problem().isEmpty()
              && objects.stream()
                  .allMatch(o -> SchemaCheck.of(o).isEmpty() && ObjectRules.of(o).isEmpty());
        });
  }
}
