package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.AccessAnswer;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import java.util.List;
import java.util.Optional;

/** What somebody may do, asked one request at a time. */
record Asking(Identity who, AccessGraph graph) {
  /** The first of the verbs that is granted, as a power. */
  Optional<Powers.Held> any(
      Power power,
      List<String> verbs,
      String group,
      String resource,
      String name,
      String namespace) {
    for (String verb : verbs) {
      AccessRequest.OnResource request =
          new AccessRequest.OnResource(verb, group, resource, "", name, namespace);
      if (graph.answerOfServer(who, request) instanceof AccessAnswer.Allowed(var grants)) {
        return Optional.of(new Powers.Held(power, namespace, request, grants.getFirst()));
      }
    }
    return Optional.empty();
  }
}
