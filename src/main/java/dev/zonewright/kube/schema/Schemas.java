package dev.zonewright.kube.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The built-in kinds of Kubernetes. The resources beside this class hold them, one an API version,
 * generated from fabric8's model; each is read when first asked for.
 */
public final class Schemas {
  private static final Map<String, SchemaFile> FILES = new ConcurrentHashMap<>();
  private static final Set<String> VERSIONS = Set.of(read("versions.txt").split("\n"));

  private Schemas() {}

  /** The type of a kind; empty for custom resources and for API versions that never were. */
  public static Optional<TypeSchema> of(String apiVersion, String kind) {
    SchemaFile file = file(apiVersion);
    return file == null ? Optional.empty() : Optional.ofNullable(file.kind(kind));
  }

  /** All API versions that are known, such as {@code apps/v1}. */
  public static Set<String> apiVersions() {
    return VERSIONS;
  }

  /** The kinds of an API version; none for one that is not known. */
  public static Set<String> kinds(String apiVersion) {
    SchemaFile file = file(apiVersion);
    return file == null ? Set.of() : file.kinds();
  }

  static @Nullable TypeSchema type(String apiVersion, String name) {
    SchemaFile file = file(apiVersion);
    return file == null ? null : file.type(name);
  }

  private static @Nullable SchemaFile file(String apiVersion) {
    SchemaFile known = FILES.get(apiVersion);
    if (known != null || !VERSIONS.contains(apiVersion)) {
      return known;
    }
    SchemaFile fresh = new SchemaFile(read(SchemaFile.nameOf(apiVersion)), Schemas::file);
    SchemaFile other = FILES.putIfAbsent(apiVersion, fresh);
    return other == null ? fresh : other;
  }

  private static String read(String resource) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
