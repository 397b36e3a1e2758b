package dev.zonewright.catalogue;

import dev.zonewright.catalogue.safety.FixRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The page of a control, as Markdown: what it finds, why that matters, what to do. The same page is
 * shown beside the editor, printed in the terminal, and run as the control's test.
 */
public final class ControlPage {
  /** The sections that every page has, in this order. */
  public static final List<String> SECTIONS =
      List.of(
          "What it finds",
          "Why it matters",
          "On Edera",
          "Example",
          "Hardened",
          "Fix",
          "Exceptions",
          "References");

  private static final Pattern MARK = Pattern.compile("(?m) *# finding: .*$");

  private final String title;
  private final String markdown;
  private final Map<String, String> sections;
  private final List<Block> blocks;

  /**
   * A fenced block of code.
   *
   * @param info what stands after the fence: {@code yaml finding}
   * @param code its lines, each ended by LF
   * @param section the section that it stands in
   */
  public record Block(String info, String code, String section) {}

  private ControlPage(
      String title, String markdown, Map<String, String> sections, List<Block> blocks) {
    this.title = title;
    this.markdown = markdown;
    this.sections = sections;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Loads the page of a control.
   *
   * @throws IllegalArgumentException when there is none for this id
   */
  public static ControlPage of(String id) {
    String file = "controls/" + id + ".md";
    try (InputStream in = ControlPage.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no page " + file);
      }
      return parse(withRules(new String(in.readAllBytes(), StandardCharsets.UTF_8), id));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The section on the fix ends with the rules by which each is safe. */
  private static String withRules(String page, String id) {
    String rules = FixRules.listOf(id);
    int at = page.indexOf("\n## Exceptions");
    return rules.isEmpty() || at < 0
        ? page
        : page.substring(0, at) + "\n" + rules + "\n" + page.substring(at);
  }

  static ControlPage parse(String markdown) {
    Node document =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build().parse(markdown);
    Reader reader = new Reader(markdown);
    document.accept(reader);
    reader.close(markdown.length());
    return new ControlPage(reader.title, markdown, reader.sections, reader.blocks);
  }

  public String title() {
    return title;
  }

  /** The whole page. */
  public String markdown() {
    return markdown;
  }

  /** The names of the sections, in the order of the page. */
  public List<String> sectionNames() {
    return List.copyOf(sections.keySet());
  }

  /**
   * The Markdown of a section without its heading, for people: without the marks by which examples
   * are tests. Empty when the page has none of this name.
   */
  public String section(String name) {
    return MARK.matcher(sections.getOrDefault(name, "")).replaceAll("");
  }

  /** All fenced blocks, in order. */
  public List<Block> blocks() {
    return blocks;
  }

  /** Takes a page apart at its headings. */
  private static final class Reader extends AbstractVisitor {
    private final String markdown;
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private String title = "";
    private String section = "";
    private int start;

    Reader(String markdown) {
      this.markdown = markdown;
    }

    @Override
    public void visit(Heading heading) {
      String text = TextContentRenderer.builder().build().render(heading).strip();
      var first = heading.getSourceSpans().getFirst();
      var last = heading.getSourceSpans().getLast();
      if (heading.getLevel() == 1) {
        title = text;
      } else if (heading.getLevel() == 2) {
        close(first.getInputIndex());
        section = text;
        start = last.getInputIndex() + last.getLength();
      }
    }

    @Override
    public void visit(FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo().strip();
      blocks.add(new Block(info, block.getLiteral(), section));
    }

    void close(int end) {
      if (!section.isEmpty()) {
        sections.put(section, markdown.substring(start, end).strip());
      }
    }
  }
}
