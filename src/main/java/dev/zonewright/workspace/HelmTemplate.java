package dev.zonewright.workspace;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    String name = windows ? "helm.exe" : "helm";
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      try {
        Path helm = Path.of(folder).resolve(name);
        // a relative folder would run what lies in the folder that happens to be the current one
        if (helm.isAbsolute() && Files.isRegularFile(helm) && Files.isExecutable(helm)) {
          return Optional.of(helm);
        }
      } catch (InvalidPathException _) {
        // such a folder holds no Helm
      }
    }
    return Optional.empty();
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
    return String.join(" ", command().stream().map(HelmTemplate::quoted).toList());
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
