package dev.zonewright.bench;

/**
 * A line of the table.
 *
 * @param what what is divided by what
 * @param time milliseconds, or multiples
 * @param by what it is divided by, of the same run
 * @param wanted the bound that we set ourselves
 */
record Row(String what, double time, double by, String wanted) {
  /** As a row of a Markdown table. */
  String markdown() {
    return "| %s | %,.1f | %,.1f | **%.2f** | %s |%n".formatted(what, time, by, time / by, wanted);
  }
}
