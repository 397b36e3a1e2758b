package dev.zonewright.catalogue.token;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Fields: {@code spec.volumes[*].projected.sources[*].serviceAccountToken.audience} and {@code
 * .expirationSeconds}. Accepted: an audience (default: that of the Kubernetes API), and at most the
 * profile's limit (default: 3600). Kubernetes since 1.12. The volume that Kubernetes itself puts
 * into a pod is not looked at: whether it comes is another control's matter.
 */
public final class UnboundServiceAccountToken implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnboundServiceAccountToken.class),
          Family.TOKEN,
          "Token for anyone, or for too long",
          "A projected ServiceAccount token names no audience, or lives longer than needed",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: ServiceAccount token handling",
              "Kubernetes: Projected volumes"));

  /** Of a name that nobody can own, so that the token is good for nothing until it is replaced. */
  private static final String AUDIENCE = "receiving-service.example";

  /** How the API server calls the volume that it adds to a pod. */
  private static final Pattern ADDED_VOLUME = Pattern.compile("kube-api-access-[a-z0-9]{5}");

  /** The lifetime that the API server takes for a sign of old clients. */
  private static final BigInteger STRETCHED = BigInteger.valueOf(3607);

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("volumes[].projected.sources[].serviceAccountToken.audience"),
        PodFields.pod("volumes[].projected.sources[].serviceAccountToken.expirationSeconds"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      boolean added = pod.isBarePod() && ADDED_VOLUME.matcher(volume.get("name").raw()).matches();
      for (YamlCursor source : volume.get("projected", "sources").items()) {
        YamlCursor token = source.get("serviceAccountToken");
        if (token.isSet() && !added) {
          audience(token.get("audience"), reporter);
          lifetime(token.get("expirationSeconds"), reporter);
        }
      }
    }
  }

  private static void audience(YamlCursor at, Reporter reporter) {
    boolean named = at.isSet() && !(at.isScalar() && at.raw().isEmpty());
    if (named || UnknownValue.hides(at)) {
      return;
    }
    reporter
        .violated(
            at,
            "The token names no audience, so it is valid for the Kubernetes API: anyone who "
                + "receives it can use it there")
        .fix(
            Fix.review(
                "Set audience to %s, to be replaced by your own".formatted(AUDIENCE),
                "only the receiver knows which audience it accepts",
                editor -> editor.set(at.path(), YamlValue.of(AUDIENCE))))
        .guidance(
            "Write the name that the receiving service expects, such as vault or"
                + " sts.amazonaws.com. A token for the Kubernetes API names that API.");
  }

  private static void lifetime(YamlCursor at, Reporter reporter) {
    if (!at.isSet() || UnknownValue.isPlaceholder(at)) {
      return;
    }
    long limit = reporter.profile().tokenSeconds();
    Fix fix =
        Fix.review(
            "Set expirationSeconds to " + limit,
            "a program that reads the token only once keeps an expired one",
            editor -> editor.set(at.path(), YamlValue.of(limit)));
    if (!(at.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger seconds))) {
      reporter
          .undetermined(
              at,
              "expirationSeconds is %s, but must be a whole number: Kubernetes refuses the"
                      .formatted(UnknownValue.quoted(at))
                  + " object")
          .fix(fix);
    } else if (seconds.compareTo(BigInteger.valueOf(limit)) > 0) {
      reporter
          .violated(at, tooLong(seconds, limit, at))
          .fix(fix)
          .guidance(
              "Kubernetes renews the file before it expires; the reader must read it again. "
                  + "Accept the finding where the receiver needs a long lifetime.");
    }
  }

  private static String tooLong(BigInteger seconds, long limit, YamlCursor at) {
    boolean ofApi = at.parent().map(token -> token.get("audience")).orElse(at).raw().isEmpty();
    return seconds.equals(STRETCHED) && ofApi
        ? "Asked for 3607 seconds, most API servers issue a token that is valid for a year"
        : "The token is valid for %s seconds, more than the %d that are allowed: a thief can use it"
                .formatted(seconds, limit)
            + " that long";
  }
}
