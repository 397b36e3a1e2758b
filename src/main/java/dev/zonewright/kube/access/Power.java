package dev.zonewright.kube.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an account can do that the reference architecture's minimum of permissions forbids. Each has
 * the requests of which any one is enough.
 */
public enum Power {
  EVERYTHING("everything", "may do everything", all("*", "*", "*", "")),
  CREATE_PODS(
      "create-pods",
      "may create pods, with a hostPath if nothing stops it",
      Stream.of(
              all("create", "", "pods", ""),
              workloads("create"),
              changed("update"),
              changed("patch"),
              all("update", "", "pods", "ephemeralcontainers"),
              all("patch", "", "pods", "ephemeralcontainers"))
          .flatMap(List::stream)
          .toList()),
  READ_SECRETS(
      "read-secrets",
      "may read Secrets",
      Stream.of(
              all("get", "", "secrets", ""),
              all("list", "", "secrets", ""),
              all("watch", "", "secrets", ""))
          .flatMap(List::stream)
          .toList()),
  EXEC(
      "exec",
      "may run commands in pods",
      Stream.of(
              verbs(List.of("create"), "", List.of("pods"), List.of("exec", "attach")),
              // the images of a pod that is there can be replaced
              verbs(List.of("update", "patch"), "", List.of("pods"), List.of("")),
              verbs(List.of("get"), "", List.of("pods"), List.of("exec", "attach")))
          .flatMap(List::stream)
          .toList()),
  PORT_FORWARD(
      "port-forward",
      "may reach the ports of pods through the API server",
      verbs(List.of("create", "get"), "", List.of("pods"), List.of("portforward", "proxy"))),
  READ_LOGS("read-logs", "may read the logs of pods", all("get", "", "pods", "log")),
  REACH_NODES(
      "reach-nodes",
      "may reach the kubelet of nodes through the API server",
      verbs(List.of("get", "create"), "", List.of("nodes"), List.of("proxy"))),
  CREATE_VOLUMES(
      "create-volumes",
      "may create PersistentVolumes, which can be folders of nodes",
      verbs(List.of("create", "update", "patch"), "", List.of("persistentvolumes"), List.of(""))),
  REQUEST_TOKENS(
      "request-tokens",
      "may take the tokens of other accounts",
      all("create", "", "serviceaccounts", "token")),
  IMPERSONATE(
      "impersonate",
      "may act as others",
      verbs(
          List.of("impersonate"), "", List.of("users", "groups", "serviceaccounts"), List.of(""))),
  CHANGE_ACCESS(
      "change-access",
      "may give rights to others or to itself",
      Stream.of(
              verbs(
                  List.of("create", "update", "patch"),
                  AccessReader.GROUP,
                  List.of("roles", "clusterroles", "rolebindings", "clusterrolebindings"),
                  List.of("")),
              verbs(
                  List.of("bind", "escalate"),
                  AccessReader.GROUP,
                  List.of("roles", "clusterroles"),
                  List.of("")))
          .flatMap(List::stream)
          .toList()),
  APPROVE_CERTIFICATES(
      "approve-certificates",
      "may approve certificates, which are identities",
      verbs(
          List.of("update", "patch"),
          "certificates.k8s.io",
          List.of("certificatesigningrequests"),
          List.of("approval"))),
  CHANGE_NETWORK_POLICIES(
      "change-network-policies",
      "may open the network",
      verbs(
          List.of("create", "update", "patch", "delete", "deletecollection"),
          "networking.k8s.io",
          List.of("networkpolicies"),
          List.of(""))),
  CHANGE_ADMISSION(
      "change-admission",
      "may change what is admitted to the cluster",
      Stream.of(
              verbs(
                  List.of("create", "update", "patch", "delete", "deletecollection"),
                  "admissionregistration.k8s.io",
                  List.of(
                      "mutatingwebhookconfigurations",
                      "validatingwebhookconfigurations",
                      "validatingadmissionpolicies",
                      "validatingadmissionpolicybindings",
                      "mutatingadmissionpolicies",
                      "mutatingadmissionpolicybindings"),
                  List.of("")),
              verbs(List.of("update", "patch"), "", List.of("namespaces"), List.of("")))
          .flatMap(List::stream)
          .toList()),
  DELETE_WORKLOADS(
      "delete-workloads",
      "may delete pods, workloads or Secrets",
      Stream.of(
              verbs(
                  List.of("delete", "deletecollection"),
                  "",
                  List.of("pods", "secrets"),
                  List.of("")),
              workloads("delete"),
              workloads("deletecollection"))
          .flatMap(List::stream)
          .toList()),
  DELETE_EVENTS(
      "delete-events",
      "may delete events, which show what happened",
      Stream.of(
              verbs(List.of("delete", "deletecollection"), "", List.of("events"), List.of("")),
              verbs(
                  List.of("delete", "deletecollection"),
                  "events.k8s.io",
                  List.of("events"),
                  List.of("")))
          .flatMap(List::stream)
          .toList());

