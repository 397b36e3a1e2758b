package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What images and annotations of well-known programs say of a need that no field shows: such a
 * program stops when it is taken away, although the manifest never speaks of it.
 */
final class ImageSigns {
  /** Programs that work with the Kubernetes API whatever their arguments. */
  private static final Pattern WITH_API =
      Pattern.compile(
          "(.*-)?(controller|operator|provisioner|webhook|attacher|snapshotter|resizer)"
              + "|argocd|velero|vault|vault-k8s|traefik|prometheus|metrics-server|kured|rancher"
              + "|pilot|descheduler|keda|kyverno|kyvernopre|gatekeeper|cluster-agent|gitlab-runner"
              + "|k8s-hub|consul-k8s-control-plane|dashboard-api|fluent-bit|promtail|alloy"
              + "|node-feature-discovery|reloader|kubernetes-dashboard|headlamp|kiali|spilo.*"
              + "|flannel|flannel-cni|speaker|workflow-controller|argocli|argoexec|virt-api"
              + "|cluster-proportional-autoscaler|vertical-pod-autoscaler.*|vpa-.*|addon-resizer"
              + "|oauth-proxy|kube-vip|kubewatch|botkube|popeye|polaris|goldilocks|kubecost.*"
              + "|eck-operator|patroni|stolon|k8s-wait-for|wait-for|kubectl-.*|actions-runner.*"
              + "|gha-runner.*|jenkins|airflow|spark.*|dask.*|ray|nats-box|external-secrets"
              + "|sealed-secrets.*|trivy-operator|starboard.*|k8s-agent.*|fleet|loft|vcluster.*"
              + "|activator|autoscaler|queue|skaffold|tekton.*|otelcol.*|opentelemetry-collector.*"
              + "|coredns|.*-apiserver|.*-adapter|cert-manager-.*|provisioner-.*|spire-server"
              + "|virt-(handler|launcher|controller)|.*-injector|.*-manager|csi-.*"
              + "|spire-agent|fluentd.*|filebeat|metricbeat|packetbeat|heartbeat|elastic-agent|telegraf"
              + "|falco|falcosidekick.*|oneagent|(datadog|newrelic|splunk|sysdig|grafana|aws|wazuh)-agent"
              + "|cloudwatch-agent|newrelic-.*|infrastructure-bundle|vector|sysdig.*|proxyv2"
              + "|kube-webhook-certgen|longhorn-.*manager|system-upgrade-.*|helm-controller");

  /** Programs with a sandbox of their own, which makes user namespaces. */
  private static final Pattern BROWSER =
      Pattern.compile(
          ".*(chrom(e|ium)|browserless|headless-shell|puppeteer|playwright|selenium|cypress"
              + "|kasmweb|gotenberg|webdriver).*");

  /** Images whose start or whose use calls sudo or another program that runs as its owner. */
  private static final Pattern SETUID =
      Pattern.compile(
          ".*(code-server|jupyter|notebook|actions-runner|gha-runner|devcontainer|gitpod|coder"
              + "|postfix|exim|sendmail|mailserver|opensmtpd|netdata|zabbix|nagios|icinga|checkmk"
              + "|squid|linuxserver|judge0|nsjail|firejail).*");

  /** What stands in the file of an image's program: without it the program does not start. */
  private static final Map<Pattern, String> IN_FILE =
      Map.of(
          Pattern.compile(
              ".*/(coredns|caddy|nginx-ingress|adguardhome|pihole|coturn|kube-apiserver|blocky|kong"
                  + "|kong-gateway|emissary|ambassador)|haproxytech/kubernetes-ingress|mssql/server"
                  + "|ingress-nginx/controller.*|.*/nginx-ingress-controller"),
          "NET_BIND_SERVICE",
          Pattern.compile(".*/(vault|vault-enterprise|openbao)"),
          "IPC_LOCK",
          Pattern.compile(".*/(heartbeat|telegraf|ping[-_]exporter|packetbeat)"),
          "NET_RAW");

  /** Builders of images without root: they map users by programs that gain privileges. */
  private static final Pattern ROOTLESS =
      Pattern.compile(".*(rootless|buildkit|buildah|podman|fuse-overlayfs|bubblewrap).*");

  /** Programs that hold others back by means of the kernel. */
  private static final Pattern JAIL = Pattern.compile(".*(judge0|nsjail|firejail).*");

