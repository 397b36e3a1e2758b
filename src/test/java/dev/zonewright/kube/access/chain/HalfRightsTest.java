package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.AccessWorld.ADM;
import static dev.zonewright.kube.access.chain.AccessWorld.POD;
import static dev.zonewright.kube.access.chain.AccessWorld.RBAC;
import static dev.zonewright.kube.access.chain.AccessWorld.chain;
import static dev.zonewright.kube.access.chain.AccessWorld.everywhere;
import static dev.zonewright.kube.access.chain.AccessWorld.here;
import static dev.zonewright.kube.access.chain.AccessWorld.role;
import static dev.zonewright.kube.access.chain.AccessWorld.rule;
import static dev.zonewright.kube.access.chain.AccessWorld.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A right that alone gives nothing is not told as the power, and what is missing is said. */
class HalfRightsTest {
  private static final String CSR = "certificates.k8s.io";

  private static void lacks(String text, Power power, String what) {
    Chain chain = chain(text, power);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.NONE);
    assertThat(chain.because()).isEqualTo("ClusterRole all, rule 1: " + what);
  }

  private static void reaches(String text, Power power) {
    assertThat(chain(text, power).outcome()).isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void escalateNeedsARoleToWriteAndBindABinding() {
    String escalate = rule(RBAC, "clusterroles", "escalate");
    String bind = rule(RBAC, "clusterroles", "bind");

    lacks(
        everywhere(escalate),
        Power.CHANGE_ACCESS,
        "escalate alone: no right to create or update roles");
    lacks(
        everywhere(bind), Power.CHANGE_ACCESS, "bind alone: no right to create or update bindings");
    reaches(everywhere(escalate, rule(RBAC, "clusterroles", "update")), Power.CHANGE_ACCESS);
    reaches(everywhere(bind, rule(RBAC, "rolebindings", "create")), Power.CHANGE_ACCESS);
  }

  @Test
  void aGroupIsImpersonatedWithAUserOnly() {
    String groups = rule("", "groups", "impersonate");

    lacks(
        everywhere(groups),
        Power.IMPERSONATE,
        "groups alone: no right to impersonate a user with them");
    String both = everywhere(groups, rule("", "serviceaccounts", "impersonate", "x"));
    reaches(both, Power.EVERYTHING);
  }

  @Test
  void approvalNeedsASigner() {
    String approval = rule(CSR, "certificatesigningrequests/approval", "update");

    lacks(
        everywhere(approval),
        Power.APPROVE_CERTIFICATES,
        "approval alone: no right to approve for a signer");
    reaches(
        everywhere(approval, rule(CSR, "signers", "approve", "\"kubernetes.io/*\"")),
        Power.APPROVE_CERTIFICATES);
  }

  @ParameterizedTest
  @CsvSource({"pods/exec, EXEC", "pods/attach, EXEC", "pods/portforward, PORT_FORWARD"})
  void aStreamByGetDependsOnTheVersion(String resource, Power power) {
    Chain chain = chain(ADM + POD + here(rule("", resource, "get")), power);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because())
        .isEqualTo("get was enough before Kubernetes 1.35; since then the server asks for create");
    reaches(here(rule("", resource, "create")), power);
  }

  @Test
  void whatAStreamByGetLeadsToDependsOnTheVersionToo() {
    String text = ADM + POD + here(rule("", "pods/exec", "get"));

    assertThat(chain(text, Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    reaches(here(rule("", "pods/proxy", "get")), Power.PORT_FORWARD);
  }

  @Test
  void theTemplateOfAJobIsNotChanged() {
    String changes = here(rule("batch", "jobs", "update,patch"));

    assertThat(chain(changes, Power.CREATE_PODS).outcome()).isEqualTo(Chain.Outcome.NONE);
    reaches(here(rule("batch", "jobs", "create")), Power.CREATE_PODS);
    reaches(here(rule("batch", "cronjobs", "patch")), Power.CREATE_PODS);
  }

  @Test
  void aUserIsNotTakenForOneThatMayDoEverything() {
    Chain alone = chain(everywhere(rule("", "users", "impersonate")), Power.EVERYTHING);
    Chain both = chain(everywhere(rule("", "users\", \"groups", "impersonate")), Power.EVERYTHING);

    assertThat(alone.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(both.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(both.hops())
        .anySatisfy(h -> assertThat(h.title()).isEqualTo("Group system:masters"));
  }

  @Test
  void aContainerInAPodAddsNoVolume() {
    String text = here(rule("", "pods/ephemeralcontainers", "patch"));
    Chain chain = chain(text, Power.CREATE_PODS);

    assertThat(chain.hops().getLast().title())
        .isEqualTo("May reach a node from a privileged container");
    assertThat(texts(chain))
        .contains("not opened: nothing that is opened refuses a privileged container");
  }

  @Test
  void whoOnlyBindsGivesWhatTheyHave() {
    Chain chain = chain(here(rule(RBAC, "rolebindings", "create")), Power.CHANGE_ACCESS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(texts(chain))
        .contains(
            "rule 1: create rolebindings.rbac.authorization.k8s.io, in a; only rights that it has"
                + " already: no right to bind");
  }

  @Test
  void ofTwoPodsOfOneNameThatCountsWhichTheServerHas() {
    String enter = ADM + here(rule("", "pods/exec", "create"));
    String other = POD.replace("serviceAccountName: adm", "serviceAccountName: plain");

    assertThat(chain(enter + POD + other, Power.EVERYTHING).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    reaches(enter + other + POD, Power.EVERYTHING);
    // a pod that is refused changes nothing
    reaches(enter + POD + other.replace("name: c,", "name: C_,"), Power.EVERYTHING);
  }

  @Test
  void aRoleOfNobodyIsNoWay() {
    assertThat(
            chain(role("ClusterRole", "", "free", rule("*", "*", "*")), Power.EVERYTHING).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }
}
