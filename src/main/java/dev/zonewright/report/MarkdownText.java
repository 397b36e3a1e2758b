package dev.zonewright.report;

/** Text of other people in Markdown: nothing of it acts where the report is shown. */
public final class MarkdownText {
  private MarkdownText() {}

  /**
   * As it stands in a cell of a table or in a line: what Markdown or HTML would take for a mark is
   * escaped, and a name behind an at sign calls nobody.
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.of(text).toCharArray()) {
      switch (c) {
        case '|', '\\', '`', '*', '_', '[', ']', '#', '~' -> out.append('\\').append(c);
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        // an escaped sign still calls people; a comment behind it is not shown
        case '@' -> out.append("@<!-- -->");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