  /** Programs that send ICMP packets. */
  private static final Pattern RAW =
      Pattern.compile(".*(blackbox-exporter|smokeping|fping|nmap|traceroute|tcpdump|netshoot).*");

  /** Annotations by which a container is added that logs in with the token of the pod. */
  private static final Map<String, String> ADDED =
      Map.of(
          "vault.hashicorp.com/agent-inject", "Vault's agent",
          "vault.security.banzaicloud.io/vault-addr", "Vault's agent",
          "linkerd.io/inject", "Linkerd's proxy",
          "dapr.io/enabled", "Dapr's sidecar",
          "consul.hashicorp.com/connect-inject", "Consul's proxy",
          "kuma.io/sidecar-injection", "Kuma's proxy",
          "k8s.conjur.org/inject", "Conjur's agent",
          "akeyless/enabled", "Akeyless's agent");

  private static final List<String> OFF = List.of("", "false", "disabled");

  private ImageSigns() {}

  /** Whether an image, by the last part of its name, is one that works with the API. */
  static boolean worksWithApi(String name) {
    return WITH_API.matcher(name).matches();
  }

  /** What is added to the pod and uses its token, as a clause. */
  static Optional<String> addedUser(PodView pod) {
    return added(pod.annotations(), "the annotation")
        .or(() -> added(pod.metadata().get("labels"), "the label"));
  }

  /** The same, where the pod's namespace asks for it and the pod does not say no. */
  static Optional<String> addedUser(PodView pod, KubeObject namespace) {
    YamlCursor metadata = namespace.root().get("metadata");
    return Stream.of("annotations", "labels")
        .map(metadata::get)
        .filter(marks -> marks.entries().stream().noneMatch(mark -> refuses(pod, mark.key())))
        .map(marks -> added(marks, "the mark of namespace %s".formatted(namespace.name())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean refuses(PodView pod, String key) {
    return Stream.of(pod.annotations(), pod.metadata().get("labels"))
        .map(marks -> marks.get(key))
        .anyMatch(mark -> mark.isSet() && OFF.contains(mark.raw()));
  }

  private static Optional<String> added(YamlCursor marks, String what) {
    for (YamlCursor mark : marks.entries()) {
      String who = ADDED.get(mark.key());
      if (who != null && !OFF.contains(mark.raw())) {
        return Optional.of(
            "%s, which %s %s adds, needs the token".formatted(who, what, mark.key()));
      }
    }
    return Optional.empty();
  }

  /** Why the container may gain privileges when a program starts, as a clause. */
  static Optional<String> gainsPrivileges(ContainerView container) {
    String image = image(container);
    if (ROOTLESS.matcher(image).matches()) {
      return Optional.of(
          "its image builds or runs containers without root, and maps users with newuidmap");
    }
    if (SETUID.matcher(image).matches()) {
      return Optional.of(
          "programs of its image are known to gain privileges, as sudo and sendmail do");
    }
    return capabilityInFile(container)
        .map(name -> "its program is known to get %s from its file".formatted(name));
  }

  /** Why the container may make system calls that the usual filter holds back, as a clause. */
  static Optional<String> usesSystemCalls(ContainerView container) {
    String image = image(container);
    if (BROWSER.matcher(image).matches()) {
      return Optional.of("its browser makes its own sandbox, with user namespaces");
    }
    if (JAIL.matcher(image).matches()) {
      return Optional.of("its image makes a sandbox for other programs, with user namespaces");
    }
    return ROOTLESS.matcher(image).matches()
        ? Optional.of("its image builds or runs containers without root, with user namespaces")
        : Optional.empty();
  }

  /** Why the container may need a capability of its program's file, as a clause. */
  static Optional<String> usesCapabilities(ContainerView container) {
    return gainsPrivileges(container)
        .or(() ->
            RAW.matcher(image(container)).matches()
                ? Optional.of("its image sends raw packets, for which it may need NET_RAW")
                : Optional.empty());
  }

  /** The capability in the file of the image's program, which does not start without it. */
  static Optional<String> capabilityInFile(ContainerView container) {
    String image = image(container);
    String named = ImageName.owner(image) + "/" + ImageName.last(image);
    return IN_FILE.entrySet().stream()
        .filter(known -> known.getKey().matcher(named).matches())
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  private static String image(ContainerView container) {
    return container.at().get("image").raw().toLowerCase(Locale.ROOT);
  }
}
