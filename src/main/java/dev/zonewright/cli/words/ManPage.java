package dev.zonewright.cli.words;

import java.util.List;
import java.util.Locale;

/** The manual page, in the language of {@code man}. */
public final class ManPage {
  private static final String FILES =
      """
      .SH FILES
      .TP
      .I $XDG_CONFIG_HOME/zonewright
      Settings and unsaved texts of the window. If the variable is not set,
      .IR ~/.config/zonewright .
      On macOS
      .IR "~/Library/Application Support/Zonewright" ,
      on Windows
      .IR %APPDATA%\\eZonewright .
      """;

  private final StringBuilder out = new StringBuilder();

  private ManPage() {}

  /**
   * Writes the page.
   *
   * @param program what {@code zonewright --help} prints
   */
  public static String of(HelpText program, List<CommandWords> commands, String version) {
    ManPage page = new ManPage();
    page.line(".TH ZONEWRIGHT 1 \"\" \"zonewright " + escaped(version) + "\"");
    page.line(".SH NAME");
    String summary = program.summary();
    String first = summary.substring(0, 1).toLowerCase(Locale.ROOT);
    page.line("zonewright \\- " + escaped(first + summary.substring(1)));
    page.line(".SH SYNOPSIS");
    page.usage("zonewright [PATH...]");
    commands.forEach(c -> page.usage(c.help().usage()));
    page.line(".SH DESCRIPTION");
    program.blocks().forEach(page::block);
    for (CommandWords command : commands) {
      page.line(".SH " + command.name().toUpperCase(Locale.ROOT));
      page.line(".B " + escaped(command.help().usage()));
      command.help().blocks().forEach(page::block);
    }
    page.out.append(FILES);
    return page.out.toString();
  }

  private void usage(String usage) {
    line(".B " + escaped(usage));
    line(".br");
  }

  private void block(HelpText.Block block) {
    if (block instanceof HelpText.Block.Paragraph(String text)) {
      line(".PP");
      line(text(text));
    } else if (block instanceof HelpText.Block.Rows(String title, List<HelpText.Row> rows)) {
      if (!title.isEmpty()) {
        line(".SS " + escaped(title));
      }
      rows.forEach(this::row);
    }
  }

  private void row(HelpText.Row row) {
    if (row.text().isEmpty()) {
      line(".PP");
      line(".RS");
      line(text(row.head()));
      line(".RE");
    } else {
      line(".TP");
      line(".B " + escaped(row.head()));
      line(text(row.text()));
    }
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** A line that begins with a dot or a quote would be a command. */
  private static String text(String text) {
    String escaped = escaped(text);
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
  }
}
