package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoTest {
  private static final Memo.Key<String, List<String>> NONE = new Memo.Key<>(_ -> List.of());
  private static final Memo.Key<String, Optional<String>> EMPTY =
      new Memo.Key<>(_ -> Optional.empty());
  private static final Memo.Key<String, String> ITSELF = new Memo.Key<>(thing -> thing);

  @Test
  void whatSaysNothingIsKeptOnceForAllThings() {
    Memo one = new Memo();
    Memo other = new Memo();
    for (Memo memo : List.of(one, other)) {
      assertThat(memo.get(NONE, "a")).isEmpty();
      assertThat(memo.get(EMPTY, "a")).isEmpty();
    }

    assertThat(one.sharesAllWith(other)).isTrue();
  }

  @Test
  void eachThingKeepsItsOwnAnswers() {
    Memo one = new Memo();
    Memo other = new Memo();
    for (Memo memo : List.of(one, other)) {
      memo.get(NONE, "");
    }

    assertThat(one.get(ITSELF, "one")).isEqualTo("one");
    assertThat(other.get(ITSELF, "other")).isEqualTo("other");
    assertThat(one.get(EMPTY, "one")).isEmpty();
    assertThat(one.get(ITSELF, "later")).isEqualTo("one");
    assertThat(other.get(NONE, "")).isEmpty();
    assertThat(one.sharesAllWith(other)).isFalse();
  }

  @Test
  void anAnswerIsWorkedOutOnce() {
    List<String> asked = new ArrayList<>();
    Memo.Key<String, List<String>> key =
        new Memo.Key<>(thing -> {
          asked.add(thing);
          return List.of();
        });
    Memo memo = new Memo();

    memo.get(key, "a");
    memo.get(key, "a");

    assertThat(asked).containsExactly("a");
  }
}
