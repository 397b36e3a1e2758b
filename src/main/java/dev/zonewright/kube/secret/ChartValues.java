package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The credentials among the values that an object hands to a chart: a HelmRelease of Flux, an
 * Application of Argo CD, a HelmChart of the Helm controller.
 */
public final class ChartValues {
  private ChartValues() {}

  /**
   * One of them.
   *
   * @param at the value that is one, or the text that holds one
   */
  public record Found(YamlCursor at, Credential credential) {}

  /** Those of an object, in the order of its fields; none of an object that installs no chart. */
  public static List<Found> of(KubeObject object) {
    List<Found> out = new ArrayList<>();
    YamlCursor spec = object.root().get("spec");
    switch (object.group() + "/" + object.kind()) {
      case "helm.toolkit.fluxcd.io/HelmRelease" -> tree(spec.get("values"), out);
      case "helm.cattle.io/HelmChart" -> {
        tree(spec.get("set"), out);
        text(spec.get("valuesContent"), out);
      }
      case "helm.cattle.io/HelmChartConfig" -> text(spec.get("valuesContent"), out);
      case "argoproj.io/Application" -> application(spec, out);
      case "argoproj.io/ApplicationSet" -> application(spec.get("template", "spec"), out);
      default -> {}
    }
    return out;
  }

  private static void application(YamlCursor spec, List<Found> out) {
    source(spec.get("source"), out);
    spec.get("sources").items().forEach(source -> source(source, out));
  }

  private static void source(YamlCursor source, List<Found> out) {
    YamlCursor helm = source.get("helm");
    helm.get("parameters").items().forEach(p -> value(p.get("name").raw(), p.get("value"), out));
    tree(helm.get("valuesObject"), out);
    text(helm.get("values"), out);
  }

  private static void tree(YamlCursor at, List<Found> out) {
    for (YamlCursor entry : at.entries()) {
      String beside = entry.key().equals("value") ? at.get("name").raw() : "";
      value(beside.isEmpty() ? entry.key() : beside, entry, out);
      tree(entry, out);
    }
    for (YamlCursor item : at.items()) {
      value("", item, out);
      tree(item, out);
    }
  }

  private static void value(String name, YamlCursor at, List<Found> out) {
    if (!at.isScalar() || at.isHidden()) {
      return;
    }
    String raw = at.raw();
    if (raw.strip().indexOf('\n') >= 0) {
      text(at, out);
      return;
    }
    Credentials.byShape(raw)
        .or(() ->
            isNameOfSecret(name, raw.strip())
                ? Optional.empty()
                : Credentials.byName(name.substring(name.lastIndexOf('.') + 1), raw))
        .ifPresent(found -> out.add(new Found(at, found)));
  }

  private static void text(YamlCursor at, List<Found> out) {
    if (at.isScalar() && !at.isHidden()) {
      Credentials.inText(at.raw()).ifPresent(in -> out.add(new Found(at, in.credential())));
    }
  }

  private static final Pattern OBJECT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  /** Charts ask for the name of a Secret as {@code secret}, {@code tlsSecret}, {@code secrets}. */
  private static boolean isNameOfSecret(String name, String value) {
    List<String> words = NameWords.of(name);
    boolean asks =
        !words.isEmpty() && (words.getLast().equals("secret") || words.getLast().equals("secrets"));
    return asks && OBJECT_NAME.matcher(value).matches() && !Entropy.isRandom(value);
  }
}
