package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Step;
import dev.zonewright.kube.network.Steps;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes for people what workloads reach. */
public final class TextReach {
  private TextReach() {}

  /**
   * Writes answers, those of one workload below another.
   *
   * @param steps whether each answer tells its steps
   */
  public static void write(
      Analysis analysis, List<Reach> answers, Readings readings, boolean steps, PrintWriter out) {
    ObjectPlaces places = new ObjectPlaces(analysis);
    Steps telling = new Steps(readings);
    int width = answers.stream().mapToInt(r -> r.destination().label().length()).max().orElse(0);
    @Nullable NetworkPod last = null;
    for (Reach reach : answers) {
      if (!reach.from().equals(last)) {
        out.print((last == null ? "" : "\n") + Printable.of(reach.from().path()) + "\n");
        last = reach.from();
      }
      String label = reach.destination().label();
      out.print("  " + Printable.of(label) + " ".repeat(width - label.length() + 2));
      out.print(Printable.of(words(reach)) + "\n");
      List<Step> told = telling.of(reach);
      if (steps) {
        told.forEach(step -> step(step, places, out));
      }
    }
    if (answers.isEmpty()) {
      out.print("No workload in the manifests, or no destination to check.\n");
    }
    out.flush();
  }

  private static String words(Reach reach) {
    Answer answer = reach.answer();
    boolean part =
        reach.destination().group() != Destination.Group.WORKLOAD
            && reach.destination().group() != Destination.Group.DNS
            && answer.outcome() == Answer.Outcome.ALLOWED;
    return answer.outcome().words()
        + (reach.open().isEmpty() ? "" : ", " + reach.openPorts())
        + (part && !answer.open().equals(whole(reach)) ? " to " + answer.open() : "")
        + ReachDecision.of(answer).map(d -> "  (" + d + ")").orElse("");
  }

  private static Object whole(Reach reach) {
    return reach.destination().endpoint() instanceof Endpoint.OfAddresses at ? at.addresses() : "";
  }

  private static void step(Step step, ObjectPlaces places, PrintWriter out) {
    out.print("    " + Printable.of(step.question()) + "\n");
    String place = places.of(step).map(p -> "  " + p).orElse("");
    out.print("      " + Printable.of(step.text()) + Printable.of(place) + "\n");
  }
}
