package dev.zonewright.catalogue;

import dev.zonewright.BesideCheckout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Manifests of other projects with their verdicts; present beside a checkout or not at all. */
record LabelledCorpus(Path folder, List<Label> labels) {
  /** One verdict on one file. */
  record Label(String path, String control, boolean violates) {}

  /** Unpacks it into an empty folder; the test that asks is skipped where it is absent. */
  static LabelledCorpus into(Path folder) throws IOException, InterruptedException {
    BesideCheckout.unpack("labelled.tar.xz", folder);
    Path index;
    try (Stream<Path> files = Files.walk(folder)) {
      index = files.filter(f -> f.endsWith("index.tsv")).findFirst().orElseThrow();
    }
    List<Label> labels = new ArrayList<>();
    for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 6 && cells[6].isEmpty() && !cells[0].equals("path")) {
        labels.add(new Label(cells[0], cells[2], cells[3].equals("violates")));
      }
    }
    return new LabelledCorpus(root(folder, labels), List.copyOf(labels));
  }

  /** Paths in the index may start at the archive's own folder or beside it. */
  private static Path root(Path folder, List<Label> labels) throws IOException {
    String first = labels.getFirst().path();
    try (Stream<Path> folders = Files.walk(folder, 2)) {
      return folders.filter(f -> Files.exists(f.resolve(first))).findFirst().orElse(folder);
    }
  }

  /** The manifests that a label is about: a file, or all files of a project. */
  List<Path> filesOf(Label label) throws IOException {
    Path at = folder.resolve(label.path());
    if (!label.path().endsWith("/")) {
      return List.of(at);
    }
    try (Stream<Path> files = Files.walk(at)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
