package dev.zonewright.analysis;

import dev.zonewright.control.Finding;
import dev.zonewright.yaml.YamlCursor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names a finding by what it is about rather than where it stands: control, object, and the path
 * with list items called by their names, so that it survives moved lines, reordered containers and
 * another file. What a tenant lacks is about the tenant, whichever of its objects comes first.
 */
public final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /**
   * The name of a finding, without a count.
   *
   * @param at what stands at its path
   */
  public static String of(Finding finding, YamlCursor at) {
    String basis =
        String.join(
            "\n",
            finding.control().id(),
            finding.kind(),
            finding.namespace(),
            finding.name(),
            stablePath(at),
            finding.kind().isEmpty() ? finding.message() : "");
    return hash(basis);
  }

  /**
   * The name of a finding about more or less than one object.
   *
   * @param whole what it is about: a tenant, the cluster, an entry of a review file
   */
  public static String of(String control, String whole) {
    return hash(control + "\n" + whole);
  }

  private static String hash(String basis) {
    byte[] hash = Sha256.of(basis.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static String stablePath(YamlCursor at) {
    StringBuilder out = new StringBuilder();
    for (@Nullable YamlCursor step = at; step != null; step = step.parent().orElse(null)) {
      String name = step.key();
      if (name.isEmpty() && step.item().isPresent()) {
        name = step.isMapping() ? step.get("name").raw() : step.raw();
      }
      if (name.isEmpty() && step.parent().isPresent()) {
        String path = step.path().toString();
        name = path.substring(path.lastIndexOf('[') + 1);
      }
      out.append('/').append(name);
    }
    return out.toString();
  }
}
