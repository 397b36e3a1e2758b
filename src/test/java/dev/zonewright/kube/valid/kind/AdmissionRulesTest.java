package dev.zonewright.kube.valid.kind;

import static dev.zonewright.kube.valid.Refusals.broken;
import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admission policies, their bindings, webhooks and definitions, with a server's answers. */
class AdmissionRulesTest {
  private static final String OF_PODS =
      "[{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]";

  private static String text(String cell) {
    return cell.equals("''") ? "" : cell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "failurePolicy: %s | fail | Fail",
        "paramKind: {kind: A, apiVersion: %s} | example.com | example.com/v1",
        "paramKind: {apiVersion: v1, kind: %s} | Config_Map | ConfigMap",
        "paramKind: {apiVersion: v1%s} | `` | , kind: ConfigMap",
        "matchConditions: [{name: %s, expression: 'true'}] | a b | ex.com/a",
        "matchConditions: [{name: a%s}] | `` | , expression: 'true'",
        "variables: [{name: %s, expression: '1'}] | a-b | _b1",
        "variables: [{name: %s, expression: '1'}] | namespace | theNamespace",
        "variables: [{name: a%s}] | `` | , expression: '1'",
        "auditAnnotations: [{key: %s, valueExpression: '1'}] | a/b | A_b.c",
        "auditAnnotations: [{key: a%s}] | `` | , valueExpression: '1'"
      })
  void policies(String form, String refused, String taken) {
    decides(
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata:"
            + " {name: a}, spec: {validations: [{expression: 'true'}], matchConstraints:"
            + " {resourceRules: "
            + OF_PODS
            + "}, "
            + form
            + "}}",
        text(refused),
        text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{message: a%s} | `` | , expression: 'true'",
        "{expression: 'true', reason: %s} | forbidden | Forbidden",
        "{expression: 'true', message: \"%s\"} | a\\nb | a\\n"
      })
  void validations(String form, String refused, String taken) {
    decides(
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata:"
            + " {name: a}, spec: {matchConstraints: {resourceRules: "
            + OF_PODS
            + "}, validations: ["
            + form
            + "]}}",
        text(refused),
        text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [%s], resources: [pods]}]"
            + " | create | CREATE",
        "resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources:"
            + " [pods], scope: %s}] | Namespace | Namespaced",
        "resourceRules: [{apiGroups: [''], apiVersions: ['*'%s], operations: [CREATE], resources:"
            + " [pods]}] | , v1 | ``",
        "resourceRules: [{apiVersions: [v1], operations: [CREATE], resources: [pods]%s}] | `` | ,"
            + " apiGroups: ['']",
        "excludeResourceRules: [{apiVersions: [v1], operations: [CREATE], resources: [pods]%s}],"
            + " resourceRules: '${RULES}' | `` | , apiGroups: ['']",
        "%s | namespaceSelector: {} | resourceRules: '${RULES}'",
        "resourceRules: '${RULES}', matchPolicy: %s | exact | Exact",
        "resourceRules: '${RULES}', objectSelector: {matchLabels: {a: '%s'}} | a b | a_b"
      })
  void whatAPolicyIsAskedAbout(String form, String refused, String taken) {
    decides(
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata:"
            + " {name: a}, spec: {validations: [{expression: 'true'}], matchConstraints: {"
            + form
            + "}}}",
        text(refused),
        text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "policyName: %s, validationActions: [Deny] | My_policy | my.policy",
        "policyName: a, validationActions: [%s] | deny | Deny",
        "policyName: a, validationActions: [Deny, %s] | Deny | Audit",
        "policyName: a, validationActions: [Deny, %s] | Warn | Audit",
        "policyName: a%s | `` | , validationActions: [Warn]",
        "policyName: a, validationActions: [Warn], paramRef: {name: a%s} | `` | ,"
            + " parameterNotFoundAction: Deny",
        "policyName: a, validationActions: [Warn], paramRef: {name: a, parameterNotFoundAction: %s}"
            + " | Ignore | Allow",
        "policyName: a, validationActions: [Warn], paramRef: {parameterNotFoundAction: Deny%s} | ``"
            + " | , selector: {}",
        "policyName: a, validationActions: [Warn], paramRef: {parameterNotFoundAction: Deny, name:"
            + " a%s} | , selector: {} | ``",
        "policyName: a, validationActions: [Warn], matchResources: {matchPolicy: %s} | All |"
            + " Equivalent"
      })
  void bindings(String form, String refused, String taken) {
    decides(
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicyBinding,"
            + " metadata: {name: a}, spec: {"
            + form
            + "}}",
        text(refused),
        text(taken));
  }

  @Test
  void aPartOfAPolicyMayBeAPatch() {
    String part =
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy%s, metadata:"
            + " {name: a}, spec: {%s}}";
    assertThat(broken(part.formatted("", "failurePolicy: Ignore"))).isEmpty();
    assertThat(broken(part.formatted("Binding", "validationActions: [Deny]"))).isEmpty();
    assertThat(broken(part.formatted("", "matchConstraints: {resourceRules: " + OF_PODS + "}")))
        .containsExactly("spec: a policy needs validations or auditAnnotations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: a.b.c, clientConfig: {url: '%s'} | http://a.example/ | HTTPS://A.example:8443/a b",
        "name: a.b.c, clientConfig: {%s} | caBundle: Cg== | service: {name: S_x, namespace: N s}",
        "clientConfig: {service: {name: a, namespace: b}}%s | `` | , name: a.b.c",
        "name: a.b.c, clientConfig: {service: {name: a, namespace: b}}, matchConditions: [{name:"
            + " a%s}] | `` | , expression: 'true'"
      })
  void webhooks(String form, String refused, String taken) {
    decides(
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration,"
            + " metadata: {name: a}, webhooks: [{admissionReviewVersions: [v1, v2], sideEffects:"
            + " None, rules: "
            + OF_PODS
            + ", "
            + form
            + "}]}",
        text(refused),
        text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "schema: {openAPIV3Schema: {type: %s}} | array | object",
        "schema: {openAPIV3Schema: {}}, additionalPrinterColumns: [{name: a, jsonPath: .a, type:"
            + " %s}] | int | integer",
        "schema: {openAPIV3Schema: {}}, additionalPrinterColumns: [{name: a, type: string,"
            + " jsonPath: %s}] | status.phase | .status.phase",
        "schema: {openAPIV3Schema: {}}, additionalPrinterColumns: [{name: a, type: string%s}] | ``"
            + " | , jsonPath: .a"
      })
  void versionsOfDefinitions(String form, String refused, String taken) {
    decides(
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
            + " as.b.c}, spec: {group: b.c, scope: Cluster, names: {plural: as, kind: A}, versions:"
            + " [{name: v1, served: true, storage: true, "
            + form
            + "}]}}",
        text(refused),
        text(taken));
  }

  @Test
  void aWebhookThatConvertsSaysWhatItReads() {
    String form =
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
            + " as.b.c}, spec: {group: b.c, scope: Cluster, names: {plural: as, kind: A}, versions:"
            + " [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type:"
            + " object}}}], conversion: {strategy: Webhook%s}}}";
    decides(
        form,
        ", webhook: {clientConfig: {url: 'https://a'}}",
        ", webhook: {conversionReviewVersions: [v1], clientConfig: {url: 'https://a'}}");
    decides(form, "", ", webhook: '${WEBHOOK}'");
  }
}
