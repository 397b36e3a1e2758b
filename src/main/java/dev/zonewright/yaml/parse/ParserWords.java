package dev.zonewright.yaml.parse;

import java.util.List;

/**
 * The parser's own messages in plain words.
 *
 * @param what without a full stop at the end
 */
record ParserWords(String what, String cure) {
  private static final String INDENT = "Check the indentation of this line against those above it.";
  private static final String QUOTE =
      "Put the value in quotes if the character belongs to it; otherwise complete it.";

  /** The first row whose words stand in the parser's message counts. */
  private record Row(String heard, ParserWords said) {
    Row(String heard, String what, String cure) {
      this(heard, new ParserWords(what, cure));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "found '<scalar>'",
              "another value follows one that is already complete",
              "Put the whole value in one pair of quotes, and escape those inside it."),
          new Row(
              "found '<block mapping start>'",
              "this line is indented like none of the lines above it",
              INDENT),
          new Row(
              "found '<block sequence start>'",
              "this list is indented like none of the lines above it",
              INDENT),
          new Row("<block end>, but found '-'", "a list item stands among keys", INDENT),
          new Row("<block end>, but found '?'", "a key stands among list items", INDENT),
          new Row(
              "found ']'",
              "a ] closes a list that was never opened",
              "Remove it, or put a [ where the list begins."),
          new Row(
              "found '}'",
              "a } closes a mapping that was never opened",
              "Remove it, or put a { where the mapping begins."),
          new Row(
              "found ','",
              "nothing stands before this comma",
              "Remove the comma, or write the value that is missing."),
          new Row(
              "expected ',' or ']'",
              "a comma is missing before this, or the ] that closes the list",
              "Add the comma or the bracket."),
          new Row(
              "expected ',' or '}'",
              "a comma is missing before this, or the } that closes the mapping",
              "Add the comma or the brace."),
          new Row("found '<anchor>'", "a value may have only one anchor", "Remove one of them."),
          new Row("found '<tag>'", "a value may have only one tag", "Remove one of them."),
          new Row(
              "sequence entries are not allowed",
              "a list item (-) cannot begin on the line of its key",
              "Start the list on a line of its own."),
          new Row("cannot start any token", "a value cannot begin with this character", QUOTE),
          new Row(
              "unknown escape character",
              "double quotes do not know this escape",
              "Write \\\\ for a backslash, or use single quotes."),
          new Row(
              "escape sequence of",
              "this escape needs more hexadecimal digits",
              "Write \\\\ for a backslash, or complete the escape."),
          new Row("scanning an anchor", "an anchor (&) without a name", QUOTE),
          new Row("scanning an alias", "an alias (*) without a name", QUOTE),
          new Row("scanning a tag", "a tag (!) that is not complete", QUOTE),
          new Row(
              "leading empty lines contain more spaces",
              "an empty line above this text has more spaces than the text",
              "Remove the spaces of the empty line."),
          new Row(
              "scanning a block scalar",
              "text cannot begin on the line of its | or >",
              "Start the text on the next line, indented."),
          new Row(
              "duplicate YAML directive",
              "a second %YAML line stands in this document",
              "Remove one of them."),
          new Row(
              "before directives",
              "a % line stands inside the document",
              "Put a line with ... above it, or remove it."),
          new Row("Version{", "the %YAML line asks for a version that is not known", "Remove it."),
          new Row("scanning a directive", "a % line that is not complete", "Remove it."));

  static ParserWords of(String context, String problem) {
    String heard = context + ": " + problem;
    for (Row row : ROWS) {
      if (heard.contains(row.heard)) {
        return row.said;
      }
    }
    String own = (context.isEmpty() ? problem : heard).replaceAll("\\s+", " ").strip();
    String bare = own.replaceFirst("[.]+$", "");
    return new ParserWords(
        bare.isEmpty() ? "the text is not YAML" : bare,
        "Correct the line; the other documents are not affected.");
  }
}
