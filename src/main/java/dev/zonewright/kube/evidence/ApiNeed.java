package dev.zonewright.kube.evidence;

import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a pod speaks to the Kubernetes API, as far as the opened manifests show. */
public final class ApiNeed {
  /** Where the token of a pod's account stands in its containers. */
  public static final String FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

  private static final Pattern FLAG =
      Pattern.compile(
          "--?(enable-)?(leader-elect|leader-election|leaderelection|enable-leader-election"
              + "|kubeconfig|kube-config|in-cluster|incluster|apiserver-host|kube-api|kube-apiserver"
              + "|kubernetes-url|kubernetes-service|kubernetes\\.in-cluster|use-kubernetes"
              + "|leader-elect-[a-z-]+|leader-election-[a-z-]+|election-id|publish-service"
              + "|ingress-class|watch-namespaces?|providers?\\.kubernetes[a-z]*)(\\W.*|)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern PROGRAM =
      Pattern.compile("(kubectl|helm|oc|kustomize|argocd|velero|istioctl|kubeadm|flux)");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "KUBECONFIG|KUBERNETES_SERVICE_(HOST|PORT)|(ENABLE_)?LEADER_ELECT(ION)?(_.*)?"
              + "|IN_CLUSTER(_.*)?|(VAULT_)?K8S_.*|KUBERNETES_(MASTER|NAMESPACE|API.*)|WATCH_NAMESPACE|OPERATOR_NAME");

  private static final Pattern IMAGE =
      Pattern.compile(
          "(^|.*[-_.])(kubectl|k8s-sidecar|kubernetes-client|operator|kube-state-metrics"
              + "|external-dns|cluster-autoscaler|cainjector|kube-rbac-proxy)([-_.].*|$)"
              + "|.*-(controller|operator|provisioner|webhook|attacher|snapshotter|resizer)$");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Memo.Key<PodView, Optional<String>> USE = new Memo.Key<>(ApiNeed::find);

  private ApiNeed() {}

  /** Why the token cannot be taken away unasked; empty where nothing shows a need. */
  public static Optional<String> objection(PodView pod, ClusterLookup cluster) {
    if (pod.spec().get(ServiceAccounts.AUTOMOUNT).isTrue()) {
      return Optional.of("automountServiceAccountToken: true is written out, so somebody wants it");
    }
    String account = ServiceAccounts.of(pod);
    String namespace = pod.object().namespace();
    List<KubeObject> own = Bindings.ofAccount(cluster, namespace, account);
    if (!own.isEmpty()) {
      return Optional.of(
          "%s gives its account %s permissions".formatted(own.getFirst().label(), account));
    }
    Optional<String> used = use(pod);
    if (used.isPresent()) {
      return used;
    }
    List<KubeObject> groups = Bindings.ofGroups(cluster, namespace);
    if (!groups.isEmpty()) {
      return Optional.of(
          "%s gives permissions to a group that its account %s belongs to"
              .formatted(groups.getFirst().label(), account));
    }
    boolean known =
        account.equals(ServiceAccounts.DEFAULT)
            || cluster.serviceAccount(namespace, account).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(
            "ServiceAccount %s is not opened, so what it is for is not known".formatted(account));
  }

  /** The binding that records the need of a workload with an account of its own. */
  public static Optional<KubeObject> onRecord(PodView pod, ClusterLookup cluster) {
    String account = ServiceAccounts.of(pod);
    if (account.equals(ServiceAccounts.DEFAULT) || Agents.isDeclared(pod)) {
      return Optional.empty();
    }
    return Bindings.ofAccount(cluster, pod.object().namespace(), account).stream()
        .filter(binding -> Bindings.grantsSomething(binding, cluster))
        .findFirst();
  }

  /** The first sign in the pod itself that it speaks to the API, as a clause. */
  public static Optional<String> use(PodView pod) {
    return pod.facts().get(USE, pod);
  }

  private static Optional<String> find(PodView pod) {
    for (ContainerView container : pod.containers()) {
      Optional<String> sign = use(container);
      if (sign.isPresent()) {
        return Optional.of("container %s %s".formatted(container.name(), sign.get()));
      }
    }
    return ImageSigns.addedUser(pod);
  }

  private static Optional<String> use(ContainerView container) {
    for (String text : Commands.textsOf(container)) {
      if (text.contains(FOLDER) || text.contains("kubernetes.io/serviceaccount")) {
        return Optional.of("reads the folder of the token");
      }
    }
    for (String text : Commands.textsOf(container)) {
      for (String word : SPACES.split(text)) {
        if (word.startsWith("-") && FLAG.matcher(word).matches() && !word.endsWith("=false")) {
          return Optional.of("is started with " + word.replaceFirst("=.*", ""));
        }
      }
    }
    for (String word : Commands.wordsOf(container)) {
      if (PROGRAM.matcher(word).matches()) {
        return Optional.of("runs " + word);
      }
    }
    for (YamlCursor variable : container.at().get("env").items()) {
      String name = variable.get("name").raw();
      if (VARIABLE.matcher(name).matches() || variable.get("value").raw().contains(FOLDER)) {
        return Optional.of("is given the variable %s".formatted(name));
      }
    }
    return ofImage(container.at().get("image").raw());
  }

  private static Optional<String> ofImage(String image) {
    String plain = upTo('@', image).toLowerCase(Locale.ROOT);
    String last = upTo(':', plain.substring(plain.lastIndexOf('/') + 1));
    return IMAGE.matcher(last).matches() || ImageSigns.worksWithApi(last)
        ? Optional.of(
            "has the image %s, which looks like one that works with the API".formatted(last))
        : Optional.empty();
  }

  private static String upTo(char end, String text) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
