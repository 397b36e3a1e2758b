package dev.zonewright.kube.valid.kind;

import static dev.zonewright.kube.valid.Refusals.broken;
import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services, with the answers of an API server. */
class ServiceRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "selector: {a: b}, ports: [] ; clusterIP: None, selector: {a: b}",
        "type: NodePorts, ports: [{port: 80}] ; type: NodePort, ports: [{port: 80}]",
        "type: NodePort, clusterIP: None, ports: [{port: 80}] ; type: ClusterIP, clusterIP: None,"
            + " ports: [{port: 80}]",
        "type: LoadBalancer, clusterIP: None, ports: [{port: 80}] ; type: LoadBalancer, ports:"
            + " [{port: 80}]",
        "type: ExternalName, selector: {a: b} ; type: ExternalName, externalName: a.example",
        "type: ExternalName, externalName: A_B ; type: ExternalName, externalName: a.example.",
        "type: ExternalName, externalName: 'http://a.example' ; type: ExternalName, externalName:"
            + " 10.0.0.1",
        "ports: [{port: 80, name: a}, {port: 81}], selector: {a: b} ; ports: [{port: 80, name: a},"
            + " {port: 81, name: b}], selector: {a: b}",
        "ports: [{port: 80, name: a}, {port: 81, name: a}] ; ports: [{port: 80, name: a}, {port:"
            + " 81, name: '${N}'}]",
        "ports: [{port: 80, name: a}, {port: 80, name: b}] ; ports: [{port: 80, name: a}, {port:"
            + " 80, name: b, protocol: UDP}]",
        "ports: [{port: 0}] ; ports: [{port: 65535}]",
        "ports: [{port: 65536}] ; ports: [{port: 1}]",
        "ports: [{targetPort: 80}], selector: {a: b} ; ports: [{port: 80, targetPort: 0}],"
            + " selector: {a: b}",
        "ports: [{port: 80, targetPort: 65536}] ; ports: [{port: 80, targetPort: 443}]",
        "ports: [{port: 80, targetPort: '80'}] ; ports: [{port: 80, targetPort: http}]",
        "ports: [{port: 80, targetPort: my_port}] ; ports: [{port: 80, targetPort: a-1}]",
        "ports: [{port: 80, targetPort: HTTP}] ; ports: [{port: 80, targetPort: '${PORT}'}]",
        "ports: [{port: 80, targetPort: a-very-long-port-name}] ; ports: [{port: 80, targetPort:"
            + " ''}]",
        "ports: [{port: 80, name: my_port}] ; ports: [{port: 80, name:"
            + " 8-http-of-a-long-name-over-15}]",
        "ports: [{port: 80, name: Http}] ; ports: [{port: 80, name: '80'}]",
        "ports: [{port: 80, protocol: tcp}] ; ports: [{port: 80, protocol: SCTP}]",
        "ports: [{port: 80, protocol: HTTP}] ; ports: [{port: 80, protocol: ''}]",
        "ports: [{port: 80, appProtocol: a b}] ; ports: [{port: 80, appProtocol:"
            + " kubernetes.io/h2c}]",
        "selector: {a: b}, ports: [{port: 80, nodePort: 30080}] ; type: NodePort, ports: [{port:"
            + " 80, nodePort: 30080}]",
        "type: ClusterIP, ports: [{port: 80, nodePort: 30080}] ; ports: [{port: 80, nodePort: 0}]",
        "type: NodePort, ports: [{port: 80, name: a, nodePort: 30080}, {port: 81, name: b,"
            + " nodePort: 30080}] ; type: NodePort, ports: [{port: 80, name: a, nodePort: 30080},"
            + " {port: 81, name: b, nodePort: 30080, protocol: UDP}]",
        "ports: [{port: 80}], selector: {a: b c} ; ports: [{port: 80}], selector: {a: ''}",
        "ports: [{port: 80}], selector: {a b: c} ; ports: [{port: 80}], selector: {a.b/c: d}",
        "ports: [{port: 80}], sessionAffinity: clientIP ; ports: [{port: 80}], sessionAffinity:"
            + " ClientIP",
        "ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP:"
            + " {timeoutSeconds: 86401}} ; ports: [{port: 80}], sessionAffinity: ClientIP,"
            + " sessionAffinityConfig: {clientIP: {timeoutSeconds: 86400}}",
        "ports: [{port: 80}], externalIPs: [a.example] ; ports: [{port: 80}], externalIPs:"
            + " [1.2.3.4]",
        "ports: [{port: 80}], externalIPs: [127.0.0.1] ; ports: [{port: 80}], externalIPs: ['::2']",
        "type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.1] ; type:"
            + " LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8]",
        "selector: {a: b}, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8] ; type:"
            + " LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: ['::/0', ' 10.0.0.0/8"
            + " ']",
        "type: NodePort, ports: [{port: 80}], loadBalancerClass: a.b/c ; type: LoadBalancer, ports:"
            + " [{port: 80}], loadBalancerClass: a.b/c",
        "type: NodePort, ports: [{port: 80}], allocateLoadBalancerNodePorts: false ; type:"
            + " LoadBalancer, ports: [{port: 80}], allocateLoadBalancerNodePorts: false",
        "type: LoadBalancer, ports: [{port: 80}], loadBalancerClass: a/b/c ; type: LoadBalancer,"
            + " ports: [{port: 80}], loadBalancerClass: c",
        "selector: {a: b}, ports: [{port: 80}], externalTrafficPolicy: Local ; type: NodePort,"
            + " ports: [{port: 80}], externalTrafficPolicy: Local",
        "type: NodePort, ports: [{port: 80}], externalTrafficPolicy: local ; ports: [{port: 80}],"
            + " externalIPs: [1.2.3.4], externalTrafficPolicy: Local",
        "ports: [{port: 80}], internalTrafficPolicy: Global ; ports: [{port: 80}],"
            + " internalTrafficPolicy: Local",
        "ports: [{port: 80}], trafficDistribution: Close ; ports: [{port: 80}],"
            + " trafficDistribution: PreferClose",
        "ports: [{port: 80}], ipFamilyPolicy: DualStack ; ports: [{port: 80}], ipFamilyPolicy:"
            + " PreferDualStack",
        "ports: [{port: 80}], ipFamilies: [IPV4] ; ports: [{port: 80}], ipFamilies: [IPv6]",
        "ports: [{port: 80}], ipFamilies: [IPv4, IPv4] ; ports: [{port: 80}], ipFamilies: [IPv4,"
            + " IPv6]",
        "ports: [{port: 80}], clusterIP: none ; ports: [{port: 80}], clusterIP: 10.0.0.1",
        "ports: [{port: 80}], clusterIP: a.b ; ports: [{port: 80}], clusterIP: ''",
        "ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.2] ; ports: [{port: 80}],"
            + " clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1]",
        "type: NodePort, ports: [{port: 80}], healthCheckNodePort: 30000 ; type: LoadBalancer,"
            + " externalTrafficPolicy: Local, ports: [{port: 80}], healthCheckNodePort: 30000"
      })
  void services(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {%s}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "spec: {ports: [{port: 80, nodePort: 30080}, {port: 81}]}",
        "spec: {selector: {a: b}}",
        "spec: {selector: {a: b}, ports: [{port: 80, nodePort: 30080}]}, $patch: replace",
        "spec: {selector: {a: b}, type: '${TYPE}', ports: [{port: 80, nodePort: 30080}]}"
      })
  void whatIsLaidOverAnotherManifest(String part) {
    assertThat(broken("{apiVersion: v1, kind: Service, metadata: {name: s}, %s}".formatted(part)))
        .isEmpty();
  }
}
