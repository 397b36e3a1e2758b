package dev.zonewright.ui.perspective;

import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import java.util.Optional;

/**
 * What was chosen in the tree, as far as the pages of a review can follow it.
 *
 * @param title the words of its row; empty where nothing was chosen yet
 * @param workload whether it is one, of which all pages know what to show
 * @param tenant that it belongs to; empty for what belongs to the cluster or to no object
 */
record Followed(String title, boolean workload, Optional<String> tenant) {
  /** Nothing was chosen yet. */
  static final Followed NOTHING = new Followed("", false, Optional.empty());

  /** Why a page does not show what was chosen; empty where it does. */
  String note(ReviewPage page, ReviewFacts facts) {
    if (title.isEmpty() || !facts.isKnown()) {
      return "";
    }
    return switch (page) {
      case OVERVIEW ->
          tenant.filter(t -> facts.risk(t).isPresent()).isPresent()
              ? ""
              : title + " belongs to no tenant";
      case REACHABILITY, ACCESS -> ofWorkloads(facts);
      case EXCEPTIONS, ATTESTATIONS, COMPARE -> "All tenants are listed, whatever is selected";
    };
  }

  private String ofWorkloads(ReviewFacts facts) {
    if (workload) {
      return "";
    }
    if (tenant.isEmpty()) {
      return title + " is not a workload and belongs to no tenant";
    }
    String name = tenant.get();
    boolean known = facts.analysis().workloads().stream().anyMatch(w -> w.tenant().equals(name));
    if (!known) {
      return "No workload of " + name + " is opened";
    }
    return title.equals(name) ? "" : title + " is not a workload; one of " + name + " is shown";
  }
}
