package dev.zonewright.catalogue;

import dev.zonewright.control.Control;
import java.util.List;
import java.util.Optional;

/** All controls, in the order in which the catalogue is read. */
public final class ControlCatalogue {
  private static final List<Control> ALL = List.of();

  private ControlCatalogue() {}

  public static List<Control> all() {
    return ALL;
  }

  public static Optional<Control> byId(String id) {
    return ALL.stream().filter(c -> c.info().id().equals(id)).findFirst();
  }
}
