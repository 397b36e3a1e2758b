package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.given.Given;
import dev.zonewright.kube.evidence.known.ApiNames;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the configuration that a pod is given by ConfigMaps makes it speak to the API. */
final class ConfigSigns {
  /** The server's name, and what well-known programs call a source that is the cluster. */
  private static final Pattern API =
      Pattern.compile(
          "kubernetes\\.default(\\.svc|[:/\\s\"']|$)|KUBERNETES_SERVICE_HOST|kubernetes_sd_config"
              + "|peer_discovery_k8s|k8s\\.host|kubernetes_(logs|events|metadata)|k8sattributes"
              + "|(k8s_cluster|k8sobjects|k8s_events|kubeletstats):"
              + "|[\\[\\s]\\[?(inputs|processors)\\.(kube|kubernetes)[a-z_]*\\]"
              + "|in[-_]?cluster|kubernetes\\.io/serviceaccount"
              // configurations of controllers
              + "|(^|\\n)\\s*[\"']?leader[-_]?elect(ion)?[\"']?\\s*[:=]\\s*[\"']?true"
              + "|(^|\\n)\\s*leader[-_]?election:\\s*\\n\\s+(leaderElect|enabled?|resource\\w*|id"
              + "|namespace|lease\\w*):(?!\\s*false)"
              + "|(^|\\n)apiVersion:\\s*([\\w.-]+\\.)?config\\.[\\w.-]+/v|controller-runtime\\.sigs"
              + "|(^|[\\n{,])\\s*[\"']?kube[-_]?(config|namespace|context)[\"']?\\s*[:=]"
              // CoreDNS: the plugin with its zone
              + "|(^|\\n)\\s+kubernetes\\s+[a-z0-9.-]+\\.(local|arpa)"
              // an option of its own that names the cluster as a source
              + "|(provider|backend|discovery|registry|type)s?[\"']?\\s*[:=]\\s*[\"']?"
              + "(kubernetes|k8s|in-?cluster)\\b"
              // Traefik, Keycloak and others: providers.kubernetes…, kubernetesCRD:
              + "|kubernetes(crd|ingress|gateway)\\s*[:=\\]{]|KUBE_PING|dns\\.kube\\.ping",
          Pattern.CASE_INSENSITIVE);

  private static final Memo.Key<KubeObject, Boolean> SPEAKS =
      new Memo.Key<>(ConfigSigns::speaksOfApi);

  private ConfigSigns() {}

  /** The first opened ConfigMap of the pod that speaks of the API, as a clause. */
  static Optional<String> of(PodView pod, ClusterLookup cluster) {
    return Given.all(pod, cluster).stream()
        .filter(map -> map.facts().get(SPEAKS, map))
        .findFirst()
        .map(map -> "its configuration in %s mentions the Kubernetes API".formatted(map.label()))
        .or(() -> ofVariables(pod, cluster));
  }

  /** A key that becomes a variable is read as one. */
  private static Optional<String> ofVariables(PodView pod, ClusterLookup cluster) {
    for (ContainerView container : pod.containers()) {
      List<KubeObject> given = Given.variables(container, cluster);
      List<String> names =
          given.stream().flatMap(map -> Given.texts(map).stream().map(YamlCursor::key)).toList();
      if (ApiNames.mayLogInToVault(names)
          && ApiNames.mayLogInToVault(namesWith(container, names))) {
        return Optional.of("its variables lead to Vault, to which it may log in with the token");
      }
    }
    return pod.containers().stream()
        .flatMap(container -> Given.variables(container, cluster).stream())
        .flatMap(map ->
            Given.texts(map).stream()
                .filter(entry -> ApiNeed.isVariable(entry.key(), entry.raw()))
                .map(entry ->
                    "its variable %s in %s speaks of the Kubernetes API"
                        .formatted(entry.key(), map.label())))
        .findFirst();
  }

  private static List<String> namesWith(ContainerView container, List<String> given) {
    List<String> out = new ArrayList<>(given);
    container.at().get("env").items().forEach(variable -> out.add(variable.get("name").raw()));
    return out;
  }

  /**
   * Whether an option or a variable holds a whole configuration that speaks of the API. One line is
   * a value, and is read as such.
   */
  static boolean isSpeaking(String value) {
    return (value.strip().contains("\n") || value.startsWith("{")) && speaksOfApi(value);
  }

  private static boolean speaksOfApi(String text) {
    return API.matcher(text).find() || ClusterWords.inSettings(text) || ApiNeed.isClient(text);
  }

  private static boolean speaksOfApi(KubeObject map) {
    return Given.texts(map).stream().map(YamlCursor::raw).anyMatch(ConfigSigns::speaksOfApi)
        || Scripts.wordsOf(map).stream().anyMatch(ApiNeed::isProgram);
  }
}
