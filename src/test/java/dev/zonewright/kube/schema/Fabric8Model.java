package dev.zonewright.kube.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of the built-in kinds off the classes of fabric8's model: the fields that carry
 * a {@code JsonProperty}, their types in the words of the schema resource.
 */
final class Fabric8Model {
  private static final String SERVICES =
      "META-INF/services/io.fabric8.kubernetes.api.model.KubernetesResource";
  private static final String CORE = "io.fabric8.kubernetes.api.model";

  /** What Kubernetes decodes by a function of its own, in the words of the schema. */
  private static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(Boolean.class, "bool"),
          Map.entry(Integer.class, "int32"),
          Map.entry(Long.class, "int64"),
          Map.entry(Double.class, "number"),
          Map.entry(Quantity.class, "quantity"),
          Map.entry(IntOrString.class, "intOrString"),
          Map.entry(MicroTime.class, "microTime"),
          Map.entry(ZonedDateTime.class, "microTime"),
          Map.entry(Duration.class, "duration"),
          Map.entry(Object.class, "any"),
          Map.entry(JsonNode.class, "any"),
          Map.entry(HasMetadata.class, "any"),
          Map.entry(KubernetesResource.class, "any"));

  private final Map<Class<?>, String> kinds = new TreeMap<>(byName());
  private final Map<String, String> homeOfPackage = new TreeMap<>();
  private final Map<String, SchemaTypes> files = new TreeMap<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();
  private final Set<Class<?>> seen = new TreeSet<>(byName());

  private Fabric8Model() {}

  /** The types by the API version that they are kept with; names of kinds are marked there. */
  static Map<String, SchemaTypes> read() {
    Fabric8Model model = new Fabric8Model();
    model.findKinds();
    model.kinds.keySet().forEach(model::reach);
    while (!model.open.isEmpty()) {
      model.describe(model.open.pop());
    }
    return model.files;
  }

  private void findKinds() {
    for (String name : serviceNames()) {
      Class<?> type = load(name);
      Group group = type.getAnnotation(Group.class);
      Version version = type.getAnnotation(Version.class);
      if (group != null
          && version != null
          && HasMetadata.class.isAssignableFrom(type)
          && isBuiltIn(group.value())) {
        String apiVersion =
            group.value().isEmpty() ? version.value() : group.value() + "/" + version.value();
        kinds.put(type, apiVersion);
        String home = type.getPackageName().equals(CORE) ? "v1" : apiVersion;
        homeOfPackage.merge(type.getPackageName(), home, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  /** Groups of Kubernetes itself; the others of the model are custom resources. */
  private static boolean isBuiltIn(String group) {
    return !group.contains(".")
        || (group.endsWith(".k8s.io")
            && !group.endsWith(".x-k8s.io")
            && !group.contains("metrics"));
  }

  private static List<String> serviceNames() {
    try {
      List<String> out = new ArrayList<>();
      ClassLoader loader = Fabric8Model.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(SERVICES))) {
        try (var in = url.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .forEach(out::add);
        }
      }
      Collections.sort(out);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reach(Class<?> type) {
    if (seen.add(type)) {
      open.push(type);
    }
  }

  private void describe(Class<?> type) {
    String home = homeOf(type);
    Map<String, String> fields = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      if (property != null) {
        fields.put(property.value(), typeOf(field.getGenericType(), home));
      }
    }
    files
        .computeIfAbsent(home, _ -> new SchemaTypes())
        .add(type.getSimpleName(), kinds.containsKey(type), fields);
  }

  private String homeOf(Class<?> type) {
    String own = kinds.get(type);
    String home = own == null ? homeOfPackage.get(type.getPackageName()) : own;
    if (home == null) {
      throw new IllegalStateException("no API version keeps " + type.getName());
    }
    return home;
  }

  private String typeOf(Type type, String home) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? "{" + typeOf(arguments[1], home) + "}"
          : "[" + typeOf(arguments[0], home) + "]";
    }
    Class<?> plain = (Class<?>) type;
    String scalar = SCALARS.get(plain);
    if (scalar != null) {
      return scalar;
    }
    if (plain.getSimpleName().startsWith("JSONSchemaPropsOr")) {
      return "any";
    }
    reach(plain);
    String other = homeOf(plain);
    return other.equals(home) ? plain.getSimpleName() : other + "/" + plain.getSimpleName();
  }

  private static Comparator<Class<?>> byName() {
    return Comparator.comparing(Class::getName);
  }
}
