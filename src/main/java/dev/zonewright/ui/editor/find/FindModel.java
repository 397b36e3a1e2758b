package dev.zonewright.ui.editor.find;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorListener;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Find and replace in one editor. The search runs in the background and a newer one calls it off;
 * between an edit and the search that follows it the matches move with the text.
 */
public final class FindModel {
  private static final Duration QUIET = Duration.ofMillis(150);

  private final EditorModel editor;
  private final BackgroundRunner runner;
  private final BackgroundRunner.Quiet quiet;
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final StringProperty replacement = new SimpleStringProperty(this, "replacement", "");
  private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
  private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
  private final BooleanProperty wholeWord = new SimpleBooleanProperty(this, "wholeWord");
  private final ReadOnlyObjectWrapper<Matches> matches =
      new ReadOnlyObjectWrapper<>(this, "matches", Matches.NONE);
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
  private @Nullable TextRange chosen;
  private boolean jumpWhenFound;
  private int origin;
  private Token latest = new Token();

  /** Tells work in the background whether its result is still wanted. */
  private static final class Token {
    private volatile boolean calledOff;
  }

  public FindModel(EditorModel editor, BackgroundRunner runner) {
    this.editor = editor;
    this.runner = runner;
    this.quiet = runner.quiet(QUIET, () -> search(false));
    for (ObservableValue<?> asked : List.of(query, regex, matchCase, wholeWord)) {
      asked.subscribe((_, _) -> search(true));
    }
    open.subscribe((_, now) -> {
      if (!now) {
        search(false);
      }
    });
    editor.caretProperty().subscribe((_, _) -> count());
    editor.addListener(new Follower());
  }

  /** Moves the matches with the text. */
  private final class Follower implements EditorListener {
    @Override
    public void loaded() {
      search(false);
    }

    @Override
    public void edited(EditSet edits, EditSet inverse, boolean typed) {
      if (open.get() && !query.get().isEmpty()) {
        chosen = Optional.ofNullable(chosen).flatMap(new RangeShift(edits)::range).orElse(null);
        show(matches.get().moved(edits));
        quiet.restart();
      }
    }
  }

  /**
   * Starts a search at the caret.
   *
   * @param selected what is selected in the editor; becomes what is looked for when it is part of
   *     one line
   */
  public void begin(String selected) {
    origin = editor.caretProperty().get();
    boolean words = !selected.isEmpty() && selected.indexOf('\n') < 0;
    if (words) {
      origin -= Math.min(origin, selected.length());
      regex.set(false);
      query.set(selected);
    }
    open.set(true);
    search(words);
  }

  public void close() {
    open.set(false);
  }

  private void search(boolean jump) {
    latest.calledOff = true;
    trouble.set("");
    if (!open.get() || query.get().isEmpty()) {
      chosen = null;
      searching.set(false);
      show(Matches.NONE);
      return;
    }
    jumpWhenFound |= jump;
    SearchQuery wanted = wanted();
    String text = editor.text();
    inBackground(token -> Search.find(wanted, text, () -> token.calledOff), this::found);
  }

  private SearchQuery wanted() {
    return new SearchQuery(query.get(), regex.get(), matchCase.get(), wholeWord.get());
  }

  /** Does work in place of what was under way; hears of it only while nothing newer is asked. */
  private void inBackground(Function<Token, Search.Result> work, Consumer<Search.Result> then) {
    latest.calledOff = true;
    Token token = new Token();
    latest = token;
    searching.set(true);
    runner.io(
        () -> work.apply(token),
        result -> {
          if (!token.calledOff) {
            searching.set(false);
            then.accept(result);
          }
        });
  }

  private void found(Search.Result result) {
    switch (result) {
      case Search.Result.Found found -> {
        show(found.matches());
        if (jumpWhenFound) {
          jumpWhenFound = false;
          found.matches().from(origin).ifPresent(this::select);
        }
      }
      case Search.Result.Trouble why -> {
        chosen = null;
        trouble.set(why.why());
        show(Matches.NONE);
      }
      case Search.Result.Replaced _, Search.Result.CalledOff _ -> {}
    }
  }

  private void show(Matches now) {
    matches.set(now);
    count();
  }

  private void count() {
    boolean silent = !open.get() || query.get().isEmpty() || !trouble.get().isEmpty();
    count.set(silent ? "" : matches.get().words(current()));
  }

  /** The match that is selected; null once the caret has left it. */
  private @Nullable TextRange current() {
    TextRange match = chosen;
    int caret = editor.caretProperty().get();
    return match == null || caret < match.start() || caret > match.end() ? null : match;
  }

  private void select(TextRange match) {
    chosen = match;
    origin = match.start();
    editor.select(match);
    count();
  }

  /** Selects the next match, after the last the first. */
  public void next() {
    TextRange at = current();
    matches
        .get()
        .from(at == null ? editor.caretProperty().get() : at.end())
        .ifPresent(this::select);
  }

  /** Selects the match before, ahead of the first the last. */
  public void previous() {
    TextRange at = current();
    matches
        .get()
        .before(at == null ? editor.caretProperty().get() : at.start())
        .ifPresent(this::select);
  }

  /** Replaces the match that is selected and goes on to the next; without one, goes to the next. */
  public void replace() {
    TextRange at = current();
    if (at == null) {
      next();
    } else {
      replace(
          at::equals,
          edits -> {
            editor.apply(edits);
            next();
          });
    }
  }

  /** Replaces all matches as one step that undo takes back whole. */
  public void replaceAll() {
    replace(_ -> true, editor::apply);
  }

  private void replace(Predicate<TextRange> which, Consumer<EditSet> then) {
    SearchQuery wanted = wanted();
    if (!open.get() || wanted.text().isEmpty()) {
      return;
    }
    String text = editor.text();
    String by = replacement.get();
    long revision = editor.revision();
    inBackground(
        token -> Search.replace(wanted, by, text, which, () -> token.calledOff),
        result -> {
          switch (result) {
            case Search.Result.Replaced(EditSet edits) when revision == editor.revision() -> {
              trouble.set("");
              then.accept(edits);
            }
            case Search.Result.Trouble why -> trouble.set(why.why());
            case Search.Result.Replaced _, Search.Result.Found _, Search.Result.CalledOff _ -> {}
          }
        });
  }

  /** What is drawn on a line of these offsets. */
  public List<Stretch> drawn(int start, int end) {
    return matches.get().drawn(start, end, current());
  }

  /** Whether the bar is there. */
  public BooleanProperty openProperty() {
    return open;
  }

  public StringProperty queryProperty() {
    return query;
  }

  public StringProperty replacementProperty() {
    return replacement;
  }

  public BooleanProperty regexProperty() {
    return regex;
  }

  public BooleanProperty matchCaseProperty() {
    return matchCase;
  }

  public BooleanProperty wholeWordProperty() {
    return wholeWord;
  }

  public ReadOnlyObjectProperty<Matches> matchesProperty() {
    return matches.getReadOnlyProperty();
  }

  /** “3 of 17”, “17 matches”, “No matches”; empty when nothing is looked for. */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Why it cannot be found or replaced; empty when nothing is in the way. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether a search is under way. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }
}
