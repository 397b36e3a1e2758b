package dev.zonewright.report.export;

import dev.zonewright.control.Family;
import dev.zonewright.report.Version;
import dev.zonewright.review.Attestation;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.ReviewAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a review as one HTML file without scripts or outside resources, which prints on A4 and
 * letter: the summary, a page for each tenant, exceptions and coverage, then all findings.
 */
public final class HtmlReport {
  private static final Pattern NAMED = Pattern.compile("--([a-z0-9]+): (#[0-9a-f]+);");

  private final ReviewDocument review;
  private final PrintWriter out;
  private final boolean paper;

  private HtmlReport(ReviewDocument review, PrintWriter out, boolean paper) {
    this.review = review;
    this.out = out;
    this.paper = paper;
  }

  public static void write(ReviewDocument review, PrintWriter out) {
    new HtmlReport(review, out, false).write();
    out.flush();
  }

  /** The same as well-formed XML, with an outline and the styles of a page of paper. */
  static void forPaper(ReviewDocument review, PrintWriter out) {
    new HtmlReport(review, out, true).write();
    out.flush();
  }

  private void write() {
    out.print("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.print("<meta name=\"viewport\" content=\"width=device-width\"/>\n");
    out.print(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'\"/>\n");
    out.print("<title>Security review</title>\n<style>\n" + style() + "</style>\n");
    if (paper) {
      outline();
    }
    out.print("</head>\n<body>\n");
    if (paper) {
      out.print(foot("running"));
    }
    page("summary", () -> new HtmlSummary(review, out).write());
    HtmlTenant tenants = new HtmlTenant(review, out);
    review.risks().forEach(r -> page(anchor(r.tenant()), () -> tenants.write(r)));
    if (!HtmlPlatform.names(review).isEmpty()) {
      page("platform", () -> new HtmlPlatform(review, out).write());
    }
    page("decisions", this::decisions);
    page("coverage", new HtmlCoverage(review, out)::write);
    page("findings", () -> new HtmlFindings(review, out).write());
    out.print("</body>\n</html>\n");
  }

  static String anchor(String tenant) {
    return "tenant-" + Xml.attribute(tenant);
  }

  private void page(String id, Runnable content) {
    out.print("<section class=\"page\" id=\"%s\">\n".formatted(id));
    content.run();
    out.print(paper ? "</section>\n" : foot("foot") + "</section>\n");
  }

  private String foot(String name) {
    return "<p class=\"%s\">%s · profile %s · Zonewright %s</p>\n"
        .formatted(name, review.date(), Xml.text(profile()), Xml.text(Version.current()));
  }

  private void outline() {
    out.print("<bookmarks>\n");
    bookmark("Summary", "summary");
    review.risks().forEach(r -> bookmark("Tenant " + r.tenant(), anchor(r.tenant())));
    if (!HtmlPlatform.names(review).isEmpty()) {
      bookmark("Platform", "platform");
    }
    bookmark("Exceptions and attestations", "decisions");
    bookmark("Coverage", "coverage");
    bookmark("Findings", "findings");
    out.print("</bookmarks>\n");
  }

  private void bookmark(String name, String id) {
    out.print("<bookmark name=\"%s\" href=\"#%s\"/>\n".formatted(Xml.attribute(name), id));
  }

  private String style() {
    String all = resource("report.css");
    if (!paper) {
      return all;
    }
    // the styles of a page know neither names for colours nor today's words for breaks
    Matcher names = NAMED.matcher(all);
    String out = all.replaceAll(":root \\{[^}]*}", "");
    while (names.find()) {
      out = out.replace("var(--%s)".formatted(names.group(1)), names.group(2));
    }
    return out + resource("paper.css");
  }

  private String profile() {
    return review
        .review()
        .map(r -> r.profile())
        .filter(p -> !p.isEmpty())
        .orElse("Edera reference");
  }

  private void decisions() {
    out.print("<h2>Exceptions</h2>\n");
    unread();
    if (review.exceptions().isEmpty()) {
      out.print("<p class=\"quiet\">None.</p>\n");
    } else {
      out.print(
          columns(
              "State 9",
              "Until 12",
              "Control 16",
              "Covers 22",
              "Reason 22",
              "Owner 11",
              "Findings 8"));
      review.exceptions().stream().sorted(HtmlReport::expiredFirst).forEach(this::exception);
      out.print("</table>\n");
    }
    out.print("<h2>Attestations</h2>\n");
    List<Attestation> attested = review.review().map(r -> r.attestations()).orElse(List.of());
    if (attested.isEmpty()) {
      out.print("<p class=\"quiet\">None.</p>\n");
      return;
    }
    out.print(columns("Item 17", "Tenants 14", "By 15", "Since 12", "Until 12", "Note 30"));
    for (Attestation entry : attested) {
      String tenants = entry.tenants().isEmpty() ? "all" : String.join(", ", entry.tenants());
      out.print(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  Xml.text(entry.item()),
                  Xml.text(tenants),
                  Xml.text(entry.by()),
                  entry.date(),
                  entry.until(),
                  Xml.text(entry.note())));
    }
    out.print("</table>\n");
  }

  /**
   * What of the review file is not applied: “None” alone would say that nobody decided anything.
   */
  private void unread() {
    review.review().stream()
        .flatMap(file -> ReviewAccount.of(file).stream())
        .forEach(row ->
            out.print(
                "<p><b>Not applied:</b> %s:%d, %s</p>\n"
                    .formatted(Xml.text(row.file()), row.line(), Xml.text(row.reason()))));
  }

  /** Columns of widths that stay what they are whatever words people write. */
  private static String columns(String... namesAndWidths) {
    StringBuilder out = new StringBuilder("<table class=\"entries\"><tr>");
    for (String column : namesAndWidths) {
      String[] parts = column.split(" ");
      out.append("<th style=\"width: %s%%\">%s</th>".formatted(parts[1], parts[0]));
    }
    return out.append("</tr>\n").toString();
  }

  private static int expiredFirst(ExceptionUse a, ExceptionUse b) {
    int states = Integer.compare(order(a.state()), order(b.state()));
    return states != 0 ? states : a.exception().expires().compareTo(b.exception().expires());
  }

  private static int order(ExceptionUse.State state) {
    return switch (state) {
      case EXPIRED -> 0;
      case MATCHED -> 1;
      case UNUSED -> 2;
    };
  }

  private void exception(ExceptionUse use) {
    out.print(
        "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s %s</td><td>%s</td><td>%s</td><td>%d</td></tr>\n"
            .formatted(
                use.state().word(),
                use.exception().expires(),
                Xml.text(use.exception().control()),
                use.exception().scope().key(),
                Xml.text(use.exception().scope().text() + value(use)),
                Xml.text(use.exception().reason()),
                Xml.text(use.exception().owner()),
                use.findings().size()));
  }

  /** The value that it is about, where that is known to be no credential. */
  private static String value(ExceptionUse use) {
    boolean harmless =
        !use.findings().isEmpty()
            && use.findings().stream()
                .noneMatch(f -> f.finding().control().family() == Family.SECRET);
    return use.exception().value().filter(_ -> harmless).map(v -> ", value " + v).orElse("");
  }

  private static String resource(String file) {
    String name = "/dev/zonewright/report/" + file;
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
