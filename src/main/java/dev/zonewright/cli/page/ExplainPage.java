package dev.zonewright.cli.page;

import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.report.Style;
import java.io.PrintWriter;

/**
 * Prints the page of a control for a terminal: its Markdown, with code set in and heads set out.
 */
public final class ExplainPage {
  private ExplainPage() {}

  public static void print(ControlInfo info, PrintWriter out, Style style) {
    ControlPage page = ControlPage.of(info.id());
    out.print(style.bold(page.title()) + "  " + style.faint(info.id()) + "\n\n");
    out.print("Severity  " + info.severity().word() + "\n");
    out.print("On Edera  " + info.edera().word() + ": " + words(info.edera()) + "\n");
    out.print("Sources   " + String.join("\n          ", info.sources()) + "\n");
    for (String section : page.sectionNames()) {
      out.print("\n" + style.heading(style.bold(section)) + "\n\n");
      section(page.section(section), out, style);
    }
  }

  private static void section(String markdown, PrintWriter out, Style style) {
    boolean code = false;
    for (String line : markdown.strip().split("\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code && !line.isEmpty()) {
        out.print("    " + style.faint(line) + "\n");
      } else {
        out.print(line + "\n");
      }
    }
  }

  private static String words(EderaEffect effect) {
    return switch (effect) {
      case REJECTS -> "the runtime refuses the pod";
      case IGNORES -> "the field has no effect in a zone";
      case HONOURS -> "the field takes effect, and the risk is real";
      case IN_ZONE -> "the field takes effect inside the zone only";
      case OPERATOR -> "the operator's responsibility, whatever the runtime does";
    };
  }
}
