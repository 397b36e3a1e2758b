package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long what an object fills a Secret with stays the same. Fields: {@code refreshInterval} and
 * {@code refreshPolicy} of an ExternalSecret, {@code refreshAfter} of a VaultStaticSecret, {@code
 * duration} and {@code renewBefore} of a Certificate, {@code ttl} of a VaultPKISecret.
 *
 * @param words the end of a sentence; empty when the object leaves it to the defaults
 * @param isLasting whether it is never renewed, or lives longer than the 90 days that cert-manager
 *     takes by default
 */
record Renewal(String words, boolean isLasting) {
  private static final double LONGEST_HOURS = 90.0 * 24;

  private static final Pattern DURATION = Pattern.compile("(?:[0-9.]+(?:ms|[smhd]))+");

  private static final Pattern PART = Pattern.compile("([0-9]+(?:[.][0-9]+)?)(ms|[smhd])");

  private static final Renewal DEFAULT = new Renewal("", false);

  static Renewal of(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    return switch (object.kind()) {
      case "ExternalSecret" -> store(spec);
      case "ClusterExternalSecret" -> store(spec.get("externalSecretSpec"));
      case "VaultStaticSecret" -> interval(spec.get("refreshAfter"));
      case "Certificate" -> certificate(spec.get("duration"), spec.get("renewBefore"));
      case "VaultPKISecret" -> certificate(spec.get("ttl"), spec.get("expiryOffset"));
      default -> DEFAULT;
    };
  }

  private static Renewal store(YamlCursor spec) {
    return switch (spec.get("refreshPolicy").raw()) {
      case "CreatedOnce" -> new Renewal(", once and never again", true);
      case "OnChange" -> new Renewal(", again only when that is changed", true);
      default -> interval(spec.get("refreshInterval"));
    };
  }

  private static Renewal interval(YamlCursor at) {
    String raw = at.raw();
    if (raw.equals("0") || (isDuration(raw) && hours(raw) == 0)) {
      return new Renewal(", once and never again", true);
    }
    if (!isDuration(raw)) {
      return DEFAULT;
    }
    // what is fetched again so seldom is as good as never renewed
    boolean lasting = hours(raw) > LONGEST_HOURS;
    return new Renewal(", again %severy %s".formatted(lasting ? "only " : "", raw), lasting);
  }

  private static Renewal certificate(YamlCursor duration, YamlCursor before) {
    String ends =
        isDuration(before.raw()) ? ", renewed %s before it expires".formatted(before.raw()) : "";
    if (!isDuration(duration.raw())) {
      return new Renewal(ends, false);
    }
    boolean lasting = hours(duration.raw()) > LONGEST_HOURS;
    return new Renewal(
        ", valid for %s%s%s".formatted(duration.raw(), lasting ? ", which is not short" : "", ends),
        lasting);
  }

  private static boolean isDuration(String raw) {
    return raw.length() < 40 && DURATION.matcher(raw).matches();
  }

  private static double hours(String raw) {
    Matcher parts = PART.matcher(raw);
    return parts.results().mapToDouble(Renewal::hoursOf).sum();
  }

  private static double hoursOf(MatchResult part) {
    double unit =
        switch (part.group(2)) {
          case "d" -> 24;
          case "h" -> 1;
          case "m" -> 1.0 / 60;
          case "s" -> 1.0 / 3600;
          default -> 1.0 / 3_600_000;
        };
    return Double.parseDouble(part.group(1)) * unit;
  }
}
