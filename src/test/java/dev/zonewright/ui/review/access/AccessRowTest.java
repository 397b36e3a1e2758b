package dev.zonewright.ui.review.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.Reviews;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row of the accounts says in a narrow column. */
class AccessRowTest {
  @Test
  void theUsersOfAnAccountAreSaidInFewerWordsWhereThereIsLittleRoom() {
    AccessModel model = new AccessModel(Reviews.runner());
    model.onShowProperty().set(true);
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    List<AccessRow> rows = model.answersProperty().get().rows();

    assertThat(rows)
        .filteredOn(row -> row.account().equals("shop/default"))
        .singleElement()
        .satisfies(row ->
            assertThat(row.userForms()).containsExactly("api, worker", "api +1", "2 workloads"));
    assertThat(rows)
        .filteredOn(row -> row.account().equals("bank/default"))
        .singleElement()
        .satisfies(row -> assertThat(row.userForms()).containsExactly("ledger"));
  }
}
