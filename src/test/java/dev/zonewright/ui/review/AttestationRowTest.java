package dev.zonewright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.zonewright.ui.review.AttestationRow.State;
import org.junit.jupiter.api.Test;

/** Every attestation that is written down is listed, and only what attests is said to be valid. */
class AttestationRowTest {
  private static final String REVIEW =
      """
      tenants:
        group: [bank]
      attestations:
        - {item: dom0-restricted, by: W, date: 2026-10-02}
        - {item: dom0-restricted, by: W, date: 2025-12-05}
        - {item: dom0-restricted, by: W, date: 2024-10-02}
        - {item: dom0-restricted, by: W, date: 2026-10-02, tenants: [shop, nowhere]}
        - {item: dom0-restricted, by: W, date: 2026-10-02, tenants: [nowhere, gone]}
        - {item: dom0-restricted, by: W, date: 2026-10-02, tenant: bank}
        - {item: no-such, by: W, date: 2026-10-02}
        - {item: dom0-restricted, by: W, date: 2027-10-02}
        - {item: dom0-restricted, date: 2026-10-02, tenants: [shop, group], note: seen}
        - {item: dom0-restricted, by: W, date: 2026-10-02, expires: next year}
        - dom0-restricted
      """;

  @Test
  void everyEntryHasOneState() {
    assertThat(Reviews.of(Reviews.TWO_TENANTS, REVIEW).attestationRows())
        .extracting(r -> r.path().toString(), AttestationRow::state)
        .containsExactly(
            tuple("attestations[0]", State.VALID),
            tuple("attestations[1]", State.SOON),
            tuple("attestations[2]", State.EXPIRED),
            tuple("attestations[3]", State.PARTLY),
            tuple("attestations[4]", State.UNUSED),
            tuple("attestations[5]", State.INVALID),
            tuple("attestations[6]", State.INVALID),
            tuple("attestations[7]", State.INVALID),
            tuple("attestations[8]", State.INVALID),
            tuple("attestations[9]", State.INVALID),
            tuple("attestations[10]", State.INVALID));
  }

  @Test
  void onlyWhatIsValidHasNothingToBeSaidOfIt() {
    assertThat(Reviews.of(Reviews.TWO_TENANTS, REVIEW).attestationRows())
        .allSatisfy(row ->
            assertThat(row.why().isEmpty())
                .as(row.path() + ": " + row.why())
                .isEqualTo(row.state() == State.VALID || row.state() == State.SOON));
  }

  @Test
  void whatCannotBeUsedIsShownAsItIsWrittenWithWhatIsWrong() {
    AttestationRow row = Reviews.of(Reviews.TWO_TENANTS, REVIEW).attestationRows().get(8);
    assertThat(row.item()).isEqualTo("dom0-restricted");
    assertThat(row.tenants()).containsExactly("shop", "group");
    assertThat(row.note()).isEqualTo("seen");
    assertThat(row.until()).isEmpty();
    assertThat(row.why()).contains("has no 'by'");
  }

  @Test
  void anEndThatCannotBeReadLetsNothingBeAttested() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, REVIEW);
    assertThat(facts.review().orElseThrow().file().attestations())
        .noneMatch(a -> a.path().toString().equals("attestations[9]"));
    assertThat(facts.attestationRows().get(9).why()).contains("'next year' is not a date");
  }
}
