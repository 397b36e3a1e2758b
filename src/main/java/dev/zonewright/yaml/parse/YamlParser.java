package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/**
 * Reads one document's text into a tree. Never throws on any text: what cannot be read becomes a
 * {@link YamlProblem}.
 */
public final class YamlParser {
  /**
   * Deeper nesting is refused, aliases written out; the deepest sane manifest has some thirty
   * levels. Whoever walks a tree may therefore call itself for each level.
   */
  public static final int MAX_DEPTH = 200;

  /** How many nodes aliases may add when they are all written out; more is an alias bomb. */
  public static final int MAX_ALIASED_NODES = 1_000_000;

  private YamlParser() {}

  /**
   * Parses one document.
   *
   * @param text the document with its separator line, lines ended by LF
   */
  public static YamlDocument parse(String text) {
    return parse(text, ShortStrings.forText(text.length()));
  }

  /** The same for one of many, which share their words. */
  static YamlDocument parse(String text, ShortStrings words) {
    try {
      YamlNode quick = QuickParser.parse(text, words);
      return quick == null ? parseFully(text) : new YamlDocument(text.length(), quick, null, false);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // never seen; the other documents of the file are worth more than its trace
      return unexpected(text, e);
    }
  }

  /** The same document without its tree, which is read again when it is asked for. */
  public static YamlDocument readLate(YamlDocument read, String text) {
    LateTree.Source source = new LateTree.Source(text, null);
    return LateTree.without(read, source, new TextRange(0, text.length()));
  }

  private static YamlDocument unexpected(String text, Throwable e) {
    String what = "reading stopped unexpectedly (" + e.getClass().getSimpleName() + ")";
    String cure =
        "This is a defect of Zonewright: please report it with this document, and check the"
            + " document by hand.";
    return new YamlDocument(
        text.length(), null, new YamlProblem(YamlProblem.Kind.LIMIT, 0, 0, what, cure), false);
  }

  /** The same by the full parser alone, which knows all of YAML; it proves what edits have made. */
  public static YamlDocument parseFully(String text) {
    YamlDocument document = read(text, text);
    ContinuationTabs tabs =
        document.problem().isPresent() && text.indexOf('\t') >= 0
            ? ContinuationTabs.in(text)
            : null;
    if (tabs == null) {
      return document;
    }
    YamlDocument retried = read(text, tabs.asSpaces());
    YamlNode root = retried.root().orElse(null);
    return root != null && tabs.areAllowedIn(root) ? retried : document;
  }

  /**
   * Reads a document.
   *
   * @param read the characters to read in place of the document's
   */
  private static YamlDocument read(String text, String read) {
    CodePoints codePoints = CodePoints.of(text);
    TreeBuilder builder = new TreeBuilder(text);
    try {
      ParserImpl events = EngineEvents.of(read);
      while (events.hasNext()) {
        Event event = events.next();
        int start = offset(event.getStartMark(), codePoints);
        int end = offset(event.getEndMark(), codePoints);
        builder.accept(event, start, end);
      }
      YamlNode root = builder.root();
      if (builder.hasAliases()) {
        AliasLimits.check(root);
      }
      return new YamlDocument(text.length(), root, null, builder.hasAliases());
    } catch (YamlProblemException e) {
      return broken(text, e.problem());
    } catch (ReaderException e) {
      return broken(text, controlCharacter(text, e, codePoints));
    } catch (MarkedYamlEngineException e) {
      SyntaxProblems.Stumble stumble =
          new SyntaxProblems.Stumble(
              words(e.getContext()),
              e.getContextMark().isPresent() ? offset(e.getContextMark(), codePoints) : -1,
              words(e.getProblem()),
              offset(e, codePoints),
              builder.openBracket(),
              builder.longQuote());
      return broken(text, SyntaxProblems.explain(FlowTabs.asSpaces(text), stumble));
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // the engine's few unmarked failures (a bad \U escape, a version it does not know)
      ParserWords said = ParserWords.of("", words(e.getMessage()));
      return broken(text, new YamlProblem(YamlProblem.Kind.SYNTAX, 0, said.what(), said.cure()));
    }
  }

  /** Whether the text keeps the rules of YAML. */
  static boolean isYaml(String text) {
    try {
      ParserImpl events = EngineEvents.of(text);
      while (events.hasNext()) {
        events.next();
      }
      return true;
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException _) {
      return false;
    }
  }

  private static YamlDocument broken(String text, YamlProblem problem) {
    return new YamlDocument(text.length(), null, ProblemMark.on(text, problem), false);
  }

  private static String words(@Nullable String message) {
    return message == null ? "" : message;
  }

  private static int offset(Optional<Mark> mark, CodePoints codePoints) {
    return mark.isPresent() ? codePoints.toUtf16(mark.get().getIndex()) : 0;
  }

  private static int offset(MarkedYamlEngineException e, CodePoints codePoints) {
    Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
    return offset(mark, codePoints);
  }

  private static YamlProblem controlCharacter(
      String text, ReaderException e, CodePoints codePoints) {
    int offset = Math.min(codePoints.toUtf16(e.getPosition()), Math.max(0, text.length() - 1));
    return new YamlProblem(
        YamlProblem.Kind.SYNTAX,
        offset,
        String.format("the control character U+%04X may not stand in YAML", e.getCodePoint()),
        "Remove it, or write it as an escape inside double quotes.");
  }

  /** Carries a problem out of the builder. */
  static final class YamlProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient @Nullable YamlProblem problem;

    YamlProblemException(YamlProblem problem) {
      super(problem.what(), null, false, false);
      this.problem = problem;
    }

    YamlProblem problem() {
      if (problem == null) {
        throw new IllegalStateException("not meant to be serialised");
      }
      return problem;
    }
  }
}