  private static final Set<String> OF_CLUSTER =
      Set.of(
          "nodes",
          "persistentvolumes",
          "users",
          "groups",
          "clusterroles",
          "clusterrolebindings",
          "certificatesigningrequests",
          "mutatingwebhookconfigurations",
          "validatingwebhookconfigurations",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings");

  private final String id;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final List<AccessRequest.OnResource> requests;

  Power(String id, String words, List<AccessRequest.OnResource> requests) {
    this.id = id;
    this.words = words;
    this.requests = List.copyOf(requests);
  }

  /** The word for commands and reports. */
  public String id() {
    return id;
  }

  /** What the account may do, as the end of a sentence. */
  public String words() {
    return words;
  }

  /** The requests, of which any one gives the power, for all namespaces. */
  public List<AccessRequest.OnResource> requests() {
    return requests;
  }

  /**
   * The same, asked about one namespace: without what belongs to no namespace, which no RoleBinding
   * gives. A Namespace counts as being in itself; whom one may bind there is asked there.
   *
   * @param namespace empty for all namespaces and the whole cluster
   */
  public List<AccessRequest.OnResource> requestsIn(String namespace) {
    return namespace.isEmpty()
        ? requests
        : requests.stream()
            .filter(r -> r.verb().equals("bind") || !OF_CLUSTER.contains(r.resource()))
            .toList();
  }

  /** The power of this id. */
  public static Optional<Power> named(String id) {
    return Stream.of(values()).filter(p -> p.id.equals(id)).findFirst();
  }

  private static List<AccessRequest.OnResource> all(
      String verb, String group, String resource, String subresource) {
    return verbs(List.of(verb), group, List.of(resource), List.of(subresource));
  }

  private static List<AccessRequest.OnResource> verbs(
      List<String> verbs, String group, List<String> resources, List<String> subresources) {
    return verbs.stream()
        .flatMap(verb ->
            resources.stream()
                .flatMap(resource ->
                    subresources.stream()
                        .map(sub ->
                            new AccessRequest.OnResource(verb, group, resource, sub, "", ""))))
        .toList();
  }

  private static List<AccessRequest.OnResource> workloads(String verb) {
    return Stream.of(
            verbs(
                List.of(verb),
                "apps",
                List.of("deployments", "statefulsets", "daemonsets", "replicasets"),
                List.of("")),
            verbs(List.of(verb), "batch", List.of("jobs", "cronjobs"), List.of("")),
            all(verb, "", "replicationcontrollers", ""))
        .flatMap(List::stream)
        .toList();
  }

  /** The template of a Job cannot be changed. */
  private static List<AccessRequest.OnResource> changed(String verb) {
    return workloads(verb).stream().filter(r -> !r.resource().equals("jobs")).toList();
  }
}
