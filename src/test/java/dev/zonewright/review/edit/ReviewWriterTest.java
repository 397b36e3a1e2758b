package dev.zonewright.review.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** New entries leave everything else in the file as it is, and are read back as they were meant. */
class ReviewWriterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final String FILE = "zonewright-review.yaml";

  private static final String THERE =
      """
      # Review of the shared platform.
      profile: edera-reference
      exceptions:
        # the port is fixed by the bank's contract
        - control: added-capability
          container: globex/StatefulSet/ledger/ledger
          value: NET_BIND_SERVICE
          reason: listens on 443
          owner: ledger team   # until May
          expires: 2026-11-04
      attestations: []
      """;

  private static NewEntry.AcceptedRisk risk(String scopeKey, String scope, String value) {
    return new NewEntry.AcceptedRisk(
        "added-capability",
        Scope.parse(scopeKey, scope).orElseThrow(),
        Optional.of(value).filter(v -> !v.isEmpty()),
        "moves to a sidecar: ticket 412",
        "ledger team",
        LocalDate.of(2027, 2, 25),
        TODAY);
  }

  private static String after(String text, NewEntry entry) {
    ReviewEdit edit = ReviewWriter.add(Manifest.of(FILE, text), entry, TODAY);
    assertThat(edit).isInstanceOf(ReviewEdit.Made.class);
    return ((ReviewEdit.Made) edit).after();
  }

  @Test
  void anEntryGoesBelowTheOthersInTheirStyle() {
    assertThat(after(THERE, risk("namespace", "acme", "")))
        .isEqualTo(
            THERE.replace(
                "attestations",
                """
                  - control: added-capability
                    namespace: acme
                    reason: "moves to a sidecar: ticket 412"
                    owner: ledger team
                    expires: 2027-02-25
                    recorded: 2026-11-28
                attestations\
                """));
  }

  @Test
  void anEntryGoesBelowTheLastOneOfItsTenantAndCommentsStayWithTheEntryBelowThem() {
    String grouped =
        """
        tenants:
          retail: [globex, acme]
        exceptions:
          - control: open-egress
            namespace: globex
            reason: until the proxy is there
            owner: retail
            expires: 2026-12-24
          - control: open-egress
            tenant: retail
            reason: until the proxy is there
            owner: retail
            expires: 2026-12-24
            # to be asked again in May

          # shaper is replaced with the next chart
          - control: added-capability
            container: initech/Deployment/shop/shop
            reason: shapes traffic
            owner: shop
            expires: 2026-12-24
        attestations:
          - {item: dom0-restricted, tenants: [acme], by: A, date: 2026-11-01}
          - {item: dom0-restricted, tenants: [retail], by: B, date: 2026-11-01}
        """;
    String written =
        """
          - control: added-capability
            object: acme/Deployment/api
            reason: "moves to a sidecar: ticket 412"
            owner: ledger team
            expires: 2027-02-25
            recorded: 2026-11-28
        """;
    assertThat(after(grouped, risk("object", "acme/Deployment/api", "")))
        .isEqualTo(
            grouped.replace(
                "    # to be asked again in May\n", "    # to be asked again in May\n" + written));
  }

  @Test
  void entriesInFlowStyleStayTogetherByTenantToo() {
    String flow =
        """
        exceptions: [
          {control: open-egress, tenant: a, reason: r, owner: o, expires: 2026-12-24}, # first
          {control: open-egress, tenant: b, reason: r, owner: o, expires: 2026-12-24},
        ]
        """;
    String text = after(flow, risk("tenant", "a", ""));
    assertThat(ReviewReader.read(Manifest.of(FILE, text)).exceptions())
        .extracting(e -> e.scope().text())
        .containsExactly("a", "a", "b");
    assertThat(text.lines().toList()).hasSize(5).contains(flow.lines().toList().get(1));
  }

  @Test
  void theFirstEntryOfAnEmptyListInFlowStyleIsABlock() {
    String empty = "# ours\nexceptions: [] # none so far\nattestations: [ ]\n";
    assertThat(after(empty, risk("namespace", "acme", "")))
        .isEqualTo(
            """
            # ours
            exceptions: # none so far
              - control: added-capability
                namespace: acme
                reason: "moves to a sidecar: ticket 412"
                owner: ledger team
                expires: 2027-02-25
                recorded: 2026-11-28
            attestations: [ ]
            """);
  }

  @Test
  void anExceptionThatIsOverIsRenewedInItsPlaceWithItsComments() {
    assertThat(
            after(THERE, risk("container", "globex/StatefulSet/ledger/ledger", "NET_BIND_SERVICE")))
        .isEqualTo(
            THERE
                .replace("listens on 443", "\"moves to a sidecar: ticket 412\"")
                .replace(
                    "expires: 2026-11-04\n", "expires: 2027-02-25\n    recorded: 2026-11-28\n"));
  }

  @Test
  void aNewFileHoldsTheWholeEntry() {
    ReviewEdit edit = ReviewWriter.begin(FILE, risk("tenant", "acme", "SYS_TIME"));

    assertThat(edit).isInstanceOf(ReviewEdit.Made.class);
    String text = ((ReviewEdit.Made) edit).after();
    assertThat(text).startsWith("# ").endsWith("\n");
    ReviewFile read = ReviewReader.read(Manifest.of(FILE, text));
    assertThat(read.problems()).isEmpty();
    assertThat(read.exceptions())
        .singleElement()
        .satisfies(e -> {
          assertThat(e.scope()).isEqualTo(new Scope.OfTenant("acme"));
          assertThat(e.value()).contains("SYS_TIME");
          assertThat(e.reason()).isEqualTo("moves to a sidecar: ticket 412");
          assertThat(e.expires()).isEqualTo(LocalDate.of(2027, 2, 25));
          assertThat(e.recorded()).contains(TODAY);
        });
  }

  @Test
  void anEmptyFileAndOneOfCommentsAreBegun() {
    for (String text : new String[] {"", "\n", "# nothing yet\n", "exceptions: []\n", "{}\n"}) {
      ReviewFile read =
          ReviewReader.read(Manifest.of(FILE, after(text, risk("tenant", "acme", ""))));
      assertThat(read.exceptions()).as(text).hasSize(1);
      assertThat(read.problems()).as(text).isEmpty();
    }
  }

  @Test
  void aFileOfADocumentMarkAndCommentsIsBegunBelowThem() {
    String text = after("---\n# who decides\n", risk("tenant", "acme", ""));
    assertThat(text).startsWith("---\n# who decides\nexceptions:\n  - control: ");
  }

  @Test
  void aFileInJsonStaysJson() {
    String json =
        """
        {
          "exceptions": [
            {"control": "added-capability", "tenant": "acme", "reason": "r", "owner": "o", "expires": "2026-11-04"}
          ]
        }
        """;
    for (String tenant : List.of("acme", "globex")) {
      String text = after(json, risk("tenant", tenant, ""));
      assertThat(JsonMapper.shared().readTree(text).path("exceptions").values())
          .as(tenant)
          .anySatisfy(e -> {
            assertThat(e.path("tenant").asString()).isEqualTo(tenant);
            assertThat(e.path("expires").asString()).isEqualTo("2027-02-25");
            assertThat(e.path("recorded").asString()).isEqualTo("2026-11-28");
          });
    }
  }

  @Test
  void anAttestationIsReadBack() {
    String text =
        after(
            THERE,
            new NewEntry.Attested(
                "dom0-restricted",
                Optional.of("acme"),
                "M. Weber",
                TODAY,
                "access list of the jump host",
                Optional.of(LocalDate.of(2027, 5, 1))));

    ReviewFile read = ReviewReader.read(Manifest.of(FILE, text));
    assertThat(read.problems()).isEmpty();
    assertThat(read.attestations())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.item()).isEqualTo("dom0-restricted");
          assertThat(a.tenants()).containsExactly("acme");
          assertThat(a.by()).isEqualTo("M. Weber");
          assertThat(a.until()).isEqualTo(LocalDate.of(2027, 5, 1));
        });
  }

  @Test
  void anEntryThatWouldNotBeReadBackIsRefused() {
    for (String text :
        new String[] {
          "platform: [kube-system]\n---\nplatform: [falco]\n",
          "platform: [kube-system]\nplatform: [falco]\n",
          "---\n...\n",
          "exceptions: []\nexceptions: []\n"
        }) {
      ReviewEdit edit =
          ReviewWriter.add(Manifest.of(FILE, text), risk("tenant", "acme", ""), TODAY);
      if (edit instanceof ReviewEdit.Made made) {
        assertThat(ReviewReader.read(Manifest.of(FILE, made.after())).exceptions())
            .as(text)
            .hasSize(1);
      } else {
        assertThat(((ReviewEdit.Refused) edit).reason()).as(text).contains("by hand");
      }
    }
  }

  @Test
  void ofTwoEntriesThatCoverTheSameTheOneThatHoldsIsRenewed() {
    String two =
        THERE.replace(
            "attestations",
            """
              - control: added-capability
                container: globex/StatefulSet/ledger/ledger
                value: NET_BIND_SERVICE
                reason: still
                owner: ledger team
                expires: 2026-12-24
            attestations\
            """);
    String text =
        after(two, risk("container", "globex/StatefulSet/ledger/ledger", "NET_BIND_SERVICE"));
    assertThat(text).contains("expires: 2026-11-04").doesNotContain("2026-12-24");
    assertThat(ReviewReader.read(Manifest.of(FILE, text)).exceptions()).hasSize(2);
  }

  @Test
  void aFileThatCannotBeReadIsLeftAsItIs() {
    ReviewEdit edit =
        ReviewWriter.add(Manifest.of(FILE, "exceptions: [\n"), risk("tenant", "a", ""), TODAY);

    assertThat(edit).isInstanceOf(ReviewEdit.Refused.class);
    assertThat(((ReviewEdit.Refused) edit).reason()).startsWith("The review file is left as it is");
  }
}
