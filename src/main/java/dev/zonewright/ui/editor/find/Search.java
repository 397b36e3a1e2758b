package dev.zonewright.ui.editor.find;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Finds and replaces in a text; pure, and to be run on any thread. Empty matches are no matches.
 */
final class Search {
  /** So many matches are told one by one; of more it is only said that there are more. */
  static final int MOST = 100_000;

  private Search() {}

  /** What a search comes to. */
  sealed interface Result {
    /** The matches, of which there are at most {@link Search#MOST}. */
    record Found(Matches matches) implements Result {}

    /** The edits that replace. */
    record Replaced(EditSet edits) implements Result {}

    /** Why it could not be done, for people. */
    record Trouble(String why) implements Result {}

    /** Nobody wants to know any more. */
    record CalledOff() implements Result {}
  }

  /** All matches. */
  static Result find(SearchQuery query, String text, BooleanSupplier calledOff) {
    List<TextRange> found = new ArrayList<>();
    Result trouble =
        each(
            query,
            text,
            calledOff,
            match -> {
              found.add(new TextRange(match.start(), match.end()));
              return found.size() <= MOST;
            });
    if (trouble != null) {
      return trouble;
    }
    boolean more = found.size() > MOST;
    return new Result.Found(new Matches(List.copyOf(more ? found.subList(0, MOST) : found), more));
  }

  /** Replaces those matches that are wanted. */
  static Result replace(
      SearchQuery query,
      String by,
      String text,
      Predicate<TextRange> wanted,
      BooleanSupplier calledOff) {
    List<TextEdit> edits = new ArrayList<>();
    Result trouble =
        each(
            query,
            text,
            calledOff,
            match -> {
              TextRange range = new TextRange(match.start(), match.end());
              if (wanted.test(range)) {
                edits.add(new TextEdit(range, query.regex() ? Replacement.of(by, match) : by));
              }
              return true;
            });
    return trouble == null ? new Result.Replaced(new EditSet(edits)) : trouble;
  }

  /** Goes through the matches while {@code go} says so; null when nothing was in the way. */
  private static @Nullable Result each(
      SearchQuery query, String text, BooleanSupplier calledOff, Predicate<Matcher> go) {
    if (query.text().isEmpty()) {
      return null;
    }
    try {
      GuardedText guarded = new GuardedText(text, calledOff);
      Matcher matcher = query.pattern().matcher(guarded);
      while (matcher.find() && (matcher.end() == matcher.start() || go.test(matcher))) {
        guarded.restart();
      }
      return null;
    } catch (PatternSyntaxException e) {
      return new Result.Trouble(words(e));
    } catch (GuardedText.Ended e) {
      return e.isCalledOff()
          ? new Result.CalledOff()
          : new Result.Trouble("The expression takes too long on this text");
    } catch (StackOverflowError _) {
      return new Result.Trouble("The expression recurses too deeply on this text");
    } catch (IllegalArgumentException e) {
      return new Result.Trouble(String.valueOf(e.getMessage()));
    }
  }

  private static String words(PatternSyntaxException e) {
    String what = e.getDescription();
    String small = what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    String where = e.getIndex() < 0 ? "" : ", at character " + (e.getIndex() + 1);
    return "Not a regular expression: " + small + where;
  }
}
