package dev.zonewright.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of {@code helm template}: the person's own Helm, started without a shell.
 *
 * @param helm the program
 * @param chart the folder of the chart
 * @param release the name of the release
 * @param namespace empty for Helm's own default
 * @param values values files, a later one over an earlier one
 */
public record HelmTemplate(
    Path helm, Path chart, String release, String namespace, List<Path> values) {
  public HelmTemplate {
    values = List.copyOf(values);
  }

  /** Whether a folder is a chart. */
  public static boolean isChart(Path folder) {
    return Files.isRegularFile(folder.resolve("Chart.yaml"));
  }

  /**
   * Looks for Helm as a shell would.
   *
   * @param searchPath the value of PATH
   */
  public static Optional<Path> find(String searchPath) {
    return Programs.find("helm", searchPath);
  }

  /** A name for the release that Helm accepts, made from the chart's folder. */
  public static String releaseFor(Path chart) {
    Path folder = chart.toAbsolutePath().normalize().getFileName();
    String name =
        (folder == null ? "" : folder.toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^-+|-+$", "");
    String shortened = name.substring(0, Math.min(name.length(), 53)).replaceAll("-+$", "");
    return shortened.isEmpty() ? "release" : shortened;
  }

  /** The program and its arguments. */
  public List<String> command() {
    List<String> out = new ArrayList<>(List.of(helm.toString(), "template"));
    if (!namespace.isBlank()) {
      out.addAll(List.of("--namespace", namespace));
    }
    values.forEach(file -> out.addAll(List.of("--values", file.toString())));
    // what follows is no option, whatever it begins with
    out.addAll(List.of("--", release, chart.toString()));
    return out;
  }

  /** The command as one would type it; to be read, and to be copied. */
  public String shown() {
    return Programs.shown(command());
  }
}
