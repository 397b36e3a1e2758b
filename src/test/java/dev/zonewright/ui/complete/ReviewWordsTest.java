package dev.zonewright.ui.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.review.ReviewSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is proposed in a review file. */
class ReviewWordsTest {
  private static CompletionModel asked(String marked) {
    Caret caret = Caret.in(marked);
    CompletionModel model = new CompletionModel(caret.lines(), true);
    model.ask(caret.line(), caret.column());
    return model;
  }

  private static List<String> words(String marked) {
    return asked(marked).shown().stream().map(Proposal::word).toList();
  }

  @Test
  void eachKeyOfTheSchemaAtTheTop() {
    List<String> all =
        List.copyOf(
            JsonMapper.shared().readTree(ReviewSchema.text()).path("properties").propertyNames());
    assertThat(words("¦")).containsExactlyElementsOf(all);
    assertThat(words("platform: [falco]\nprof¦\n")).containsExactly("profile");
    assertThat(words("platform: [falco]\n¦\n")).contains("exceptions").doesNotContain("platform");
  }

  @Test
  void whatAnEntryNeedsComesFirst() {
    assertThat(words("exceptions:\n  - ¦")).startsWith("control", "reason", "owner", "expires");
    assertThat(words("attestations:\n- item: x\n  ¦"))
        .startsWith("by", "date")
        .contains("note", "tenants")
        .doesNotContain("item");
  }

  @Test
  void anEntryHasOneScope() {
    assertThat(words("exceptions:\n  - control: a\n    ¦"))
        .contains("container", "object", "namespace", "tenant");
    assertThat(words("exceptions:\n  - control: a\n    tenant: b\n    ¦"))
        .contains("reason")
        .doesNotContain("container", "object", "namespace", "tenant");
  }

  @Test
  void idsOfControlsAndItemsAndTheProfile() {
    assertThat(words("exceptions:\n  - control: ¦")).contains("host-pid", "open-egress");
    assertThat(words("exceptions:\n  - control: host-p¦")).contains("host-pid");
    assertThat(words("attestations:\n  - item: ¦")).contains("dom0-restricted");
    assertThat(words("profile: ¦")).containsExactly("edera-reference");
    assertThat(words("hostNetworkPoliced: ¦")).containsExactly("true", "false");
  }

  @Test
  void nothingWhereAnyWordWillDo() {
    assertThat(words("exceptions:\n  - reason: ¦")).isEmpty();
    assertThat(words("tenants:\n  ¦")).isEmpty();
    assertThat(words("nothing:\n  ¦")).isEmpty();
    assertThat(words("platform:\n  - ¦")).isEmpty();
  }

  @Test
  void aListIsWrittenWithItsFirstItem() {
    assertThat(asked("exc¦").take().map(t -> t.edit().replacement())).contains("exceptions:\n  - ");
  }
}
