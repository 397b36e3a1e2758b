package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who replaces a file, as git does, may take the old one away before the new one is there. */
class ReplacedFileTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsBeingReplacedIsNotSaidToBeGone() throws IOException {
    List<Runnable> later = new ArrayList<>();
    Bench slow =
        new Bench(
            folder,
            new BackgroundRunner(
                Runnable::run,
                Runnable::run,
                Runnable::run,
                (_, task) -> {
                  later.add(task);
                  return () -> later.remove(task);
                }),
            Optional.empty());
    slow.open(slow.write("a.yaml", Bench.DEPLOYMENT));
    runAll(later);
    Files.delete(folder.resolve("a.yaml"));
    slow.model.files().diskChanges().check();
    slow.model.files().diskChanges().check();
    slow.write("a.yaml", Bench.HARDENED);
    runAll(later);
    assertThat(slow.model.noticeProperty().get()).isNull();
    assertThat(slow.active().text()).isEqualTo(Bench.HARDENED);

    Files.delete(folder.resolve("a.yaml"));
    slow.model.files().diskChanges().check();
    assertThat(slow.model.noticeProperty().get()).isNull();
    runAll(later);
    assertThat(slow.notice().text()).startsWith("a.yaml is no longer on disk.");
  }

  private static void runAll(List<Runnable> later) {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }
}
