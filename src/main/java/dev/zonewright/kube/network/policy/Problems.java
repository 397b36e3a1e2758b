package dev.zonewright.kube.network.policy;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;

/** Gathers why the API server refuses a policy, while it is read. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(YamlCursor at, String words) {
    found.add(new Problem(at.path(), words, false));
  }

  /** A value of the wrong type. */
  void type(YamlCursor at, String words) {
    found.add(new Problem(at.path(), words, true));
  }

  List<Problem> found() {
    return List.copyOf(found);
  }
}
