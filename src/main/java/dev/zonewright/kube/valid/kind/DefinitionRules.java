package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names and versions of a CustomResourceDefinition, not its schema. Source: Kubernetes 1.36. */
final class DefinitionRules {
  private static final FieldRule WORD =
      FieldRule.text(
          Forms::isWord,
          "“%s” must begin with a letter and be of at most 63 lowercase letters, digits and"
              + " hyphens");
  private static final FieldRule KIND =
      FieldRule.text(
          kind -> Forms.isWord(kind.toLowerCase(Locale.ROOT)),
          "“%s” must begin with a letter and be of at most 63 letters, digits and hyphens");

  private static final FieldRule REVIEWS =
      FieldRule.needs(
          "conversionReviewVersions", "the webhook needs conversionReviewVersions, such as v1");

  private static final FieldTree SPEC =
      new FieldTree()
          .add(FieldRule.oneOf("Cluster", "Namespaced"), "scope")
          .add(
              FieldRule.text(
                  group -> Forms.isObjectName(group) && group.indexOf('.') > 0,
                  "“%s” must be a domain in lowercase, such as example.com"),
              "group")
          .add(WORD, "names.plural", "names.singular", "names.shortNames[]", "names.categories[]")
          .add(KIND, "names.kind", "names.listKind")
          .add(WORD, "versions[].name")
          .add(FieldRule.oneOf("None", "Webhook"), "conversion.strategy")
          .add(
              FieldRule.oneOf("boolean", "date", "integer", "number", "string"),
              "versions[].additionalPrinterColumns[].type")
          .add(
              FieldRule.oneOf(
                  "byte", "date", "date-time", "double", "float", "int32", "int64", "password"),
              "versions[].additionalPrinterColumns[].format")
          .add(
              FieldRule.text(
                  path -> path.startsWith("."), "“%s” must be a path that begins with ."),
              "versions[].additionalPrinterColumns[].jsonPath",
              "versions[].subresources.scale.specReplicasPath",
              "versions[].subresources.scale.statusReplicasPath",
              "versions[].subresources.scale.labelSelectorPath")
          .add(
              FieldRule.needs("name", "a column needs a name"),
              "versions[].additionalPrinterColumns[]")
          .add(
              FieldRule.needs("jsonPath", "a column needs the jsonPath of its values"),
              "versions[].additionalPrinterColumns[]");

  private DefinitionRules() {}

  static void check(YamlCursor root, Found found) {
    YamlCursor spec = root.get("spec");
    SPEC.check(spec, found);
    YamlCursor name = root.get("metadata", "name");
    YamlCursor plural = spec.get("names", "plural");
    YamlCursor group = spec.get("group");
    boolean known =
        List.of(name, plural, group).stream().allMatch(at -> Found.text(at).isPresent());
    if (known && !name.raw().equals(plural.raw() + "." + group.raw())) {
      found.applied(
          name, "the name of this definition must be %s.%s".formatted(plural.raw(), group.raw()));
    }
    versions(spec, found);
    YamlCursor conversion = spec.get("conversion");
    if (conversion.get("strategy").raw().equals("Webhook")
        && Found.isWhole(conversion)
        && known
        && spec.get("versions").isSet()) {
      FieldRule.needs("webhook", "the strategy Webhook needs a webhook").check(conversion, found);
      REVIEWS.check(conversion.get("webhook"), found);
    }
  }

  private static void versions(YamlCursor spec, Found found) {
    YamlCursor versions = spec.get("versions");
    Set<String> names = new HashSet<>();
    int stored = 0;
    boolean whole = spec.get("group").isSet() && spec.get("names").isSet();
    boolean open = UnknownValue.hides(versions) || versions.items().isEmpty();
    for (YamlCursor version : versions.items()) {
      YamlCursor name = version.get("name");
      if (Found.text(name).filter(n -> !names.add(n)).isPresent()) {
        found.applied(name, "two versions are called " + name.raw());
      }
      YamlCursor storage = version.get("storage");
      open |= !Found.isWhole(version) || UnknownValue.hides(storage);
      stored += storage.isTrue() ? 1 : 0;
      if (whole && Found.isWhole(version)) {
        schema(version, found);
      }
    }
    if (whole && !open && stored != 1) {
      found.applied(versions, "exactly one version must have storage: true");
    }
  }

  private static void schema(YamlCursor version, Found found) {
    YamlCursor schema = version.get("schema", "openAPIV3Schema");
    if (!schema.isSet() && !UnknownValue.hides(schema)) {
      found.applied(schema, "a version needs a schema in schema.openAPIV3Schema");
    }
    YamlCursor type = schema.get("type");
    if (Found.text(type).filter(t -> !t.equals("object")).isPresent()) {
      found.applied(type, "the type of a custom resource is object");
    }
  }
}
