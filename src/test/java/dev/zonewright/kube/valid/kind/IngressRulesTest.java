package dev.zonewright.kube.valid.kind;

import static dev.zonewright.kube.valid.Refusals.decides;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ingresses, with the answers of an API server. */
class IngressRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "rules: [{http: {paths: [{path: /, backend: {service: {name: s, port: {number: 80}}}}]}}] ;"
            + " rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s,"
            + " port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: prefix, path: /, backend: {service: {name: s, port:"
            + " {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Exact, path: /, backend:"
            + " {service: {name: s, port: {name: http}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: a, backend: {service: {name: s, port:"
            + " {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: ImplementationSpecific,"
            + " backend: {service: {name: s, port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, backend: {service: {name: s, port: {number:"
            + " 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Prefix, path: '${P}', backend:"
            + " {service: {name: s, port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Exact, path: /a/../b, backend: {service: {name: s,"
            + " port: {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Exact, path: /a..b,"
            + " backend: {service: {name: s, port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: //a, backend: {service: {name: s, port:"
            + " {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: ImplementationSpecific,"
            + " path: //a, backend: {service: {name: s, port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: ImplementationSpecific, path: a, backend: {service:"
            + " {name: s, port: {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType:"
            + " ImplementationSpecific, path: /a(/|$)(.*), backend: {service: {name: s, port:"
            + " {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Exact, path: /a%2fb, backend: {service: {name: s, port:"
            + " {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Exact, path: /a%20b,"
            + " backend: {service: {name: s, port: {number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s}}}]}}] ;"
            + " rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s,"
            + " port: '${P}'}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {port: {number:"
            + " 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Prefix, path: /, backend:"
            + " '${B}'}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: S_s, port:"
            + " {number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Prefix, path: /, backend:"
            + " {resource: {apiGroup: a.b, kind: K, name: nn}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /}]}}] ; rules: [{http: {paths:"
            + " [{pathType: Prefix, path: /, backend: {resource: {kind: K, name: nn}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s, port:"
            + " {number: 80}}, resource: {kind: K, name: nn}}}]}}] ; rules: [{host: a.b}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s, port:"
            + " {name: h, number: 80}}}}]}}] ; rules: [{http: {paths: [{pathType: Prefix, path: /,"
            + " backend: {service: {name: s, port: {name: '', number: 80}}}}]}}]",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s, port:"
            + " {number: 70000}}}}]}}] ; defaultBackend: {service: {name: s, port: {number:"
            + " 65535}}}",
        "rules: [{http: {paths: [{pathType: Prefix, path: /, backend: {service: {name: s, port:"
            + " {name: My_Port}}}}]}}] ; defaultBackend: {service: {name: s, port: {name:"
            + " http-1}}}",
        "defaultBackend: {service: {name: s}} ; defaultBackend: {service: {name: s, port: {name:"
            + " '${P}'}}}",
        "rules: [{http: {paths: []}}] ; rules: [{http: {paths: '${PATHS}'}}]",
        "rules: [{host: a_b}] ; rules: [{host: '*.a.b'}]",
        "rules: [{host: 10.0.0.1}] ; rules: [{host: ''}]",
        "rules: [{host: '*'}] ; rules: [{host: a}]",
        "rules: [{host: 'a.b:80'}] ; rules: [{host: '${HOST}'}]",
        "rules: [{host: 'https://a.b'}] ; rules: [{host: a-b.c}]",
        "rules: [{host: a.b}], tls: [{hosts: [A.b]}] ; rules: [{host: a.b}], tls: [{hosts: [a.b,"
            + " '*.c.d']}]",
        "rules: [{host: a.b}], tls: [{secretName: A_b}] ; rules: [{host: a.b}], tls: [{}]",
        "rules: [{host: a.b}], ingressClassName: My_Class ; rules: [{host: a.b}], ingressClassName:"
            + " nginx"
      })
  void ingresses(String refused, String taken) {
    decides(
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: s, namespace: shop},"
            + " spec: {%s}}",
        refused, taken);
  }
}
