package dev.zonewright.kube;

import dev.zonewright.yaml.parse.YamlStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which template a rendered document came from, as Helm writes it above each template's output:
 * {@code # Source: chart/templates/deployment.yaml}.
 *
 * @param chart the chart, a subchart with the charts around it: {@code platform/charts/redis}
 * @param template its file below the chart: {@code templates/deployment.yaml}
 */
public record HelmSource(String chart, String template) {
  private static final String MARK = "# Source: ";

  /**
   * The sources of a stream's documents by document number. A document without a line of its own
   * came from the same template as the one before it; one before the first such line has none.
   */
  public static Map<Integer, HelmSource> in(YamlStream stream) {
    Map<Integer, HelmSource> sources = new LinkedHashMap<>();
    @Nullable HelmSource last = null;
    for (YamlStream.Part part : stream.parts()) {
      last = leading(stream.textOf(part)).orElse(last);
      if (last != null) {
        sources.put(part.number(), last);
      }
    }
    return sources;
  }

  /** What the comments say that stand above a document's first line of content. */
  static Optional<HelmSource> leading(String document) {
    for (int from = 0; from < document.length(); ) {
      int end = document.indexOf('\n', from);
      String line = document.substring(from, end < 0 ? document.length() : end).strip();
      if (line.startsWith(MARK)) {
        return parse(line.substring(MARK.length()).strip());
      }
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("---")) {
        return Optional.empty();
      }
      from = end < 0 ? document.length() : end + 1;
    }
    return Optional.empty();
  }

  private static Optional<HelmSource> parse(String path) {
    int folder = path.lastIndexOf("/templates/");
    int cut = folder >= 0 ? folder : path.indexOf('/');
    return cut <= 0
        ? Optional.empty()
        : Optional.of(new HelmSource(path.substring(0, cut), path.substring(cut + 1)));
  }
}
