package dev.zonewright.catalogue.pod;

/** What stands behind a claim, as far as the opened manifests tell. */
sealed interface Backing {
  /**
   * Storage of the node itself.
   *
   * @param what the object that says so and what it says, as a clause without a full stop
   */
  record OnNode(String what) implements Backing {}

  record Elsewhere() implements Backing {}

  /**
   * Not known.
   *
   * @param why a clause without a full stop
   */
  record Unknown(String why) implements Backing {}
}
