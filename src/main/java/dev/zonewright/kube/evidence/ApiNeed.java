package dev.zonewright.kube.evidence;

import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.evidence.known.ApiNames;
import dev.zonewright.kube.evidence.known.Builds;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a pod calls the Kubernetes API, as far as the opened manifests show. */
public final class ApiNeed {
  /** Where the token of a pod's account stands in its containers. */
  public static final String FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

  private static final Pattern FLAG =
      Pattern.compile(
          "--?(enable-)?(leader-elect|leader-election|leaderelection|enable-leader-election"
              + "|kubeconfig|kube-config|in-cluster|incluster|apiserver-host|kube-api|kube-apiserver"
              + "|kubernetes-url|kubernetes-service|kubernetes\\.in-cluster|use-kubernetes"
              + "|leader-elect-[a-z-]+|leader-election-[a-z-]+|election-id|publish-service"
              + "|ingress-class|watch-namespaces?|providers?\\.kubernetes[a-z]*"
              // options that begin with the word, and those of the frame that controllers share
              + "|([a-z0-9]+[.-]){0,4}(kube|k8s|kubernetes)[a-z.-]*|health-probe-bind-address"
              + "|zap-[a-z-]+"
              + "|namespaces?|all-namespaces|controller-namespace|pod-namespace|service-account"
              + "|[a-z-]*(configmaps?|config-map|crd|crds|apiserver|api-server|node-name)"
              + "|lease-name(space)?|lock-(object|namespace)[a-z-]*|openshift-[a-z-]+|default-backend-service|authentication-skip-lookup"
              + "|requestheader-[a-z-]+)(\\W.*|)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The same inside a longer text, and the server's own name. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(provider|source|backend|registry|discovery)\\s{0,9}=\\s{0,9}(kubernetes|k8s|kube|in-?cluster)\\b"
              + "|kubernetes\\.default(\\.svc|[:/\\s\"']|$)|https?://kubernetes([:/\\s\"']|$)"
              + "|\\bKUBE_?PING\\b|peer_discovery_k8s\\b|\\bk8s://"
              + "|KUBERNETES_(SERVICE_(HOST|PORT)|PORT_443)|\\bauth/(kubernetes|k8s)\\b"
              + "|\\bauthn-k8s\\b|\\bspark\\.kubernetes\\."
              // a Java option that names the cluster: -Dspring.cloud.kubernetes.enabled=true
              + "|-D[a-z0-9._-]*=?(kubernetes|k8s)[a-z0-9._-]*(=(?!false)|\\s|$)",
          Pattern.CASE_INSENSITIVE);

