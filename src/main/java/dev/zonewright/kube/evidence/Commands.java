package dev.zonewright.kube.evidence;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words that a container is started with. */
final class Commands {
  private Commands() {}

  /** The texts of {@code command} and {@code args}, as written. */
  static List<String> textsOf(YamlCursor container) {
    return Stream.of("command", "args", "source", "script")
        .flatMap(key ->
            Stream.concat(
                container.get(key).string().stream(),
                container.get(key).items().stream().map(YamlCursor::raw)))
        .toList();
  }

  /** The single words in them, those of scripts included, each without its folder. */
  static List<String> wordsOf(YamlCursor container) {
    List<String> out = new ArrayList<>();
    for (String text : textsOf(container)) {
      for (String word : text.split("[\\s;|&(){}<>`\"'=$]+")) {
        if (!word.isEmpty()) {
          out.add(word.substring(word.lastIndexOf('/') + 1));
        }
      }
    }
    return out;
  }
}
