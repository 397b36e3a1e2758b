package dev.zonewright.catalogue;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Real manifests beside the checkout, unpacked into a folder; nothing where they are absent. */
record CorpusTexts(Path folder) {
  private static final Path CORPUS = Path.of("..", "shared", "corpus");

  private static final Map<String, List<String>> ARCHIVES =
      new TreeMap<>(
          Map.of(
              "labelled.tar.xz", List.of("tar", "xJf"),
              "real-pick.tar.xz", List.of("tar", "xJf"),
              "bench-10mb.yaml.xz", List.of("xz", "-dc")));

  /** Unpacks what is there; false, with a printed line, when nothing could be. */
  boolean unpack() throws InterruptedException {
    boolean any = false;
    for (Map.Entry<String, List<String>> archive : ARCHIVES.entrySet()) {
      Path from = CORPUS.resolve(archive.getKey());
      boolean done = Files.exists(from) && unpack(from, archive.getValue());
      if (!done) {
        System.out.println("skipped: " + archive.getKey() + " is not there or cannot be unpacked");
      }
      any |= done;
    }
    return any;
  }

  private boolean unpack(Path from, List<String> with) throws InterruptedException {
    try {
      boolean single = with.getFirst().equals("xz");
      ProcessBuilder command =
          new ProcessBuilder(
                  Stream.concat(with.stream(), Stream.of(from.toAbsolutePath().toString()))
                      .toList())
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      if (single) {
        String name = from.getFileName().toString().replaceFirst("\\.xz$", "");
        command.redirectOutput(folder.resolve(name).toFile());
      }
      return command.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Gives name and text of each manifest that is text, in the order of their names. */
  void forEach(BiConsumer<String, SourceText> each) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).filter(CorpusTexts::isManifest).sorted().toList();
    }
    for (Path file : files) {
      try {
        if (Decoding.of(Files.readAllBytes(file)) instanceof Decoding.Decoded(SourceText text)) {
          each.accept(folder.relativize(file).toString(), text);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
