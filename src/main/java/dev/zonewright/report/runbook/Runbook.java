package dev.zonewright.report.runbook;

import java.util.List;

/**
 * The steps of an incident for one workload.
 *
 * @param workload {@code NAMESPACE/KIND/NAME}
 * @param known what the manifests say that a responder needs, one line each
 * @param steps in the order of the reference architecture
 * @param missing what stands in angle brackets, and where it is found
 */
public record Runbook(
    Incident incident,
    String workload,
    List<String> known,
    List<Step> steps,
    List<Missing> missing) {
  public Runbook {
    known = List.copyOf(known);
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  /**
   * One step.
   *
   * @param title in the imperative
   * @param text why, and what to look at; may be empty
   * @param commands lines for a shell, where it is said; may be none
   */
  public record Step(String title, String text, List<String> commands) {
    public Step {
      commands = List.copyOf(commands);
    }
  }

  /** A thing that no manifest shows, as it stands in the commands, and where it is found. */
  public record Missing(String name, String found) {}
}
