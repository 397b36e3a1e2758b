package dev.zonewright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.zonewright.ui.review.ExceptionRow.State;
import org.junit.jupiter.api.Test;

/** Every entry that is written down has one state, and only what holds is said to be in force. */
class ExceptionRowTest {
  private static final String REVIEW =
      """
      exceptions:
        - {control: unrestricted-internet-egress, namespace: shop, reason: r, owner: o, expires: 2027-02-01}
        - {control: root-user, object: shop/Pod/api, reason: r, owner: o, expires: 2026-12-01}
        - {control: root-user, object: shop/Pod/worker, reason: r, owner: o, expires: 2026-11-01}
        - {control: root-user, object: bank/Pod/ledger, reason: r, owner: o, expires: 2099-01-01}
        - {control: host-pid, namespace: bank, reason: r, owner: o, expires: 2027-02-01}
        - {control: open-ingress, object: shop/Pod/api, reason: r, owner: o, expires: 2027-02-01}
        - {control: no-such, namespace: bank, reason: r, owner: o, expires: 2027-02-01}
        - {control: root-user, namespace: shop, owner: somebody, expires: 2027-02-01}
        - {control: root-user, namespace: shop, reason: r, owner: o, expires: next year}
        - {control: unrestricted-internet-egress, namespace: shop, reason: r, owner: o, expires: 2027-02-01}
      """;

  @Test
  void everyEntryHasOneState() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, REVIEW);
    assertThat(facts.exceptionRows())
        .extracting(r -> r.path().toString(), ExceptionRow::state)
        .containsExactlyInAnyOrder(
            tuple("exceptions[0]", State.IN_FORCE),
            tuple("exceptions[1]", State.SOON),
            tuple("exceptions[2]", State.EXPIRED),
            tuple("exceptions[3]", State.OVERLONG),
            tuple("exceptions[4]", State.UNUSED),
            tuple("exceptions[5]", State.INVALID),
            tuple("exceptions[6]", State.INVALID),
            tuple("exceptions[7]", State.INVALID),
            tuple("exceptions[8]", State.INVALID),
            tuple("exceptions[9]", State.UNUSED));
  }

  @Test
  void whatCannotBeUsedIsShownAsItIsWrittenWithWhatIsWrong() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, REVIEW);
    ExceptionRow row =
        facts.exceptionRows().stream()
            .filter(r -> r.path().toString().equals("exceptions[7]"))
            .findFirst()
            .orElseThrow();
    assertThat(row.scope()).isEqualTo("namespace shop");
    assertThat(row.owner()).isEqualTo("somebody");
    assertThat(row.covered()).isEmpty();
    assertThat(row.why()).contains("reason");
  }
}
