package dev.zonewright.catalogue.added;

import dev.zonewright.control.Edits;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * An object that a fix adds to a tenant: behind the tenant's Namespace, or the first object that
 * names it.
 *
 * @param name what it is called; counted up where the name is taken
 * @param body what comes behind its metadata: the key, then its value
 */
public record NewObject(
    String apiVersion, String kind, String name, String key, YamlValue.Mapping body) {
  /** A fix to be reviewed that adds it. */
  public Fix to(TenantView tenant, String reason) {
    KubeObject anchor = tenant.anchor();
    String free = free(tenant);
    return Fix.reviewAcross(
        "Add %s %s".formatted(kind, free),
        reason,
        new Fix.Across() {
          @Override
          public void ask(Edits edits) {
            edits.add(new NewDocument(place(anchor, free), content(anchor, free)));
          }
        });
  }

  private YamlValue.Mapping content(KubeObject anchor, String free) {
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of(apiVersion),
        "kind",
        YamlValue.of(kind),
        "metadata",
        metadata(anchor, free),
        key,
        body);
  }

  /**
   * The namespace to write into an object beside another; empty where that one leaves it to the
   * command that applies both.
   */
  public static String namespaceBeside(KubeObject anchor) {
    return anchor.kind().equals("Namespace")
        ? anchor.name()
        : anchor.root().get("metadata", "namespace").string().orElse("");
  }

  static YamlValue.Mapping metadata(KubeObject anchor, String name) {
    String namespace = namespaceBeside(anchor);
    return namespace.isEmpty()
        ? YamlValue.mapping("name", YamlValue.of(name))
        : YamlValue.mapping("name", YamlValue.of(name), "namespace", YamlValue.of(namespace));
  }

  private String free(TenantView tenant) {
    List<String> taken = tenant.objects(kind).stream().map(KubeObject::name).toList();
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  /** Where it goes: JSON holds one object, so that another needs a file of its own. */
  public static Placement place(KubeObject anchor, String name) {
    boolean json =
        anchor.root().document().cursor().node().orElse(null) instanceof YamlMapping root
            && root.flow();
    return json
        ? new Placement.NewFile(name + ".yaml")
        : new Placement.Behind(ObjectRef.of(anchor));
  }
}