  /** How programs in Python, Go and JavaScript take up their client. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "load_incluster_config|\\bInClusterConfig\\b|loadFromCluster"
              + "|\\b(from|import)\\s+(kubernetes(_asyncio)?|kr8s|pykube|lightkube|kopf)\\b"
              + "|@kubernetes/client-node|io\\.fabric8\\.kubernetes");

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(manager|operator|kubectl|helm|oc|kustomize|argocd|velero|istioctl|kubeadm|flux|flanneld"
              + "|linkerd|k9s|tkn|kn"
              + "|helmfile|pulumi|terraform|terragrunt|tofu|ansible-playbook|kapp|kluctl|skaffold"
              + "|argo|(kubectl|kubernetes|k8s)-[a-z.-]+|kubeseal|calicoctl|cilium|cilium-agent"
              + "|spark-submit)");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "KUBECONFIG|KUBERNETES_SERVICE_(HOST|PORT)|(ENABLE_)?LEADER_ELECT(ION)?(_.*)?"
              + "|AKKA_(CLUSTER_BOOTSTRAP|DISCOVERY)(_.*)?|IN_CLUSTER(_.*)?|WATCH_NAMESPACES?"
              + "|OPERATOR_(NAME|NAMESPACE)"
              + "|(?!.*(GOOGLE|GCP|GCLOUD|FIREBASE|GCS))(.*_)?SERVICE_?ACCOUNT(_NAME)?"
              + "|(.*_)?(K8S|KUBE|KUBERNETES)(_.*)?",
          Pattern.CASE_INSENSITIVE);

  /** Names of one's own pod and node, which programs are given for their logs and metrics. */
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(.*_)?(NODE|POD|HOST|CONTAINER)_?(NAME|IP|UID|NAMESPACE)S?"
              + "|(.*_)?SERVICE_?ACCOUNT(_NAME)?");

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
      return Optional.of(
          "automountServiceAccountToken: true is set explicitly, so somebody wants it");
    }
    String account = ServiceAccounts.of(pod);
    String namespace = pod.object().namespace();
    if (inheritsTrue(pod, cluster.serviceAccount(namespace, account))) {
      return Optional.of(
          "ServiceAccount %s has automountServiceAccountToken: true set explicitly, so somebody wants it"
              .formatted(account));
    }
    Optional<KubeObject> own = Bindings.ofAccount(cluster, namespace, account).findFirst();
    if (own.isPresent()) {
      return Optional.of(
          "%s gives its account %s permissions".formatted(own.get().label(), account));
    }
    Optional<String> used = use(pod);
    if (used.isPresent()) {
      return used;
    }
    Optional<String> configured =
        ConfigSigns.of(pod, cluster).or(() -> ServedPorts.handsOn(pod, cluster));
    if (configured.isPresent()) {
      return configured;
    }
    Optional<String> added =
        cluster
            .object("Namespace", "", namespace.isEmpty() ? Tenants.DEFAULT : namespace)
            .flatMap(at -> ImageSigns.addedUser(pod, at));
    if (added.isPresent()) {
      return added;
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
        ? Platform.objection(pod.object())
            .or(() ->
                NodeAgent.of(pod, cluster)
                    .map(work -> work + ", as agents of the node do, which mostly call the API"))
            .or(() -> unread(cluster))
        : Optional.of(
            "ServiceAccount %s is not opened, so what it is for is not known".formatted(account));
  }

  /** That no binding names an account is known only where all that may be one could be read. */
  public static Optional<String> unread(ClusterLookup cluster) {
    return cluster
        .unreadBinding()
        .map(at -> "%s, and may give the account permissions".formatted(at));
  }

  /** Whether a pod leaves it to its account, and the account says true in so many words. */
  private static boolean inheritsTrue(PodView pod, Optional<KubeObject> account) {
    return !pod.spec().get(ServiceAccounts.AUTOMOUNT).isSet()
        && account.filter(a -> a.root().get(ServiceAccounts.AUTOMOUNT).isTrue()).isPresent();
  }

  /** The binding that records the need of a workload with an account of its own. */
  public static Optional<KubeObject> onRecord(PodView pod, ClusterLookup cluster) {
    String account = ServiceAccounts.of(pod);
    return account.equals(ServiceAccounts.DEFAULT) || Agents.isDeclared(pod)
        ? Optional.empty()
        : cluster.ask(new Bindings.Granting(pod.object().namespace(), account));
  }

  /** The first sign in the pod itself that it speaks to the API, as a clause. */
  public static Optional<String> use(PodView pod) {
    return pod.facts().get(USE, pod);
  }

  private static Optional<String> find(PodView pod) {
    if (pod.containers().isEmpty()) {
      return Optional.of("its containers are not listed here, so what they do is not known");
    }
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
        if (word.startsWith("-") && speaksOf(word) && !word.endsWith("=false")) {
          return Optional.of("is started with " + word.replaceFirst("=.*", ""));
        }
      }
    }
    for (String text : Commands.textsOf(container)) {
      if (WITHIN.matcher(text).find() || isClient(text) || ConfigSigns.isSpeaking(text)) {
        return Optional.of("calls the cluster's API in its command");
      }
    }
    for (String word : Commands.wordsOf(container)) {
      if (isProgram(word)) {
        return Optional.of("runs " + word);
      }
    }
    for (String text : Commands.textsOf(container)) {
      // the value of the option before it, or the name of a command
      if (ClusterWords.chooses(text)) {
        return Optional.of("is started with " + text);
      }
    }
    for (YamlCursor variable : container.at().get("env").items()) {
      String name = variable.get("name").raw();
      boolean own =
          variable.get("valueFrom", "fieldRef").isSet() && OWN_NAME.matcher(name).matches();
      String value = variable.get("value").raw();
      if ((!own && VARIABLE.matcher(name).matches()) || isSpeaking(name, value)) {
        return Optional.of("is given the variable %s".formatted(name));
      }
    }
    return ofVault(container).or(() -> ofImage(container));
  }

  /** Vault's clients may log in with the token, unless they are given another way. */
  private static Optional<String> ofVault(ContainerView container) {
    List<String> names =
        container.at().get("env").items().stream().map(one -> one.get("name").raw()).toList();
    return ApiNames.mayLogInToVault(names)
        ? Optional.of("is given the variable VAULT_ADDR, and may log in to Vault with the token")
        : Optional.empty();
  }

  /** Whether a variable with that value, which is not filled in from the pod, speaks of the API. */
  static boolean isVariable(String name, String value) {
    return VARIABLE.matcher(name).matches() || isSpeaking(name, value);
  }

  private static boolean isSpeaking(String name, String value) {
    return value.contains(FOLDER)
        || WITHIN.matcher(value).find()
        || ClusterWords.chooses(value)
        || ClusterWords.lists(name, value)
        || ConfigSigns.isSpeaking(value)
        || isSecretOfVault(value);
  }

  /** What a webhook replaces by a secret, for which it logs in with the token. */
  private static boolean isSecretOfVault(String value) {
    return value.startsWith("vault:") && value.contains("#");
  }

  /** Whether the program of that name works with the API. */
  static boolean isProgram(String word) {
    return PROGRAM.matcher(word).matches() || ApiNames.isTool(word);
  }

  /** Whether a program's text uses a client of the API. */
  static boolean isClient(String text) {
    return CLIENT.matcher(text).find();
  }

  private static boolean speaksOf(String option) {
    return FLAG.matcher(option).matches() || ClusterWords.inOption(option);
  }

  private static Optional<String> ofImage(ContainerView container) {
    if (ImageSigns.runsBuilds(container)
        && !Builds.isDockerfile(container.at().get("image").raw())) {
      return Optional.of("runs the commands of builds, which may call the API");
    }
    String image = container.at().get("image").raw().toLowerCase(Locale.ROOT);
    String last = ImageName.last(image);
    String named = ImageName.owner(image) + "-" + last;
    boolean known =
        IMAGE.matcher(last).matches()
            || ImageSigns.worksWithApi(last)
            || ImageSigns.worksWithApi(named)
            || ApiNames.isTagged(image);
    // a controller of the cluster has an account of its own, to which permissions are given
    boolean vague =
        ServiceAccounts.of(container.pod()).equals(ServiceAccounts.DEFAULT)
            ? ApiNames.isVague(image, last)
            : ApiNames.isBusiness(image, last);
    return (known && !vague) || ImageSigns.isForKubernetes(image)
        ? Optional.of(
            "has the image %s, which looks like one that works with the API".formatted(last))
        : Optional.empty();
  }
}
