package dev.zonewright.catalogue;

/** What a fix says that it brings: what takes effect by it can be found. */
final class Announced {
  private Announced() {}

  /** Whether the fix of this title says that it brings a finding of the control. */
  static boolean is(String control, String title) {
    return title.equals("Declare it an agent")
        || title.startsWith("Move ")
        || switch (control) {
          case "added-capability" -> title.contains(", add ");
          // the pods of the cluster that are left are those of DNS too
          case "wide-dns-egress" -> title.startsWith("Limit rule ");
          // a workload that uses no folder of its node is no longer the platform's
          case "workload-in-shared-namespace" ->
              title.startsWith("Replace hostPath") || title.startsWith("Remove the volume");
          default -> false;
        };
  }
}
