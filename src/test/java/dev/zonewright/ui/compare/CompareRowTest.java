package dev.zonewright.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompareRowTest {
  private static List<String> lines() {
    return new ArrayList<>(IntStream.rangeClosed(1, 40).mapToObj(i -> "k" + i + ": 1\n").toList());
  }

  private static List<Integer> leftOut(List<String> before, List<String> after) {
    Comparison.Text text =
        Comparison.text("a", "old", String.join("", before), "new", String.join("", after));
    return CompareRow.of(text.diff(), text.lines()).stream()
        .filter(CompareRow.LeftOut.class::isInstance)
        .map(row -> ((CompareRow.LeftOut) row).lines())
        .toList();
  }

  @Test
  void linesThatAreLeftOutAreCountedBeforeBetweenAndAfterWhatChanged() {
    List<String> after = lines();
    after.set(9, "k10: 2\n");
    after.set(29, "k30: 2\n");
    assertThat(leftOut(lines(), after)).containsExactly(6, 13, 7);
  }

  @Test
  void linesThatComeOrGoDoNotCount() {
    List<String> after = lines();
    after.remove(9);
    after.addAll(28, List.of("new: 1\n", "new: 2\n"));
    assertThat(leftOut(lines(), after)).containsExactly(6, 13, 8);
  }

  @Test
  void nothingIsLeftOutWhereAllIsShown() {
    assertThat(leftOut(List.of("a: 1\n"), List.of("a: 2\n"))).isEmpty();
    assertThat(leftOut(lines(), lines())).isEmpty();
    assertThat(leftOut(List.of(), List.of("a: 1\n"))).isEmpty();
    assertThat(leftOut(List.of("a: 1\n"), List.of())).isEmpty();
  }
}
