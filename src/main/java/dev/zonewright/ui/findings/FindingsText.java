package dev.zonewright.ui.findings;

import dev.zonewright.control.Finding;
import dev.zonewright.kube.secret.Masked;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as text for the clipboard: a line each, its parts apart by tabs, as tables paste. */
final class FindingsText {
  private FindingsText() {}

  /** The lines of the findings among the rows; a group's head gives its name. */
  static String of(List<FindingRow> rows) {
    return rows.stream().map(row -> Masked.within(line(row))).collect(Collectors.joining("\n"));
  }

  private static String line(FindingRow row) {
    return switch (row) {
      case FindingRow.Group(String title, var _) -> title;
      case FindingRow.Item item -> {
        Finding finding = item.at().finding();
        yield String.join(
            "\t",
            finding.severity().word(),
            finding.control().title(),
            finding.tenant().orElse(""),
            finding.objectLabel(),
            finding.container(),
            item.effect().word(),
            item.fix().word(),
            item.at().place(),
            finding.message());
      }
    };
  }
}
