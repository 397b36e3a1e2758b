package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/**
 * One step of an answer.
 *
 * @param object where it can be read; empty where nothing is written
 * @param path in the object's document; empty for the object as a whole
 */
public record Step(
    String question, String text, Optional<ObjectRef> object, Optional<YamlPath> path) {
  public Step {
    question = Masked.within(question);
    text = Masked.within(text);
  }

  static Step without(String question, String text) {
    return new Step(question, text, Optional.empty(), Optional.empty());
  }
}
