package dev.zonewright.kube.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Formats that are told by a mark. The values are made here, so that no scanner takes the source of
 * this test for a leak.
 */
class PublishedFormatsTest {
  private static final String WORD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** In a pattern, {@code w36} stands for 36 letters and digits, {@code h} for hex, {@code d}. */
  private static String filled(String pattern) {
    Random random = new Random(7);
    StringBuilder out = new StringBuilder();
    for (String part : pattern.split(" ")) {
      if (!part.matches("[whd]\\d+")) {
        out.append(part);
        continue;
      }
      String in =
          switch (part.charAt(0)) {
            case 'w' -> WORD;
            case 'h' -> "0123456789abcdef";
            default -> "123456789";
          };
      for (int i = Integer.parseInt(part.substring(1)); i > 0; i--) {
        out.append(in.charAt(random.nextInt(in.length())));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "w3 8Q~ w34, an Azure client secret, CLOUD_IAM",
        "w76 AZDO w4, an Azure DevOps token, API_KEY",
        "w76 +ASt w6 ==, an Azure storage key, CLOUD_IAM",
        "w14 .atlasv1. w64, an HCP Terraform token, API_KEY",
        "h32 -us12, a Mailchimp key, API_KEY",
        "d10 :AA w33, a Telegram bot token, API_KEY",
        "https://x.blob.example/c?sv=2022-11-02&sig= w43 %3D, a shared access signature, CLOUD_IAM",
        "EAAA w60, a Square token, API_KEY",
        "access_token$production$ h16 $ h32, a PayPal token, API_KEY",
        "v1.0- h24 - h146, a Cloudflare key, CLOUD_IAM",
        "HRKU- w36, a Heroku key, CLOUD_IAM",
        "fo1_ w43, a Fly.io token, CLOUD_IAM",
        "pscale_pw_ w43, a PlanetScale password, DATABASE_PASSWORD",
        "pul- h40, a Pulumi token, API_KEY",
        "tskey-auth- w12 - w32, a Tailscale key, API_KEY",
        "jdbc:postgresql://db/x?user=a&password= w14, a password in a URL, DATABASE_PASSWORD",
      })
  void aKeyOfAPublishedFormatIsFound(String pattern, String what, SecretKind kind) {
    String key = filled(pattern);
    Credential found = Credentials.byShape("see " + key + ", please").orElseThrow();
    assertThat(found.what()).isEqualTo(what);
    assertThat(found.kind()).isEqualTo(kind);
    String last = key.replace("==", "").substring(key.replace("==", "").length() - 8);
    assertThat(Masked.within("see " + key)).doesNotContain(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see Q~ w34",
        "w60 AZDO w4",
        "h40 -us12",
        "h32 -usage",
        "d4 :AA w33",
        "d10 :AA w20",
        "https://x.example/c?sig=short&sv=1",
        "jdbc:postgresql://db/x?user=a&password=${DB_PASSWORD}",
        "jdbc:postgresql://db/x?user=a&password=<password>",
        "https://x.example/forgot?password=",
        "EAAA w80",
        "pul- w20",
      })
  void whatOnlyLooksLikeOneIsNone(String pattern) {
    assertThat(Credentials.byShape(filled(pattern))).isEmpty();
  }
}
