package dev.zonewright.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Gathers what is tried, under headings. */
final class Rows {
  private final List<BadInput> all = new ArrayList<>();
  private String group = "";

  /** Begins the next heading. */
  void group(String name) {
    group = name;
  }

  void add(String name, IntFunction<String> ofSize) {
    all.add(new BadInput(group, name, ofSize));
  }

  List<BadInput> all() {
    return List.copyOf(all);
  }
}
