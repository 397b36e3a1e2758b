package dev.zonewright.kube.evidence.known;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of images and programs tell of the Kubernetes API, and which are everyday words. */
public final class ApiNames {
  /** Ends of names and whole names that programs of clusters have, and others as well. */
  private static final Pattern EVERYDAY =
      Pattern.compile(
          "(.*[-_.])?(controller|manager|adapter|injector|webhook|activator|autoscaler"
              + "|queue)(-v?[0-9.]+)?"
              + "|vector|fleet|moon|ray|loft|polaris|speaker|pilot|contour|stork|keel|skipper");

  /** Those that tell of no cluster either where the pod has an account of its own. */
  private static final Pattern OF_BUSINESS = Pattern.compile("(.*[-_.])?(manager|adapter|queue)");

  /** What such a name stands beside where it does tell of a cluster. */
  private static final Pattern OF_CLUSTER =
      Pattern.compile(
          "kube|k8s|ingress|cluster|node|\\bpods?\\b|cert|secret|volume|storage|csi|cni"
              + "|snapshot|gateway|\\bdns|load-?balancer|\\blb\\b|crd|namespace"
              + "|polic|workflow|argo|flux|knative|istio|linkerd|metallb|rancher|timberio|aerokube"
              + "|rayproject|loft|fairwinds|projectcontour|zalando"
              + "|portworx|openstorage|keel|/cmd/|quay\\.io/|registry\\.k8s|gcr\\.io/|jetstack|tekton"
              + "|openshift|operator|rollout|notebook|workspace|tenant|schedul|spark|helm|backup"
              + "|chaos");

  /** Programs that work with the API whatever their arguments, beside those known by their work. */
  private static final Pattern PROGRAMS =
      Pattern.compile(
          "(.*-)?fluent-?bit.*|(.*-)?otel-?col.*|.*otel-collector|.*opentelemetry-collector.*"
              + "|adot.*"
              + "|(instana|logdna|mezmo|sumologic|signalfx|appdynamics|site24x7|lightrun|checkly"
              + "|lacework|wiz|newrelic)-(agent|machine-agent|datacollector|sensor)|datacollector"
              + "|wiz-.*|falcon-.*"
              + "|aquasec-(enforcer|.*)|harness-delegate|harness-.*delegate.*|codefresh-.*|venona"
              + "|octopusdeploy-.*tentacle.*|kubernetes-agent-tentacle|spacelift-.*"
              + "|argocd-.*|argoproj(labs)?-.*|solo-io-.*|(.*-)?(origin|ose)-cli.*|crunchydata-.*"
              + "|crunchy-postgres.*"
              + "|conjur-.*|cyberark-.*|(.*-)?(consul-template|envconsul)|secretless-broker"
              + "|(.*-)?(voyager|kubed)|nsx-ncp|robusta-.*|k8s-(watcher|event.*|monitor.*|sidecar.*"
              + "|operator.*)|olm|packageserver|catalog-operator|tkn|gardendev-.*"
              + "|chaos-mesh|litmuschaos-.*|skooner.*|kube(?!rnetes)[a-z0-9-]+|traefik-.*"
              + "|mongodb-kubernetes-.*|(.*-)?oauth-proxy|clusterctl|virt-.*");

  private static final Pattern TOOLS =
      Pattern.compile(
          "garden|kopf|kamel|vela|zarf|timoni|helmsman|helmwave|nelm|mirrord|telepresence|kuttl"
              + "|chainsaw|sonobuoy|glooctl|meshctl|consul-k8s|stern|kubens|kubectx|devspace|okteto|tilt|werf|opencost|cmctl|clusterctl|virtctl"
              + "|subctl|odo|kubescape|popeye|kubeconform-live|helm-diff|k9s|kubie|nomad-k8s");

  /**
   * How the tag of a variant ends that holds the client for clusters, after its colon or one of the
   * marks: {@code 3-python3.12-kubernetes}.
   */
  private static final List<String> VARIANTS = List.of("kubernetes", "kubectl");

  private static final String MARKS = "-_.";

  /** The word that Istio replaces by its proxy. */
  private static final String INJECTED = "auto";

  private static final String VAULT = "VAULT_ADDR";

  /** What else a program is given to log in to Vault. */
  private static final Set<String> LOGIN_OF_VAULT =
      Set.of(
          "VAULT_TOKEN",
          "VAULT_TOKEN_FILE",
          "VAULT_DEV_ROOT_TOKEN_ID",
          "VAULT_ROLE_ID",
          "VAULT_SECRET_ID",
          "VAULT_APPROLE_ROLE_ID",
          "VAULT_USERNAME",
          "VAULT_CLIENT_CERT");

  private ApiNames() {}

  /** Whether variables lead to Vault, and no other way to log in is given than the token. */
  public static boolean mayLogInToVault(List<String> variables) {
    return variables.contains(VAULT) && variables.stream().noneMatch(LOGIN_OF_VAULT::contains);
  }

  /**
   * Whether a name that tells of the API in general may as well be of anything else: it is an
   * everyday word, and nothing around it speaks of clusters.
   */
  public static boolean isVague(String image, String last) {
    return EVERYDAY.matcher(last).matches() && !OF_CLUSTER.matcher(image).find();
  }

  /** The same where the pod has an account of its own, as a controller of the cluster has. */
  public static boolean isBusiness(String image, String last) {
    return OF_BUSINESS.matcher(last).matches() && isVague(image, last);
  }

  /** Whether an image, by its last part or its owner and its last part, works with the API. */
  public static boolean isProgram(String name) {
    return PROGRAMS.matcher(name).matches();
  }

  /** Whether an image, or its tag, names the variant that works with the API. */
  public static boolean isTagged(String image) {
    return image.equals(INJECTED)
        || VARIANTS.stream().anyMatch(variant -> image.endsWith(variant) && isTag(image, variant));
  }

  /** No pattern: it would try every colon of a long text with every mark behind it. */
  private static boolean isTag(String image, String variant) {
    int end = image.length() - variant.length();
    int colon = image.lastIndexOf(':', end - 1);
    return colon >= 0
        && (colon == end - 1
            || (MARKS.indexOf(image.charAt(end - 1)) >= 0
                && image.substring(colon, end).indexOf('/') < 0));
  }

  /** Whether a command is a tool for clusters. */
  public static boolean isTool(String word) {
    return TOOLS.matcher(word).matches();
  }
}
