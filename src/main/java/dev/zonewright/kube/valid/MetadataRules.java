package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.schema.Schemas;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Kubernetes asks of {@code metadata}, whatever the kind. Source: Kubernetes 1.36, validation
 * of ObjectMeta. Of custom kinds nothing is said: what serves them is not known.
 */
public final class MetadataRules {
  /** Groups of kinds that are stored with any name for a finalizer. */
  private static final Set<String> FREE_FINALIZERS =
      Set.of(
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "coordination.k8s.io",
          "node.k8s.io",
          "policy");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d.*");
  private static final Set<String> OLD_FINALIZERS =
      Set.of("kubernetes", "orphan", "foregroundDeletion");

  /** Requests, which are answered and not stored, and reports. */
  private static final Set<String> OF_NO_OBJECT =
      Set.of(
          "Binding",
          "ComponentStatus",
          "Event",
          "Eviction",
          "LocalSubjectAccessReview",
          "Scale",
          "SelfSubjectAccessReview",
          "SelfSubjectReview",
          "SelfSubjectRulesReview",
          "Status",
          "SubjectAccessReview",
          "TokenRequest",
          "TokenReview");

  private MetadataRules() {}

  /** Whether a name can be one part of the path of a request. */
  public static boolean isPathSegment(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('%') < 0;
  }

  static void check(KubeObject object, Found found) {
    if (object.isOfCustomKind()
        || Schemas.of(object.apiVersion(), object.kind()).isEmpty()
        || OF_NO_OBJECT.contains(object.kind())) {
      return;
    }
    YamlCursor metadata = object.root().get("metadata");
    ObjectNames.check(object, found);
    if (!object.isClusterScoped()) {
      // of an object of the whole cluster the server takes it away
      Found.text(metadata.get("namespace"))
          .filter(name -> !Forms.isLabel(name))
          .ifPresent(
              _ -> found.applied(metadata.get("namespace"), "no namespace can have this name"));
    }
    LabelSyntax.labels(metadata.get("labels"), found::applied);
    annotations(metadata, found);
    for (YamlCursor finalizer : metadata.get("finalizers").items()) {
      Optional<String> text = Found.text(finalizer);
      if (text.isPresent() && !isFinalizer(text.get(), object.group())) {
        found.applied(finalizer, "a finalizer is named with its domain, as in example.com/name");
      }
    }
    owners(metadata.get("ownerReferences"), found);
    YamlCursor created = metadata.get("creationTimestamp");
    if (Found.text(created).filter(t -> !TIME.matcher(t).matches()).isPresent()) {
      found.applied(created, "this is not a valid time");
    }
  }

  /** The annotations of an object, or of the pods that it makes. */
  static void annotations(YamlCursor metadata, Found found) {
    for (YamlCursor annotation : metadata.get("annotations").entries()) {
      String key = annotation.key().toLowerCase(Locale.ROOT);
      if (!key.equals("<<") && !LabelSyntax.isTemplate(key) && !LabelSyntax.isKey(key)) {
        found.applied(annotation, "this is not a valid annotation key");
      }
    }
  }

  private static void owners(YamlCursor owners, Found found) {
    boolean controlled = false;
    for (YamlCursor owner : owners.items()) {
      for (String field : List.of("apiVersion", "kind", "name", "uid")) {
        if (owner.get(field).raw().isEmpty() && !UnknownValue.hides(owner.get(field))) {
          found.applied(owner, "a reference to an owner needs its " + field);
          break;
        }
      }
      YamlCursor controller = owner.get("controller");
      if (controller.isTrue() && controlled) {
        found.applied(controller, "an object has only one owner with controller: true");
      }
      controlled |= controller.isTrue();
    }
  }

  private static boolean isFinalizer(String text, String group) {
    return OLD_FINALIZERS.contains(text)
        || (LabelSyntax.isKey(text) && (text.indexOf('/') >= 0 || FREE_FINALIZERS.contains(group)));
  }
}
