package dev.zonewright.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Profile;
import dev.zonewright.text.Nearest;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlProblem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges a review file itself: entries that cannot be used, are over, or are about nothing. */
final class ReviewAudit {
  /** Somewhere it is tomorrow already. */
  private static final int AHEAD = 1;

  private final ReviewFile file;
  private final Set<String> accepted;
  private final Set<String> tenants;
  private final Set<String> platform;
  private final Analysis reviewed;
  private final Set<Written> written = new HashSet<>();
  private final ReviewFindings out;

  private ReviewAudit(ReviewFile file, Analysis reviewed) {
    this.file = file;
    this.reviewed = reviewed;
    this.out = new ReviewFindings(file);
    this.accepted =
        reviewed.findings().stream()
            .filter(f -> f.accepted().isPresent())
            .map(LocatedFinding::fingerprint)
            .collect(Collectors.toSet());
    this.tenants = new TreeSet<>(file.tenants().keySet());
    reviewed.objects().forEach(o -> reviewed.tenantOf(o).ifPresent(tenants::add));
    this.platform = reviewed.platform();
    tenants.removeAll(platform);
  }

  /**
   * The findings in the file, in the order of its text.
   *
   * @param reviewed the analysis with tenants grouped and findings accepted
   */
  static List<LocatedFinding> of(
      ReviewFile file, List<ExceptionUse> uses, LocalDate today, Known known, Analysis reviewed) {
    ReviewAudit audit = new ReviewAudit(file, reviewed);
    // what could not be read at all has no place for a finding: the account of documents names it
    file.problems().stream()
        .filter(_ -> !file.manifest().stream().parts().isEmpty())
        .forEach(audit::problem);
    uses.forEach(use -> audit.exception(use, known, today));
    file.attestations().forEach(a -> audit.attestation(a, today, known));
    file.agents().forEach(audit::agent);
    return audit.out.inOrder();
  }

  private void problem(ReviewProblem problem) {
    out.add(
        ReviewControls.INVALID,
        problem.message(),
        problem.path(),
        capitalised(problem.message()),
        problem.cause().map(YamlProblem::cure).orElse(""),
        problem.cause().map(YamlProblem::range));
  }

  private void exception(ExceptionUse use, Known known, LocalDate today) {
    RiskException entry = use.exception();
    YamlPath control = entry.path().key("control");
    String what = words(entry);
    if (!known.controls().contains(entry.control())) {
      add(
          ReviewControls.INVALID,
          what,
          control,
          "There is no control '%s'".formatted(entry.control()),
          known.meantControl(entry.control()));
      return;
    }
    if (known.ofTenants().contains(entry.control()) && entry.scope().isOfObject()) {
      add(
          ReviewControls.INVALID,
          what,
          entry.path().key(entry.scope().key()),
          "%s is about a tenant as a whole, so that no object of it can be excepted"
              .formatted(entry.control()),
          "Write namespace or tenant.");
      return;
    }
    String about = about(entry);
    Written same =
        new Written(entry.control(), entry.scope(), entry.value().orElse(""), isOver(use));
    if (!written.add(same)) {
      add(
          ReviewControls.UNUSED,
          about + " twice",
          control,
          "The exception for %s is written twice; the first one counts".formatted(what),
          "Remove one of them.");
      return;
    }
    switch (use.state()) {
      case EXPIRED -> expired(use, what);
      case UNUSED ->
          add(
              ReviewControls.UNUSED,
              about,
              control,
              "The exception for %s covers no finding".formatted(what),
              aboutNothing(entry));
      case MATCHED -> {
        // it does what it is there for
      }
    }
    boolean ahead = entry.recorded().filter(r -> r.isAfter(today.plusDays(AHEAD))).isPresent();
    boolean late = entry.recorded().filter(r -> r.isAfter(entry.expires())).isPresent();
    if (ahead || late) {
      add(
          ReviewControls.INVALID,
          about + " recorded",
          entry.path().key("recorded"),
          "The exception was recorded " + (late ? "after it expires" : "with a date in the future"),
          "Correct one of the dates.");
    }
    // one that does not say when it was written down is taken to be of today, and so is one of
    // a later day, or a date far ahead would let it run for as long as it likes
    LocalDate from = entry.recorded().filter(_ -> !ahead).orElse(today);
    long days = ChronoUnit.DAYS.between(from, entry.expires());
    if (days > Profile.EDERA_REFERENCE.exceptionDays()) {
      add(
          ReviewControls.OVERLONG,
          about,
          entry.path().key("expires"),
          "The exception runs %d days; the profile allows at most %d"
              .formatted(days, Profile.EDERA_REFERENCE.exceptionDays()),
          "Let it expire on %s, and record it again then if it is still needed."
              .formatted(from.plusDays(Profile.EDERA_REFERENCE.exceptionDays())));
    }
  }

  private static String words(RiskException entry) {
    return "%s on %s %s".formatted(entry.control(), entry.scope().key(), entry.scope().text());
  }

