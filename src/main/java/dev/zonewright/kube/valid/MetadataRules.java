package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Kubernetes asks of {@code metadata}. Source: Kubernetes 1.36, validation of ObjectMeta; for
 * roles, bindings, policies of the network and namespaces, which decide what others may do.
 */
public final class MetadataRules {
  private static final Set<String> GROUPS =
      Set.of("rbac.authorization.k8s.io", "networking.k8s.io");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final int LONGEST_LABEL = 63;
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d.*");
  private static final Set<String> OLD_FINALIZERS =
      Set.of("kubernetes", "orphan", "foregroundDeletion");

  private MetadataRules() {}

  /** Whether a name can be one part of the path of a request. */
  public static boolean isPathSegment(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('%') < 0;
  }

  static void check(KubeObject object, Found found) {
    boolean namespace = object.kind().equals("Namespace") && object.group().isEmpty();
    if (!namespace && !GROUPS.contains(object.group())) {
      return;
    }
    YamlCursor metadata = object.root().get("metadata");
    name(metadata, found);
    Found.text(metadata.get("namespace"))
        .filter(name -> !isNamespace(name))
        .ifPresent(
            _ -> found.applied(metadata.get("namespace"), "no namespace can have this name"));
    LabelSyntax.labels(metadata.get("labels"), found::applied);
    for (YamlCursor annotation : metadata.get("annotations").entries()) {
      String key = annotation.key().toLowerCase(Locale.ROOT);
      if (!key.equals("<<") && !LabelSyntax.isTemplate(key) && !LabelSyntax.isKey(key)) {
        found.applied(annotation, "this is not a valid annotation key");
      }
    }
    for (YamlCursor finalizer : metadata.get("finalizers").items()) {
      Optional<String> text = Found.text(finalizer);
      if (text.isPresent() && !isFinalizer(text.get())) {
        found.applied(finalizer, "a finalizer is named with its domain, as in example.com/name");
      }
    }
    for (YamlCursor owner : metadata.get("ownerReferences").items()) {
      for (String field : List.of("apiVersion", "kind", "name", "uid")) {
        if (!owner.get(field).isSet() && !UnknownValue.hides(owner.get(field))) {
          found.applied(owner, "a reference to an owner needs its " + field);
          break;
        }
      }
    }
    YamlCursor created = metadata.get("creationTimestamp");
    if (Found.text(created).filter(t -> !TIME.matcher(t).matches()).isPresent()) {
      found.applied(created, "this is not a valid time");
    }
  }

  private static void name(YamlCursor metadata, Found found) {
    YamlCursor name = metadata.get("name");
    boolean generated = Found.text(metadata.get("generateName")).isPresent();
    if (name.exists() && name.raw().isEmpty() && !generated) {
      found.applied(name, "an object needs a name");
    }
    if (Found.text(name).filter(n -> !isPathSegment(n)).isPresent()) {
      found.applied(name, "a name holds neither / nor %, and is neither . nor ..");
    }
  }

  private static boolean isNamespace(String name) {
    return name.length() <= LONGEST_LABEL && LABEL.matcher(name).matches();
  }

  private static boolean isFinalizer(String text) {
    return OLD_FINALIZERS.contains(text) || (text.indexOf('/') >= 0 && LabelSyntax.isKey(text));
  }
}
