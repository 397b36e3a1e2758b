package dev.zonewright.ui.editor.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.text.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final String TEXT = "name: api\nName: api-2\nusername: x\n";

  private static SearchQuery plain(String text) {
    return new SearchQuery(text, false, false, false);
  }

  private static SearchQuery regex(String text) {
    return new SearchQuery(text, true, false, false);
  }

  private static List<String> found(SearchQuery query, String text) {
    Search.Result result = Search.find(query, text, () -> false);
    assertThat(result).isInstanceOf(Search.Result.Found.class);
    return ((Search.Result.Found) result)
        .matches().all().stream().map(r -> r.start() + "-" + r.end()).toList();
  }

  private static String replaced(SearchQuery query, String by, String text) {
    return switch (Search.replace(query, by, text, _ -> true, () -> false)) {
      case Search.Result.Replaced now -> now.edits().apply(text);
      case Search.Result.Trouble trouble -> trouble.why();
      case Search.Result other -> other.toString();
    };
  }

  @Test
  void findsPlainWordsInEitherCase() {
    assertThat(found(plain("name"), TEXT)).containsExactly("0-4", "10-14", "26-30");
    assertThat(found(new SearchQuery("Name", false, true, false), TEXT)).containsExactly("10-14");
    assertThat(found(new SearchQuery("name", false, false, true), TEXT))
        .containsExactly("0-4", "10-14");
    assertThat(found(plain("[a.b](c"), "x [A.B](c")).containsExactly("2-9");
    assertThat(found(plain(""), TEXT)).isEmpty();
  }

  @Test
  void findsExpressionsLineByLineAndNoEmptyMatches() {
    assertThat(found(regex("^\\w+:"), TEXT)).containsExactly("0-5", "10-15", "22-31");
    assertThat(found(regex("x*"), "axxb")).containsExactly("1-3");
    assertThat(found(new SearchQuery("a|b", true, false, true), "a ab b"))
        .containsExactly("0-1", "5-6");
  }

  @Test
  void whatIsNoExpressionIsExplained() {
    assertThat(Search.find(regex("(a"), TEXT, () -> false))
        .isEqualTo(
            new Search.Result.Trouble("Not a regular expression: unclosed group, at character 3"));
    assertThat(Search.find(new SearchQuery("a)|(b", true, false, true), TEXT, () -> false))
        .isInstanceOf(Search.Result.Trouble.class);
  }

  @Test
  void anExpressionThatNeverEndsIsEnded() {
    String text = "a".repeat(60) + "!";
    assertThat(Search.find(regex("(a+)+\\1$"), text, () -> false))
        .isEqualTo(new Search.Result.Trouble("The expression takes too long on this text"));
    assertThat(Search.find(regex("(a+)+\\1$"), text, () -> true))
        .isEqualTo(new Search.Result.CalledOff());
  }

  @Test
  void anExpressionThatGoesTooDeepIsEnded() {
    String text = "ab".repeat(200_000);
    assertThat(Search.find(regex("(a|b)*c"), text, () -> false))
        .isIn(
            new Search.Result.Trouble("The expression recurses too deeply on this text"),
            new Search.Result.Trouble("The expression takes too long on this text"));
  }

  @Test
  void ofVeryManyMatchesThereAreSaidToBeMore() {
    Search.Result result = Search.find(plain("a"), "a".repeat(Search.MOST + 1), () -> false);
    Matches matches = ((Search.Result.Found) result).matches();
    assertThat(matches.all()).hasSize(Search.MOST);
    assertThat(matches.words(new TextRange(2, 3))).isEqualTo("3 of 100,000+");
  }

  @Test
  void replacesPlainlyAndWithGroups() {
    assertThat(replaced(plain("api"), "$1\\n", "api: api")).isEqualTo("$1\\n: $1\\n");
    assertThat(replaced(regex("(\\w+): (?<value>\\w+)"), "${value}=$1$$0", "a: b"))
        .isEqualTo("b=a$a: b");
    assertThat(replaced(regex(", "), ",\\n\\t\\\\", "a, b")).isEqualTo("a,\n\t\\b");
    assertThat(replaced(plain("aa"), "", "aaaab")).isEqualTo("b");
    assertThat(replaced(regex("(a)|b"), "[$1]", "ab")).isEqualTo("[a][]");
  }

  @Test
  void aGroupThatIsNotThereIsExplained() {
    assertThat(replaced(regex("a"), "$2", "a")).isEqualTo("The expression has no group 2");
    assertThat(replaced(regex("a"), "${x}", "a"))
        .isEqualTo("The expression has no group named “x”");
  }

  @Test
  void matchesAreFoundFromAnyPlaceAndRoundTheEnd() {
    Matches matches =
        new Matches(List.of(new TextRange(2, 4), new TextRange(4, 6), new TextRange(9, 10)), false);
    assertThat(matches.from(0)).contains(new TextRange(2, 4));
    assertThat(matches.from(3)).contains(new TextRange(4, 6));
    assertThat(matches.from(10)).contains(new TextRange(2, 4));
    assertThat(matches.before(9)).contains(new TextRange(4, 6));
    assertThat(matches.before(3)).contains(new TextRange(9, 10));
    assertThat(matches.drawn(3, 5, new TextRange(4, 6)))
        .containsExactly(new Stretch(0, 1, "zw-match"), new Stretch(1, 2, "zw-match-current"));
    assertThat(matches.words(null)).isEqualTo("3 matches");
    assertThat(matches.words(new TextRange(9, 10))).isEqualTo("3 of 3");
    assertThat(Matches.NONE.from(0)).isEmpty();
    assertThat(Matches.NONE.before(0)).isEmpty();
  }
}
