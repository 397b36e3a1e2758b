package dev.zonewright.kube.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlParameterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/x?user=app&password=tR4-vbn-19",
        "https://shop.example/?note=password=&password=tR4-vbn-19",
        "https://shop.example/?password=$(PW)&password=tR4-vbn-19",
        "https://shop.example/?to=https://pay.example/&pwd=tR4-vbn-19#top",
        "see http://a.example http://b.example/?passwd=tR4-vbn-19;x=1"
      })
  void aPasswordIsFoundWhereverItStandsInTheUrl(String text) {
    assertThat(UrlShapes.find(text).orElseThrow().value()).isEqualTo("tR4-vbn-19");
  }

  @Test
  void aReferenceIsNone() {
    assertThat(UrlShapes.find("https://shop.example/?password=$(PW)&pwd=$(OTHER)")).isEmpty();
  }
}
