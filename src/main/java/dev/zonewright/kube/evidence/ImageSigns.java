package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.known.ApiNames;
import dev.zonewright.kube.evidence.known.Builds;
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
          ".*(controller|operator|provisioner)|(.*-)?(webhook|attacher|snapshotter|resizer)"
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
              + "|spire-agent|fluentd.*|filebeat|metricbeat|packetbeat|heartbeat|elastic-agent"
              + "|telegraf"
              + "|falco|falcosidekick.*|oneagent|(datadog|newrelic|splunk|sysdig|grafana|aws"
              + "|wazuh)-agent"
              + "|cloudwatch-agent|newrelic-.*|infrastructure-bundle|vector|sysdig.*|proxyv2"
              + "|longhorn-.*manager|system-upgrade-.*|helm-controller"
              + "|kube-.*|kubeapps-.*|kubernetes-ingress|argo-events|opencost|envoyproxy-gateway"
              + "|kueue"
              + "|vc-(scheduler|webhook-manager)|yunikorn(-.*)?|stash(-enterprise)?|kasten-images-.*"
              + "|oci-monitor|px-.*|stork|piraeus-server|pinniped-server|octant|fleet-agent"
              + "|karmada-.*"
              + "|submariner-.*|moon|crossplane|cloudnative-pg|tel2|chaos-(dashboard|daemon|runner)"
              + "|litmusportal-.*|k3k|tailscale|ml-pipeline-.*|centraldashboard|seldon-core-.*"
              + "|helm|helmfile|pulumi|terraform|terragrunt|opentofu|atlantis|kustomize|pomerium"
              + "|vmagent|hazelcast(-enterprise)?|argo-rollouts|contour|skipper|nginx-ingress"
              + "|emissary"
              + "|ambassador|flagger|keel|portainer-(ce|ee)|dagster-(celery-)?k8s|datadoghq-agent"
              + "|node-problem-detector|aws-node-termination-handler|cockroach-self-signer-cert"
              + "|coder-coder|teleport(-.*)?|drone-runner-kube"
              + "|kubernetes-(replicator|fluentd|.*-(generator|exporter))|k8s|k9s|karpenter"
              + "|goldpinger|chaoskube|pod-reaper|event-?(exporter|router)"
              + "|leader-elector|(weaveworks|fluxcd)-(flux|scope)|faas-netes|spegel"
              + "|storage-provisioner|nginx-gateway-fabric"
              + "|haproxy-ingress|policy-reporter|inspektor-gadget|klipper-helm|dynatrace-activegate");

  /**
   * Owners of images all of which are made for clusters, as kubeflow's and kubecost's. What is
   * called k8s or k8s-prod alone is a folder for images of any kind.
   */
  private static final Pattern FOR_KUBERNETES =
      Pattern.compile(
          "(kube(?!rnetes([-_]|$))[a-z0-9]|k8s[a-z])[a-z0-9_-]*"
              + "|linkerd|kyverno|stackrox|fission|oamdev|openebs|longhornio|portainer|twistlock");

  /** Programs with a sandbox of their own, which makes user namespaces. */
  private static final Pattern BROWSER =
      Pattern.compile(
          ".*\\b(chrom(e|ium)|browserless|headless-shell|puppeteer|playwright|selenium|cypress"
              + "|kasmweb|gotenberg|webdriver|grafana-image-renderer|(lighthouse|backstopjs"
              + "|sitespeed\\.io"
              + "|mermaid-cli|jsreport|neko|sockpuppetbrowser|waha|rendertron|prerender|testcafe"
              + "|pa11y"
              + "|browsertrix|crawl4ai|steel-browser|electron)\\b).*");

  /** Variables that such a browser, or what drives it, is set up with. */
  private static final Pattern BROWSER_VARIABLE =
      Pattern.compile("(PUPPETEER|PLAYWRIGHT|CHROME|CHROMIUM)_[A-Z0-9_]+");

  /** Programs that do not start without the kernel's newer ways to read and write. */
  private static final Pattern IO_URING = Pattern.compile(".*\\btigerbeetle.*");

  /** Images whose start or whose use calls sudo or another program that runs as its owner. */
  private static final Pattern SETUID =
      Pattern.compile(
          ".*\\b(code-server|jupyter|notebook|actions-runner|gha-runner|devcontainer|gitpod|coder"
              + "|postfix|exim|sendmail|mailserver|opensmtpd|netdata|zabbix|nagios|icinga|checkmk"
              + "|squid|linuxserver|judge0|nsjail|firejail|spilo|uptime-kuma|munin|fping|smokeping"
              + "|xrdp|htcondor"
              + "|slurm|cupsd?|omd-labs|thruk|rocker/(rstudio|verse|tidyverse|geospatial|shiny-verse)"
              + "|smtp(-relay|-server)?(?=[:@]|$)"
              + "|gvenzl/oracle|oracle\\.com/database|oracle/database|db2(_community)?/db2|ibmcom/db2"
              + "|(atmoz|emberstack)/sftp|selenium|librenms|cacti|observium|thecodingmachine).*");

  /** Images that s6-overlay starts: another user than root starts it by what runs as its owner. */
  private static final Pattern S6 =
      Pattern.compile(
          ".*\\b(home-assistant|hassio-addons|paperless-ngx|frigate|nginx-proxy-manager|scrypted"
              + "|crazymax|kubeflownotebookswg|tiredofit)\\b.*");

  /** What stands in the file of an image's program: without it the program does not start. */
  private static final Map<Pattern, String> IN_FILE =
      Map.of(
          Pattern.compile(
              ".*/(coredns|caddy|nginx-ingress|adguardhome|pihole|coturn|kube-apiserver|blocky|kong"
                  + "|kong-gateway|emissary|ambassador)|haproxytech/kubernetes-ingress|mssql/server"
                  + "|ingress-nginx/controller.*|.*/nginx-ingress-controller|powerdns/(pdns-auth"
                  + "|pdns-recursor|dnsdist)-.*"),
          "NET_BIND_SERVICE",
          Pattern.compile(".*/(vault|vault-enterprise|openbao)"),
          "IPC_LOCK",
          Pattern.compile(".*/(heartbeat|telegraf|ping[-_]exporter|packetbeat)"),
          "NET_RAW");

  /** Builders of images without root: they map users by programs that gain privileges. */
  private static final Pattern ROOTLESS =
      Pattern.compile(
          ".*(\\b((docker|dind)\\b.*rootless|buildkitd?\\b|buildah|podman|fuse-overlayfs"
              + "|bubblewrap)|(genuinetools|j3ss\\.co|jess)/img\\b).*");

  /** Programs that hold others back by means of the kernel. */
  private static final Pattern JAIL = Pattern.compile(".*(judge0|nsjail|firejail).*");

  /** Programs that send ICMP packets. */
  private static final Pattern RAW =
      Pattern.compile(".*(blackbox-exporter|smokeping|fping|nmap|traceroute|tcpdump|netshoot).*");

  /** Annotations by which a container is added that logs in with the token of the pod. */
  private static final Map<String, String> ADDED =
      Map.of(
          "vault.hashicorp.com/agent-inject", "Vault's agent",
          "linkerd.io/inject", "Linkerd's proxy",
          "dapr.io/enabled", "Dapr's sidecar",
          "consul.hashicorp.com/connect-inject", "Consul's proxy",
          "kuma.io/sidecar-injection", "Kuma's proxy",
          "k8s.conjur.org/inject", "Conjur's agent",
          "akeyless/enabled", "Akeyless's agent",
          "org.infisical.com/inject", "Infisical's agent",
          "openservicemesh.io/sidecar-injection", "Open Service Mesh's proxy",
          "sidecar.opentelemetry.io/inject", "OpenTelemetry's collector");

  /** The same, by whichever of its annotations it is asked for. */
  private static final Map<String, String> ADDED_BY_PREFIX =
      Map.of("vault.security.banzaicloud.io/", "Vault's agent");

  private static final List<String> OFF = List.of("", "false", "disabled");

  private ImageSigns() {}

  /** Whether an image, by the last part of its name, is one that works with the API. */
  static boolean worksWithApi(String name) {
    return WITH_API.matcher(name).matches() || ApiNames.isProgram(name);
  }

  /** Whether an image's owner makes programs for clusters. */
  static boolean isForKubernetes(String image) {
    return FOR_KUBERNETES.matcher(ImageName.owner(image.toLowerCase(Locale.ROOT))).matches();
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
      String who = ADDED.getOrDefault(mark.key(), byPrefix(mark.key()));
      if (!who.isEmpty() && !OFF.contains(mark.raw())) {
        return Optional.of(
            "%s, which %s %s adds, needs the token".formatted(who, what, mark.key()));
      }
    }
    return Optional.empty();
  }

  private static String byPrefix(String key) {
    return ADDED_BY_PREFIX.entrySet().stream()
        .filter(known -> key.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
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
    if (runsBuilds(container)) {
      return Optional.of("it runs the commands of builds, which may gain privileges, as sudo does");
    }
    if (BROWSER.matcher(image).matches()) {
      return Optional.of("its browser may start its sandbox by a program that gains privileges");
    }
    if (Users.of(container) == Users.OTHER && isStartedByS6(container)) {
      return Optional.of(
          "it is started by s6-overlay, which first gains the rights of root if it runs as another"
              + " user");
    }
    return capabilityInFile(container)
        .map(name -> "its program is known to get %s from its file".formatted(name));
  }

  /** Whether it runs the commands of builds, which no manifest shows. */
  static boolean runsBuilds(ContainerView container) {
    return Builds.isImage(image(container))
        || container.at().get("env").items().stream()
            .anyMatch(variable -> Builds.isVariable(variable.get("name").raw()));
  }

  private static boolean isStartedByS6(ContainerView container) {
    return S6.matcher(image(container)).matches()
        || container.at().get("env").items().stream()
            .anyMatch(variable -> variable.get("name").raw().startsWith("S6_"));
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
    if (IO_URING.matcher(image).matches()) {
      return Optional.of("its program works with io_uring, which the profile blocks");
    }
    Optional<String> browser =
        container.at().get("env").items().stream()
            .map(variable -> variable.get("name").raw())
            .filter(name -> BROWSER_VARIABLE.matcher(name).matches())
            .findFirst();
    if (browser.isPresent()) {
      return Optional.of(
          "the variable %s points to a browser, which creates its own sandbox"
              .formatted(browser.get()));
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
