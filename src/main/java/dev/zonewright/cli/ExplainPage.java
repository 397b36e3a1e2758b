package dev.zonewright.cli;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.report.Style;
import java.io.PrintWriter;

/** Prints what there is to say about a control. */
final class ExplainPage {
  private ExplainPage() {}

  static void print(ControlInfo info, PrintWriter out, Style style) {
    out.print(style.bold(info.title()) + "  " + style.faint(info.id()) + "\n\n");
    out.print(info.summary() + "\n\n");
    out.print("Severity  " + info.severity().word() + "\n");
    out.print("Family    " + info.family().word() + "\n");
    out.print("On Edera  " + info.edera().word() + ": " + words(info.edera()) + "\n");
    if (!info.sources().isEmpty()) {
      out.print("Sources   " + String.join("\n          ", info.sources()) + "\n");
    }
  }

  private static String words(EderaEffect effect) {
    return switch (effect) {
      case REJECTS -> "the runtime refuses the pod";
      case IGNORES -> "the field has no effect in a zone";
      case HONOURS -> "the field takes effect, and the danger is real";
      case IN_ZONE -> "the field takes effect inside the zone only";
      case OPERATOR -> "the operator's to see to, whatever the runtime does";
    };
  }
}
