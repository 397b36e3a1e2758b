package dev.zonewright.kube.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the schema resources. Run by
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test \
 *   -Dmain.class=dev.zonewright.kube.schema.GenerateSchemas \
 *   -Dmanifests=src/main/resources/dev/zonewright/kube/schema
 * </pre>
 */
final class GenerateSchemas {
  private GenerateSchemas() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The resources by file name. */
  static Map<String, String> files() {
    Map<String, SchemaTypes> types = Fabric8Model.read();
    Corrections.apply(types);
    Map<String, String> out = new TreeMap<>();
    types.forEach((apiVersion, held) -> out.put(SchemaFile.nameOf(apiVersion), held.text()));
    out.put("versions.txt", String.join("\n", types.keySet()) + "\n");
    return out;
  }
}