  private static String about(RiskException entry) {
    return words(entry) + entry.value().map(v -> " " + v).orElse("");
  }

  /** What two exceptions have in common of which one is too many. */
  private record Written(String control, Scope scope, String value, boolean over) {}

  private static boolean isOver(ExceptionUse use) {
    return use.state() == ExceptionUse.State.EXPIRED;
  }

  private void expired(ExceptionUse use, String what) {
    RiskException entry = use.exception();
    int again =
        (int) use.findings().stream().filter(f -> !accepted.contains(f.fingerprint())).count();
    String now =
        use.findings().isEmpty()
            ? "it covers nothing any more"
            : again == 0 ? "another exception covers what it accepted" : count(again) + " again";
    add(
        ReviewControls.EXPIRED,
        about(entry),
        entry.path().key("expires"),
        "The exception for %s ended on %s: %s".formatted(what, entry.expires(), now),
        again == 0
            ? "Remove it."
            : "Fix what it accepted, or decide again and write a later date.");
  }

  private String aboutNothing(RiskException entry) {
    if (entry.scope() instanceof Scope.OfTenant(String name) && !file.tenantOf(name).equals(name)) {
      return "'%s' is a namespace of tenant %s: write namespace, or the tenant's name."
          .formatted(name, file.tenantOf(name));
    }
    return "Remove it, or open the manifests that it is about.";
  }

  private static String count(int findings) {
    return findings == 1
        ? "1 finding counts"
        : String.format(Locale.ROOT, "%,d findings count", findings);
  }

  private void attestation(Attestation entry, LocalDate today, Known known) {
    if (!known.items().contains(entry.item())) {
      add(
          ReviewControls.INVALID,
          entry.item(),
          entry.path().key("item"),
          "The checklist has no item '%s'".formatted(entry.item()),
          known.meantItem(entry.item()));
      return;
    }
    for (int i = 0; i < entry.tenants().size(); i++) {
      tenant(entry, i);
    }
    if (today.isBefore(entry.date())) {
      add(
          ReviewControls.INVALID,
          "%s by %s, date".formatted(entry.item(), entry.by()),
          entry.path().key("date"),
          "The attestation of %s is dated %s, which is in the future"
              .formatted(entry.item(), entry.date()),
          "Write the day on which somebody looked.");
    } else if (!entry.holdsOn(today)) {
      add(
          ReviewControls.EXPIRED,
          "%s by %s for %s".formatted(entry.item(), entry.by(), entry.tenants()),
          entry.path().key(entry.expires().isPresent() ? "expires" : "date"),
          "The attestation of %s by %s ended on %s"
              .formatted(entry.item(), entry.by(), entry.until()),
          "Look again, and write the new date.");
    }
  }

  /** An attestation that is about nobody attests nothing, which a person may not notice. */
  private void tenant(Attestation entry, int index) {
    String name = entry.tenants().get(index);
    if (tenants.contains(name)) {
      return;
    }
    String group = file.tenantOf(name);
    if (!group.equals(name)) {
      add(
          ReviewControls.INVALID,
          entry.item() + " " + name,
          entry.pathOf(index),
          "'%s' is a namespace of tenant %s, and not a tenant itself".formatted(name, group),
          "Write %s.".formatted(group));
      return;
    }
    if (platform.contains(name)) {
      add(
          ReviewControls.INVALID,
          entry.item() + " " + name,
          entry.pathOf(index),
          "'%s' is listed under platform, and is not a tenant".formatted(name),
          "Take it out of one of the two.");
      return;
    }
    List<String> near = Nearest.to(name, tenants);
    add(
        ReviewControls.UNUSED,
        entry.item() + " " + name,
        entry.pathOf(index),
        "The attestation of %s names tenant '%s', which the opened manifests do not have"
            .formatted(entry.item(), name),
        near.isEmpty()
            ? "Correct the name, or open the manifests of the tenant."
            : "Did you mean %s? Otherwise, open the manifests of the tenant."
                .formatted(String.join(" or ", near)));
  }

  private void agent(DeclaredAgent entry) {
    boolean there =
        reviewed.workloads().stream()
            .map(Workload::object)
            .anyMatch(o -> entry.names(o, file.placeOf(o.namespace())));
    if (there) {
      return;
    }
    List<String> near =
        Nearest.to(
            entry.text(), reviewed.workloads().stream().map(w -> w.object().path()).toList());
    add(
        ReviewControls.UNUSED,
        entry.text(),
        entry.path(),
        "The agent %s is not a workload in the opened manifests".formatted(entry.text()),
        near.isEmpty()
            ? "Correct the name, or open the manifests of the workload."
            : "Did you mean %s? Otherwise, open the manifests of the workload."
                .formatted(String.join(" or ", near)));
  }

  private void add(
      ControlInfo control, String about, YamlPath path, String message, String guidance) {
    out.add(control, about, path, message, guidance, Optional.empty());
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
