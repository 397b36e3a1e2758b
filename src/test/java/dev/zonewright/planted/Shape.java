package dev.zonewright.planted;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.function.Function;

/**
 * How a planted credential looks. The part of it that must never be shown is random.
 *
 * @param name what it is
 * @param plain whether only its name tells that it is one
 * @param before the published beginning of the format
 * @param random makes the rest
 */
record Shape(String name, boolean plain, String before, Function<Random, String> random) {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String WORD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HEX = "0123456789abcdef";

  static final Shape[] ALL = {
    key("AWS", "AKIA", UPPER, 16),
    key("GitHub", "ghp_", WORD, 36),
    key("GitHub fine", "github_pat_", WORD, 70),
    key("GitLab", "glpat-", WORD, 24),
    key("Slack", "xoxb-", WORD, 40),
    key("Stripe", "sk_live_", WORD, 24),
    key("Google", "AIza", WORD, 35),
    key("OpenAI", "sk-proj-", WORD, 48),
    key("Anthropic", "sk-ant-", WORD, 60),
    key("Hugging Face", "hf_", WORD, 34),
    key("npm", "npm_", WORD, 36),
    key("Vault", "hvs.", WORD, 40),
    key("SendGrid", "SG.", WORD, 66),
    key("DigitalOcean", "dop_v1_", HEX, 64),
    new Shape(
        "JWT",
        false,
        "eyJ",
        random ->
            letters(random, WORD, 33)
                + ".eyJ"
                + letters(random, WORD, 40)
                + "."
                + letters(random, WORD, 43)),
    new Shape("plain", true, "", random -> letters(random, WORD, 18)),
  };

  private static Shape key(String name, String before, String alphabet, int length) {
    return new Shape(name, false, before, random -> letters(random, alphabet, length));
  }

  static String letters(Random random, String alphabet, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  static String password(Random random) {
    return letters(random, WORD, 18);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
