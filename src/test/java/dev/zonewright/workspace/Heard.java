package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes down what opening brings. */
final class Heard implements OpenListener {
  final List<OpenedFile> opened = new ArrayList<>();
  final List<Unreadable> refused = new ArrayList<>();
  final List<String> progress = new ArrayList<>();
  final List<String> parts = new ArrayList<>();

  static Heard opening(Path... paths) {
    return opening(new ManifestStore(), paths);
  }

  static Heard opening(ManifestStore store, Path... paths) {
    Heard heard = new Heard();
    store.open(List.of(paths), heard, () -> false);
    return heard;
  }

  /** The names of what was opened, from the folder on. */
  List<String> namesBelow(Path folder) {
    return opened.stream().map(f -> f.name().substring(folder.toString().length() + 1)).toList();
  }

  Unreadable only() {
    if (!opened.isEmpty() || refused.size() != 1) {
      throw new AssertionError("not one refusal alone: " + opened + refused);
    }
    return refused.getFirst();
  }

  @Override
  public void opened(OpenedFile file) {
    opened.add(file);
  }

  @Override
  public void unreadable(Unreadable file) {
    refused.add(file);
  }

  @Override
  public void within(long bytes, long all) {
    parts.add(bytes + "/" + all);
  }

  @Override
  public void progress(int done, int found) {
    progress.add(done + "/" + found);
  }
}
