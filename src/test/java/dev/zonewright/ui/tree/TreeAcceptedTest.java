package dev.zonewright.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.Reviews;
import org.junit.jupiter.api.Test;

/** What the tree says of objects whose findings are accepted. */
class TreeAcceptedTest {
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: db, namespace: shop}
      stringData: {password: hunter2hunter2}
      """;

  /** A tick says that nothing was found; of what is accepted that is not so. */
  @Test
  void whatIsAcceptedIsNoFindingAndHasNoTick() {
    String review =
        """
        exceptions:
        - control: literal-credential
          namespace: shop
          reason: moves next month
          owner: shop team
          expires: 2026-12-05
        """;
    TreeModel model = new TreeModel();
    model.show(Reviews.of(SECRET, review).analysis());
    TreeNode tenant = model.rootsProperty().get().getFirst();
    TreeNode secret = tenant.children().getFirst();

    assertThat(secret.counts()).isEmpty();
    assertThat(secret.apart()).isEqualTo("1 accepted");
    assertThat(secret.isClean()).isFalse();
    assertThat(tenant.isClean()).isFalse();
  }
}
