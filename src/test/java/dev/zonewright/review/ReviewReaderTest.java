package dev.zonewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Scope.ObjectName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewReaderTest {
  private static ReviewFile read(String text) {
    return ReviewReader.read(Manifest.of("zonewright-review.yaml", text));
  }

  @Test
  void everyKeyIsRead() {
    ReviewFile file =
        read(
            """
            # who decides
            profile: edera-reference
            defaultNamespace: shop
            tenants:
              retail: [globex, initech]
            platform: [kube-system]
            nodeRanges: [10.0.0.0/16]
            exceptions:
              - control: added-capability
                container: globex/StatefulSet/ledger/ledger
                value: NET_BIND_SERVICE
                reason: listens on 443
                owner: ledger team
                expires: 2026-12-04
                recorded: 2026-11-27
              - control: host-pid
                object: globex/DaemonSet/ingest
                reason: reads the process list
                owner: platform
                expires: 2027-01-31
            attestations:
              - item: dom0-restricted
                tenant: retail
                by: J. Doe
                date: 2026-10-02
                note: bastion only
            baseline: baseline.json
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.profile()).isEqualTo("edera-reference");
    assertThat(file.defaultNamespace()).isEqualTo("shop");
    assertThat(file.tenantOf("initech")).isEqualTo("retail");
    assertThat(file.tenantOf("acme")).isEqualTo("acme");
    assertThat(file.platform()).containsExactly("kube-system");
    assertThat(file.ranges().nodes()).containsExactly("10.0.0.0/16");
    assertThat(file.baseline()).contains("baseline.json");
    assertThat(file.exceptions()).hasSize(2);
    RiskException first = file.exceptions().getFirst();
    assertThat(first.scope())
        .isEqualTo(
            new Scope.OfContainer(new ObjectName("globex", "StatefulSet", "ledger"), "ledger"));
    assertThat(first.value()).contains("NET_BIND_SERVICE");
    assertThat(first.expires()).isEqualTo(LocalDate.of(2026, 12, 4));
    assertThat(first.recorded()).contains(LocalDate.of(2026, 11, 27));
    assertThat(first.path()).hasToString("exceptions[0]");
    assertThat(file.exceptions().get(1).recorded()).isEqualTo(Optional.empty());
    assertThat(file.attestations())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.tenants()).containsExactly("retail");
          assertThat(a.until()).isEqualTo(LocalDate.of(2027, 10, 2));
        });
  }

  @Test
  void whatAliasesAndMergeKeysStandForIsRead() {
    ReviewFile file =
        read(
            """
            exceptions:
              - &first
                control: host-pid
                object: a/Pod/x
                reason: &why
                  it looks at processes
                owner: &who Ann
                expires: &day 2027-01-31
              - {control: host-ipc, object: a/Pod/x, reason: *why, owner: *who, expires: *day}
              - {<<: *first, control: host-network}
              - <<: [{owner: Bob}, *first]
                object: a/Pod/y
            attestations:
              - {item: dom0-restricted, by: *who, date: 2026-10-02, tenants: &both [a, b]}
            platform: *both
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.exceptions())
        .extracting(
            RiskException::control,
            e -> e.scope().text(),
            RiskException::reason,
            RiskException::owner,
            e -> e.expires().toString())
        .containsExactly(
            tuple("host-pid", "a/Pod/x", "it looks at processes", "Ann", "2027-01-31"),
            tuple("host-ipc", "a/Pod/x", "it looks at processes", "Ann", "2027-01-31"),
            tuple("host-network", "a/Pod/x", "it looks at processes", "Ann", "2027-01-31"),
            tuple("host-pid", "a/Pod/y", "it looks at processes", "Bob", "2027-01-31"));
    assertThat(file.attestations()).singleElement().extracting(Attestation::by).isEqualTo("Ann");
    assertThat(file.platform()).containsExactly("a", "b");
    assertThat(file.lineOf(file.exceptions().get(3).path().key("object"))).isEqualTo(12);
  }

  @Test
  void aFileWhoseAliasesStandForTooMuchCountsForNothing() {
    StringBuilder text = new StringBuilder("platform: &l0 [a, a, a, a, a, a, a, a, a, a]\n");
    for (int level = 1; level < 9; level++) {
      text.append("x%d: &l%d [".formatted(level, level));
      text.append("*l%d, ".formatted(level - 1).repeat(10)).append("]\n");
    }
    assertThat(read(text.toString()).problems())
        .singleElement()
        .extracting(ReviewProblem::message)
        .asString()
        .contains("nothing of the file counts");
  }

  @Test
  void whatStandsBehindTheFirstDocumentCostsItNothing() {
    ReviewFile file =
        read(
            """
            # platform security
            ---
            platform: [kube-system]
            ---
            platform: [falco]
            """);
    assertThat(file.platform()).containsExactly("kube-system");
    assertThat(file.problems())
        .singleElement()
        .extracting(ReviewProblem::message)
        .isEqualTo("a review is one document; the documents behind the first are not read");
  }

  @Test
  void oneBadEntryCostsTheOthersNothing() {
    ReviewFile file =
        read(
            """
            exceptions:
              - control: host-pid
                objekt: a/Pod/b
                reason: r
              - just text
              - control: host-pid
                object: a/b
                reason: r
                owner: o
                expires: 2027-01-01
              - control: host-pid
                object: a/Pod/b
                namespace: a
                reason: r
                owner: o
                expires: 2027-01-01
              - control: host-pid
                object: a/Pod/b
                owner: o
                expires: 01.02.2027
              - control: host-pid
                object: a/Pod/b
                reason: r
                owner: o
                expires: 2027-01-01
            """);
    assertThat(file.exceptions())
        .singleElement()
        .extracting(RiskException::path)
        .hasToString("exceptions[5]");
    assertThat(file.problems())
        .extracting(p -> p.path().toString())
        .containsExactly(
            "exceptions[0].objekt",
            "exceptions[1]",
            "exceptions[2].object",
            "exceptions[3]",
            "exceptions[4]",
            "exceptions[4].expires");
  }

  @Test
  void aNamespaceHasOneTenant() {
    ReviewFile file = read("tenants:\n  a: [x]\n  b: [x, y]\n");
    assertThat(file.problems())
        .singleElement()
        .extracting(ReviewProblem::message)
        .asString()
        .contains("x belongs to tenant a already");
    assertThat(read("tenants:\n  a: [x, y, x]\n").problems())
        .singleElement()
        .extracting(ReviewProblem::message)
        .isEqualTo("namespace x is listed twice");
  }

  @Test
  void whatIsNoReviewIsSaidAndReadAsEmpty() {
    for (String text :
        List.of(
            "- a\n- b\n",
            "exceptions: {a: b}\n",
            "key: [\n",
            "colour: red\n",
            "platform: [a]\nplatform: [b]\n")) {
      ReviewFile file = read(text);
      assertThat(file.problems()).as(text).isNotEmpty();
      assertThat(file.exceptions()).as(text).isEmpty();
    }
    assertThat(read("").problems()).isEmpty();
    assertThat(read("# only a comment\n").problems()).isEmpty();
  }

  @Test
  void aDefaultNamespaceThatNoneCanBeIsSaid() {
    ReviewFile file =
        ReviewReader.read(Manifest.of("zonewright-review.yaml", "defaultNamespace: Shop_1\n"));
    assertThat(file.defaultNamespace()).isEmpty();
    assertThat(file.problems())
        .extracting(ReviewProblem::message)
        .singleElement()
        .asString()
        .startsWith("'Shop_1' is not the name of a namespace");
  }

  @Test
  void profilesAndRangesThatAreNoneAreSaid() {
    ReviewFile file =
        read(
            """
            profile: edera-refrence
            nodeRanges: [10.0.0.0/16, 10.0.0.0/33, 10.1.0.0]
            podRanges: ['fd00::/8', pods]
            """);
    assertThat(file.profile()).isEmpty();
    assertThat(file.ranges().nodes()).containsExactly("10.0.0.0/16");
    assertThat(file.ranges().pods()).containsExactly("fd00::/8");
    assertThat(file.problems().stream().map(p -> p.path().toString()))
        .containsExactly("profile", "nodeRanges[1]", "nodeRanges[2]", "podRanges[1]");
    assertThat(file.problems().getFirst().message()).contains("write edera-reference");
  }

  @Test
  void aBaselineLiesBesideTheFileOrBelow() {
    for (String outside :
        new String[] {
          "../b.json", "/b.json", "x/../../b.json", "C:/b.json", "'\\\\host\\b.json'"
        }) {
      ReviewFile file = read("baseline: " + outside + "\n");
      assertThat(file.baseline()).as(outside).isEmpty();
      assertThat(file.problems()).as(outside).hasSize(1);
    }
    assertThat(read("baseline: sub/b..json\n").baseline()).contains("sub/b..json");
  }
}
