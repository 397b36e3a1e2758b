package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class DecodingTest {
  private static Decoding.Undecodable refused(byte... bytes) {
    return (Decoding.Undecodable) Decoding.of(bytes);
  }

  @Test
  void textIsDecodedWithItsMark() {
    byte[] bytes = "\uFEFFa: ä😀\r\n".getBytes(StandardCharsets.UTF_8);
    Decoding.Decoded decoded = (Decoding.Decoded) Decoding.of(bytes);
    assertThat(decoded.source().text()).isEqualTo("a: ä😀\n");
    assertThat(decoded.source().encode()).isEqualTo(bytes);
  }

  @Test
  void wideEncodingsAreNamed() {
    assertThat(refused("\uFEFFa".getBytes(StandardCharsets.UTF_16LE)).what()).contains("UTF-16");
    assertThat(refused("\uFEFFa".getBytes(StandardCharsets.UTF_16BE)).what()).contains("UTF-16");
    assertThat(refused((byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 0).what()).contains("UTF-32");
  }

  @Test
  void binaryIsNamedWithItsPlace() {
    Decoding.Undecodable refused = refused((byte) 'a', (byte) '\n', (byte) 0, (byte) 'b');
    assertThat(refused.what()).contains("binary").contains("offset 2");
    assertThat(refused.line()).isEqualTo(2);
  }

  @Test
  void aByteThatIsNoUtf8IsNamedWithItsPlace() {
    Decoding.Undecodable refused = refused((byte) '\n', (byte) 'a', (byte) 0xE4, (byte) 'b');
    assertThat(refused.what()).isEqualTo("byte 0xE4 at offset 2 is not UTF-8");
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.cure()).contains("UTF-8");
  }

  @Test
  void aCharacterCutOffAtTheEndIsNoUtf8() {
    assertThat(refused((byte) 'a', (byte) 0xC3).what()).contains("0xC3");
  }

  @Test
  void encodedSurrogatesAreNoUtf8() {
    assertThat(refused((byte) 0xED, (byte) 0xA0, (byte) 0x80).what()).contains("0xED");
  }

  @Test
  void theCharacterForWhatDoesNotFitIsTextWhereAFileHasIt() {
    byte[] bytes = "a: \uFFFD\n".getBytes(StandardCharsets.UTF_8);
    Decoding.Decoded decoded = (Decoding.Decoded) Decoding.of(bytes);
    assertThat(decoded.source().text()).isEqualTo("a: \uFFFD\n");
  }

  @Test
  void nothingIsText() {
    assertThat(Decoding.of(new byte[0])).isInstanceOf(Decoding.Decoded.class);
  }
}
