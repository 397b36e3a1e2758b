package dev.zonewright.report.runbook;

import dev.zonewright.kube.secret.Masked;
import java.util.List;

/** Writes runbooks as Markdown, which also reads well as it is. */
public final class RunbookText {
  private RunbookText() {}

  /** One after another; lines ended by LF. */
  public static String of(List<Runbook> runbooks) {
    StringBuilder out = new StringBuilder();
    for (Runbook runbook : runbooks) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      one(runbook, out);
    }
    return Masked.within(out.toString());
  }

  private static void one(Runbook runbook, StringBuilder out) {
    out.append("# ").append(runbook.incident().title()).append("\n\n");
    out.append("Workload `").append(runbook.workload()).append("`. From the manifests:\n\n");
    runbook.known().forEach(line -> out.append("- ").append(line).append('\n'));
    int number = 1;
    for (Runbook.Step step : runbook.steps()) {
      out.append("\n## ").append(number++).append(". ").append(step.title()).append("\n\n");
      if (!step.text().isEmpty()) {
        out.append(step.text()).append("\n");
      }
      if (!step.commands().isEmpty()) {
        out.append("\n```sh\n");
        step.commands().forEach(command -> out.append(command).append('\n'));
        out.append("```\n");
      }
    }
    if (!runbook.missing().isEmpty()) {
      out.append("\n## Values to fill in\n\nThe manifests do not show these:\n\n");
      runbook
          .missing()
          .forEach(
              m -> out.append("- `").append(m.name()).append("`: ").append(m.found()).append('\n'));
    }
  }
}
