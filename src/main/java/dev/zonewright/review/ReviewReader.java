package dev.zonewright.review;

import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.review.ReviewFile.Ranges;
import dev.zonewright.review.ReviewProblem.Extent;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a review file. Every entry is read by itself: one that is wrong becomes a problem with its
 * place, and costs the others nothing.
 */
public final class ReviewReader {
  /** The keys of the file itself. */
  static final Set<String> KEYS =
      Set.of(
          "profile",
          "defaultNamespace",
          "tenants",
          "platform",
          "agents",
          "nodeRanges",
          "podRanges",
          "serviceRanges",
          "ipBlockMatchesPods",
          "hostNetworkPoliced",
          "exceptions",
          "attestations",
          "baseline");

  /** A path from the root or from a drive, and what no path has. */
  private static final Pattern OUTSIDE = Pattern.compile("^/|\\\\|^[A-Za-z]:|[\\x00-\\x1f]");

  /** The profiles that there are, as the file names them. */
  private static final Set<String> PROFILES = Set.of("edera-reference");

  private final Manifest manifest;
  private final List<ReviewProblem> problems = new ArrayList<>();

  private ReviewReader(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Reads a file; an empty one says nothing. */
  public static ReviewFile read(Manifest manifest) {
    return new ReviewReader(manifest).read();
  }

  /**
   * A review file whose text nobody could read: it says nothing, and that is its problem.
   *
   * @param name what reports call it
   * @param trouble why, and what to do
   */
  public static ReviewFile unreadable(String name, String trouble) {
    ReviewReader reader = new ReviewReader(Manifest.of(name, ""));
    String message = trouble.endsWith(".") ? trouble.substring(0, trouble.length() - 1) : trouble;
    reader.problems.add(new ReviewProblem(YamlPath.ROOT, message, Extent.FILE));
    return reader.read();
  }

  private ReviewFile read() {
    List<YamlStream.Part> parts = manifest.stream().parts();
    JsonNode root = ReviewTree.of(manifest, problems::add);
    if (parts.size() > 1) {
      String message = "a review is one document; the documents behind the first are not read";
      problems.add(new ReviewProblem(YamlPath.ROOT, message, Extent.REST));
    }
    if (root instanceof ObjectNode object) {
      for (String key : object.propertyNames()) {
        if (!KEYS.contains(key)) {
          problem(
              YamlPath.of(key),
              "'%s' is not a key of a review; its keys are %s"
                  .formatted(key, String.join(", ", KEYS.stream().sorted().toList())));
        }
      }
    } else if (!root.isMissingNode() && !root.isNull()) {
      String message = "a review is a mapping of keys such as exceptions and attestations";
      problems.add(new ReviewProblem(YamlPath.ROOT, message, Extent.FILE));
    }
    ReviewEntries entries = new ReviewEntries(problems);
    Map<String, List<String>> tenants = tenants(root.path("tenants"));
    return new ReviewFile(
        manifest,
        profile(root),
        defaultNamespace(root),
        tenants,
        platform(root, tenants),
        agents(root),
        new Ranges(
            ranges(root, "nodeRanges"),
            ranges(root, "podRanges"),
            ranges(root, "serviceRanges"),
            truth(root, "ipBlockMatchesPods"),
            truth(root, "hostNetworkPoliced")),
        entries.exceptions(root.path("exceptions")),
        entries.attestations(root.path("attestations")),
        baseline(root),
        problems);
  }

  private void problem(YamlPath path, String message) {
    problems.add(new ReviewProblem(path, message));
  }

  /** Something else than what belongs below a key: all of it is lost, not an entry of many. */
  private void misshapen(YamlPath path, String message) {
    problems.add(new ReviewProblem(path, message, Extent.SECTION));
  }

  private String text(JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isContainer()) {
      misshapen(YamlPath.of(key), "'%s' is one word".formatted(key));
      return "";
    }
    return value.asString("");
  }

