package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** In the list of workloads, typing leads to a workload. */
class WorkloadTypingTest extends AnswerPages {
  @Test
  void lettersLeadToTheWorkloadOfThatName() throws Exception {
    openReachability();
    push(KeyCode.CONTROL, KeyCode.L);
    ComboBox<String> from = lookup("#reach-from").query();
    until(from::isShowing);
    String path = from.getItems().getLast();
    assertThat(from.getValue()).isNotEqualTo(path);
    write(path.toLowerCase(Locale.ROOT), 0);
    until(() -> path.equals(from.getValue()));
    assertThat(from.isShowing()).isTrue();
  }
}
