package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses of administrators' network policies is found at its key. */
class InvalidAdminPolicyTest {
  private static final String ADMIN =
      """
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: AdminNetworkPolicy
      metadata:
        name: a
      spec:
        priority: 5
        subject:
          namespaces: {}
        egress:
          - action: Deny
            to:
              - networks: [10.0.0.0/8]
            ports:
              - portNumber: {protocol: TCP, port: 22}
      """;

  private static final String BASELINE =
      ADMIN
          .replace("kind: Admin", "kind: BaselineAdmin")
          .replace("name: a", "name: default")
          .replace("  priority: 5\n", "");

  private static final String CLUSTER =
      ADMIN
          .replace("v1alpha1", "v1beta1")
          .replace("kind: Admin", "kind: Cluster")
          .replace("  priority: 5\n", "  tier: Admin\n  priority: 5\n")
          .replace("ports:", "protocols:")
          .replace("portNumber: {protocol: TCP, port: 22}", "tcp: {destinationPort: {number: 22}}");

  /** What is found: the text from the marked place on, and the message. */
  private static List<String> found(String text) {
    return Reviewed.find("invalid-object", text).stream()
        .map(f -> at(text, f) + ": " + f.finding().message())
        .toList();
  }

  private static String at(String text, LocatedFinding found) {
    return text.lines()
        .skip(found.start().line() - 1)
        .findFirst()
        .orElseThrow()
        .substring(found.start().column() - 1);
  }

  @Test
  void whatIsRightIsNotFound() {
    assertThat(found(ADMIN)).isEmpty();
    assertThat(found(BASELINE)).isEmpty();
    assertThat(found(CLUSTER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "admin|v1alpha1|v1beta1|apiVersion: policy|has no kind AdminNetworkPolicy",
        "admin|priority: 5|priority: 1001|priority: 1001|a whole number from 0 to 1000",
        "admin|priority: 5|priority: 1.5|priority: 1.5|a whole number from 0 to 1000",
        "admin|priority: 5|x: 5|spec:|priority must be a whole number",
        "admin|namespaces: {}|x: {}|subject:|one of namespaces, pods must be given",
        "admin|action: Deny|action: Drop|action: Drop|action must be one of Allow, Deny, Pass",
        "admin|ports:|protocols:|protocols:|has no field protocols",
        "admin|port: 22|port: 0|port: 0|port must be a whole number from 1 to 65535",
        "admin|portNumber: {protocol: TCP, port: 22}|namedPort: ssh|ports:|only pods have named",
        "admin|10.0.0.0/8|10.0.0.1/8|10.0.0.1/8|is not a valid address range",
        "admin|networks: [10.0.0.0/8]|networks: []|networks: []|list of 1 to 25 items",
        "admin|- networks:|- {x: 1}\\n        - networks:|x: 1|must be given",
        "baseline|name: default|name: mine|name: mine|is named default",
        "baseline|action: Deny|action: Pass|action: Pass|action must be one of Allow, Deny",
        "cluster|tier: Admin|tier: Other|tier: Other|tier must be one of Admin, Baseline",
        "cluster|action: Deny|action: Allow|action: Allow|must be one of Accept, Deny, Pass",
        "cluster|protocols:|ports:|ports:|has no field ports",
        "cluster|number: 22|range: {start: 9, end: 9}|end: 9|higher than its start",
      })
  void itIsFoundAtItsKey(String kind, String right, String wrong, String place, String message) {
    String whole =
        switch (kind) {
          case "admin" -> ADMIN;
          case "baseline" -> BASELINE;
          default -> CLUSTER;
        };
    String text = whole.replace(right, wrong.replace("\\n", "\n"));

    assertThat(found(text))
        .as(text)
        .anySatisfy(one -> assertThat(one).startsWith(place).contains(message));
    assertThat(found(text).stream().filter(one -> one.contains(message)).toList()).hasSize(1);
  }
}
