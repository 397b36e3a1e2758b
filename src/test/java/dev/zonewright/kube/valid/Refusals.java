package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;

/** What the rules refuse of the objects of a text. */
public final class Refusals {
  private Refusals() {}

  /** Each with the path of the key and the reason. */
  public static List<String> broken(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> ObjectRules.of(object).stream())
        .map(v -> v.at().path() + ": " + v.message())
        .toList();
  }

  /** The one is refused for one reason, and the other is taken. */
  public static void decides(String form, String refused, String taken) {
    assertThat(broken(form.formatted(refused))).as(refused).hasSize(1);
    assertThat(broken(form.formatted(taken))).as(taken).isEmpty();
  }
}