  private boolean truth(JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      misshapen(YamlPath.of(key), "'%s' is true or false".formatted(key));
    }
    return value.isBoolean() && value.booleanValue();
  }

  private String defaultNamespace(JsonNode root) {
    String name = text(root, "defaultNamespace");
    if (name.isEmpty() || Forms.isLabel(name)) {
      return name;
    }
    problem(
        YamlPath.of("defaultNamespace"),
        "'%s' is not the name of a namespace: it has at most 63 small letters, digits and hyphens"
            .formatted(name));
    return "";
  }

  private String profile(JsonNode root) {
    String name = text(root, "profile");
    if (name.isEmpty() || PROFILES.contains(name)) {
      return name;
    }
    problem(
        YamlPath.of("profile"),
        "there is no profile '%s': write %s, or leave the key out"
            .formatted(name, String.join(" or ", PROFILES)));
    return "";
  }

  /** The ranges that are some; each that is none is told by itself. */
  private List<String> ranges(JsonNode root, String key) {
    JsonNode list = root.path(key);
    List<String> out = new ArrayList<>(texts(root, key));
    for (int i = 0; i < list.size(); i++) {
      String text = list.path(i).asString("");
      if (out.contains(text) && Cidr.parse(text).isEmpty()) {
        out.remove(text);
        problem(
            YamlPath.of(key, i),
            "'%s' is not a range of addresses: write one as 10.0.0.0/16".formatted(text));
      }
    }
    return out;
  }

  /** Whoever hands on a review must not make others read a file of theirs. */
  private Optional<String> baseline(JsonNode root) {
    String name = text(root, "baseline");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    boolean inside = !OUTSIDE.matcher(name).find() && !List.of(name.split("/", -1)).contains("..");
    if (!inside) {
      problem(
          YamlPath.of("baseline"),
          "the baseline is a file in the folder of the review file, or below: write its path from"
              + " there, such as baseline.json");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private List<String> platform(JsonNode root, Map<String, List<String>> tenants) {
    List<String> names = texts(root, "platform");
    for (Map.Entry<String, List<String>> tenant : tenants.entrySet()) {
      for (String name : names) {
        if (tenant.getKey().equals(name) || tenant.getValue().contains(name)) {
          problem(
              YamlPath.of("platform"),
              "%s belongs to tenant %s already, and counts as that; a namespace of the platform has no tenant"
                  .formatted(name, tenant.getKey()));
        }
      }
    }
    return names;
  }

  private List<DeclaredAgent> agents(JsonNode root) {
    List<DeclaredAgent> out = new ArrayList<>();
    List<String> names = texts(root, "agents");
    Set<String> seen = new HashSet<>();
    JsonNode list = root.path("agents");
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      YamlPath path = YamlPath.of("agents", i);
      String name = list.get(i).asString("");
      if (!names.contains(name)) {
        continue;
      }
      Optional<DeclaredAgent> agent = DeclaredAgent.parse(name, path);
      if (agent.isEmpty()) {
        problem(path, "'%s' names no workload: write NAMESPACE/KIND/NAME".formatted(name));
      } else if (!seen.add(name)) {
        problem(path, "%s is listed twice".formatted(name));
      } else {
        out.add(agent.get());
      }
    }
    return out;
  }

  private List<String> texts(JsonNode root, String key) {
    return texts(root.path(key), YamlPath.of(key));
  }

  private List<String> texts(JsonNode list, YamlPath path) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    if (!list.isArray()) {
      misshapen(path, "'%s' is a list".formatted(path));
      return out;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isContainer() || list.get(i).isNull()) {
        problem(path.index(i), "'%s' is a list of words".formatted(path));
      } else {
        out.add(list.get(i).asString(""));
      }
    }
    return out;
  }

  private Map<String, List<String>> tenants(JsonNode tenants) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    if (tenants.isMissingNode() || tenants.isNull()) {
      return out;
    }
    if (!(tenants instanceof ObjectNode object)) {
      misshapen(YamlPath.of("tenants"), "'tenants' is a mapping of names to lists of namespaces");
      return out;
    }
    Map<String, String> taken = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> tenant : object.properties()) {
      YamlPath path = YamlPath.of("tenants", tenant.getKey());
      List<String> namespaces = texts(tenant.getValue(), path);
      if (tenant.getKey().isBlank()) {
        problem(path, "a tenant has a name");
        continue;
      }
      for (String namespace : namespaces) {
        String other = taken.putIfAbsent(namespace, tenant.getKey());
        if (other != null) {
          problem(
              path,
              other.equals(tenant.getKey())
                  ? "namespace %s is listed twice".formatted(namespace)
                  : "namespace %s belongs to tenant %s already; a namespace has one tenant"
                      .formatted(namespace, other));
        }
      }
      out.put(tenant.getKey(), namespaces);
    }
    return out;
  }
}
