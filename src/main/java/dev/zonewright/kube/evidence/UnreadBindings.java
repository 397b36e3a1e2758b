package dev.zonewright.kube.evidence;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may bind an account without being seen: files and documents that cannot be read, templates
 * that were not rendered, bindings whose subjects something else fills in, and other objects of
 * which bindings are made.
 */
public final class UnreadBindings {
  private static final Pattern KIND = Pattern.compile("\\bkind[\"']?\\s*:");

  private static final Pattern OF_ACCOUNTS =
      Pattern.compile(KIND.pattern() + "\\s*[\"']?(\\w*Binding|ServiceAccount|List\\b|\\{\\{|\\$)");

  private UnreadBindings() {}

  /** A document where it stands. */
  private record At(Manifest manifest, YamlStream.Part part) {
    String text() {
      return manifest.stream().textOf(part);
    }

    String name() {
      return "document %d of %s".formatted(part.number(), manifest.file());
    }
  }

  /**
   * The first of them, as a clause without its end: {@code document 3 of a.yaml cannot be read}.
   *
   * @param objects those of each document of the manifests
   */
  public static Optional<String> first(
      List<Manifest> manifests, List<List<KubeObject>> objects, List<Unreadable> unreadable) {
    if (!unreadable.isEmpty()) {
      return Optional.of(unreadable.getFirst().file() + " cannot be read");
    }
    int at = 0;
    for (Manifest manifest : manifests) {
      for (YamlStream.Part part : manifest.stream().parts()) {
        Optional<String> found = ofDocument(new At(manifest, part), objects.get(at++));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofDocument(At at, List<KubeObject> objects) {
    if (at.part().document().problem().isPresent()) {
      String text = at.text();
      boolean may =
          OF_ACCOUNTS.matcher(text).find() || (text.contains("{{") && !KIND.matcher(text).find());
      return may ? Optional.of(at.name() + " cannot be read") : Optional.empty();
    }
    if (!objects.isEmpty()) {
      return objects.stream().flatMap(o -> ofObject(o).stream()).findFirst();
    }
    YamlCursor root = at.part().document().cursor();
    if (UnknownValue.isTemplate(root)) {
      return Optional.of(at.name() + " is a template that was not rendered");
    }
    boolean patch =
        root.items().stream().anyMatch(op -> op.get("path").raw().startsWith("/subjects"));
    return patch ? Optional.of(at.name() + " is a patch of a binding") : Optional.empty();
  }

  private static Optional<String> ofObject(KubeObject object) {
    String kind = object.kind();
    if (kind.indexOf('{') >= 0 || kind.indexOf('$') >= 0) {
      return Optional.of("the kind of %s is filled in later".formatted(object.label()));
    }
    if (!kind.equals("RoleBinding") && !kind.equals("ClusterRoleBinding")) {
      return OtherGrants.in(object) ? Optional.of(grants(object)) : Optional.empty();
    }
    if (object.isOfCustomKind() && object.root().get("userNames").isSet()) {
      return Optional.of(grants(object));
    }
    YamlCursor subjects = object.root().get("subjects");
    if (Patch.is(object) && subjects.exists()) {
      return Optional.of("%s is a patch of a binding".formatted(object.label()));
    }
    boolean later =
        UnknownValue.hides(subjects)
            || subjects.items().stream()
                .anyMatch(subject ->
                    UnknownValue.isPlaceholder(subject)
                        || UnknownValue.isPlaceholder(subject.get("name"))
                        || UnknownValue.isPlaceholder(subject.get("namespace")));
    return later
        ? Optional.of("%s has subjects that are filled in later".formatted(object.label()))
        : Optional.empty();
  }

  private static String grants(KubeObject object) {
    return "%s gives accounts permissions in a way that is not followed".formatted(object.label());
  }
}
