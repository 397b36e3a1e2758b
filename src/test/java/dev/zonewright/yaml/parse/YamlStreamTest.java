package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Position;
import org.junit.jupiter.api.Test;

final class YamlStreamTest {
  private static final String TEXT = "# top\n---\na: 1\n---\nb: [\n---\nc: 3\n";

  @Test
  void aBrokenDocumentHidesNoOther() {
    YamlStream stream = YamlStream.parse(TEXT);
    assertThat(stream.parts()).hasSize(3);
    assertThat(stream.parts().get(1).document().problem()).isPresent();
    assertThat(stream.parts().get(2).document().cursor().get("c").raw()).isEqualTo("3");
    assertThat(stream.positionOf(stream.parts().get(2), 4)).isEqualTo(new Position(7, 1));
  }

  @Test
  void onlyTheChangedDocumentIsParsedAgain() {
    YamlStream stream = YamlStream.parse(TEXT);
    YamlStream next = stream.reparse(TEXT.replace("b: [", "b: [1, 2]"));
    assertThat(next.parts().get(0).document()).isSameAs(stream.parts().get(0).document());
    assertThat(next.parts().get(1).document()).isNotSameAs(stream.parts().get(1).document());
    assertThat(next.parts().get(2).document()).isSameAs(stream.parts().get(2).document());
    assertThat(next.parts().get(1).document().problem()).isEmpty();
    assertThat(next.parts().get(2).offset()).isEqualTo(stream.parts().get(2).offset() + 5);
  }

  @Test
  void aNewSeparatorPartsADocument() {
    YamlStream stream = YamlStream.parse("a: 1\nb: 2\n---\nc: 3\n");
    YamlStream next = stream.reparse("a: 1\n---\nb: 2\n---\nc: 3\n");
    assertThat(next.parts()).hasSize(3);
    assertThat(next.parts().get(2).document()).isSameAs(stream.parts().get(1).document());
    assertThat(next.parts().get(2).number()).isEqualTo(3);
  }

  @Test
  void aReparseIsWhatAParseIs() {
    String after = TEXT.replace("---\nb: [\n", "");
    YamlStream next = YamlStream.parse(TEXT).reparse(after);
    assertThat(next.parts().stream().map(YamlStream.Part::range))
        .isEqualTo(YamlStream.parse(after).parts().stream().map(YamlStream.Part::range).toList());
  }

  @Test
  void findsTheDocumentAtAnOffset() {
    YamlStream stream = YamlStream.parse(TEXT);
    assertThat(stream.partAt(0).orElseThrow().number()).isEqualTo(1);
    assertThat(stream.partAt(TEXT.indexOf("b:")).orElseThrow().number()).isEqualTo(2);
    assertThat(stream.partAt(TEXT.length()).orElseThrow().number()).isEqualTo(3);
    assertThat(YamlStream.parse("").partAt(0)).isEmpty();
  }

  @Test
  void manyDocumentsKeepTheirOrder() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("---\nn: ").append(i).append('\n');
    }
    YamlStream stream = YamlStream.parse(text.toString());
    assertThat(stream.parts().stream().map(p -> p.document().cursor().get("n").raw()))
        .isEqualTo(java.util.stream.IntStream.range(0, 500).mapToObj(Integer::toString).toList());
  }
}
