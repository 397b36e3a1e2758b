package dev.zonewright.kube;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.SeenStrings;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A thing with a kind: a document's root, or an item of a list object.
 *
 * @param namespace as written, else the one that it was said to go to; empty when there is neither
 * @param root where the object stands in its document
 * @param listedAsPatch whether an opened Kustomization names its file among its patches
 * @param listedAsAgent whether a review lists it among its AI agents
 * @param facts what has been worked out about it
 */
public record KubeObject(
    String apiVersion,
    String kind,
    String namespace,
    String name,
    YamlCursor root,
    boolean listedAsPatch,
    boolean listedAsAgent,
    Memo facts) {
  /**
   * No object is listed among the agents. One value for all who read without a review: the analysis
   * asks it for each object, and machine code that was made for one class of it holds for all.
   */
  public static final Predicate<ObjectRef> NO_AGENTS = _ -> false;

  private static final SeenStrings GROUPS = new SeenStrings();

  private static final Set<String> PLAIN_GROUPS =
      Set.of("apps", "batch", "autoscaling", "policy", "extensions");

  /** Objects of these kinds belong to no namespace, and so to no tenant. */
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "APIService",
          "CSIDriver",
          "CSINode",
          "CertificateSigningRequest",
          "ClusterRole",
          "ClusterRoleBinding",
          "ComponentStatus",
          "CustomResourceDefinition",
          "DeviceClass",
          "FlowSchema",
          "IPAddress",
          "IngressClass",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PodSecurityPolicy",
          "PriorityClass",
          "PriorityLevelConfiguration",
          "RuntimeClass",
          "ServiceCIDR",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeAttachment",
          "VolumeAttributesClass",
          // of the network, storage and gateways beside the core
          "AdminNetworkPolicy",
          "BaselineAdminNetworkPolicy",
          "CiliumClusterwideNetworkPolicy",
          "ClusterNetworkPolicy",
          "GatewayClass",
          "GlobalNetworkPolicy",
          "ResourceSlice",
          "VolumeSnapshotClass",
          "VolumeSnapshotContent",
          // of operators: their pods run in the namespaces of those who use them
          "ClusterAnalysisTemplate",
          "ClusterBuildStrategy",
          "ClusterIssuer",
          "ClusterPolicy",
          "ClusterServingRuntime",
          "ClusterTask",
          "ClusterTrainingRuntime",
          "ClusterWorkflowTemplate");

  /**
   * The objects of a document: its root, or, in a {@code List} or typed list ({@code
   * DeploymentList}), the items. None when the root is no mapping with a kind.
   */
  public static List<KubeObject> in(YamlCursor root) {
    return in(root, "");
  }

  /**
   * The same.
   *
   * @param home the namespace that objects go to that name none; empty where that is not known
   */
  public static List<KubeObject> in(YamlCursor root, String home) {
    return in(root, home, false, NO_AGENTS);
  }

  /**
   * The same, with what other files say of them.
   *
   * @param home the namespace that objects go to that name none; empty where that is not known
   * @param listedAsPatch whether a Kustomization names the file among its patches
   * @param agents which of them a review lists among its AI agents
   */
  public static List<KubeObject> in(
      YamlCursor root, String home, boolean listedAsPatch, Predicate<ObjectRef> agents) {
    List<KubeObject> out = new ArrayList<>();
    collect(root, out, Implied.NOTHING, home, listedAsPatch, agents);
    return List.copyOf(out);
  }

  /** What a typed list says of its items that do not say it themselves. */
  private record Implied(String apiVersion, String kind) {
    static final Implied NOTHING = new Implied("", "");

    static Implied by(String apiVersion, String listKind) {
      return listKind.equals("List")
          ? NOTHING
          : new Implied(apiVersion, listKind.substring(0, listKind.length() - "List".length()));
    }
  }

  private static void collect(
      YamlCursor at,
      List<KubeObject> out,
      Implied implied,
      String home,
      boolean listedAsPatch,
      Predicate<ObjectRef> agents) {
    String apiVersion = at.get("apiVersion").string().orElse("");
    String kind = at.get("kind").string().orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      // kubectl fills in both where one is missing
      apiVersion = implied.apiVersion.isEmpty() ? apiVersion : implied.apiVersion;
      kind = implied.kind.isEmpty() ? kind : implied.kind;
    }
    if (!at.isMapping() || kind.isEmpty()) {
      return;
    }
    if (isList(at, kind)) {
      Implied ofItems = Implied.by(apiVersion, kind);
      for (YamlCursor item : at.get("items").items()) {
        collect(item, out, ofItems, home, listedAsPatch, agents);
      }
      return;
    }
    YamlCursor metadata = at.get("metadata");
    KubeObject unlisted =
        new KubeObject(
            apiVersion,
            kind,
            namespaceIn(metadata, kind, home),
            nameIn(metadata),
            at,
            listedAsPatch,
            false,
            new Memo());
    out.add(agents.test(ObjectRef.of(unlisted)) ? unlisted.asAgent() : unlisted);
  }

  private KubeObject asAgent() {
    return new KubeObject(apiVersion, kind, namespace, name, root, listedAsPatch, true, new Memo());
  }

  private static String namespaceIn(YamlCursor metadata, String kind, String home) {
    String written = metadata.get("namespace").string().orElse("");
    return written.isEmpty() && !isClusterScoped(kind) ? home : written;
  }

  private static String nameIn(YamlCursor metadata) {
    return metadata
        .get("name")
        .string()
        .or(() -> metadata.get("generateName").string())
        .orElseGet(() -> metadata.get("name").isNull() ? "" : metadata.get("name").raw());
  }

  /** Whether the object is only a wrapper of others. */
  public static boolean isList(YamlCursor at, String kind) {
    return kind.endsWith("List") && at.get("items").isSequence();
  }

  public boolean isClusterScoped() {
    return isClusterScoped(kind);
  }

  /** Whether objects of this kind belong to no namespace. */
  public static boolean isClusterScoped(String kind) {
    return CLUSTER_SCOPED.contains(kind);
  }

  /** Whether its API group is one that is added to a cluster, as operators do. */
  public boolean isOfCustomKind() {
    String group = group();
    if (!group.contains(".")) {
      // only Kubernetes has groups without a dot: another one is misspelled, and what it runs shows
      return !group.isEmpty() && !PLAIN_GROUPS.contains(group);
    }
    return !group.endsWith(".k8s.io") || group.endsWith(".x-k8s.io");
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : GROUPS.same(apiVersion.substring(0, slash));
  }

  /** The tenant that it belongs to; empty for an object of the whole cluster. */
  public Optional<String> tenant() {
    if (kind.equals("Namespace")) {
      return Optional.of(name);
    }
    if (isClusterScoped()) {
      return Optional.empty();
    }
    return Optional.of(namespace.isEmpty() ? Tenants.DEFAULT : namespace);
  }

  /** Kind and name, as people say it. */
  public String label() {
    return Masked.within(name.isEmpty() ? kind : kind + " " + name);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KubeObject that
        && facts.equals(that.facts)
        && listedAsPatch == that.listedAsPatch
        && listedAsAgent == that.listedAsAgent
        && name.equals(that.name)
        && namespace.equals(that.namespace)
        && kind.equals(that.kind)
        && apiVersion.equals(that.apiVersion)
        && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return ((name.hashCode() * 31 + namespace.hashCode()) * 31 + kind.hashCode()) * 31
        + facts.hashCode();
  }
}
