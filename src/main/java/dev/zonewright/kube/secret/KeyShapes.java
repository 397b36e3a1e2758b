package dev.zonewright.kube.secret;

import static dev.zonewright.kube.secret.SecretKind.API_KEY;
import static dev.zonewright.kube.secret.SecretKind.CLOUD_IAM;
import static dev.zonewright.kube.secret.SecretKind.ENCRYPTION_KEY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The published formats of keys that can be told by their beginning: those of the large clouds, Git
 * hosts, package registries, chat, payment and model providers. A value is walked through once; at
 * the start of each word only the formats with the same first character are tried.
 */
final class KeyShapes {
  /** Which characters follow the beginning. */
  private enum Alphabet {
    UPPER_DIGIT {
      @Override
      boolean has(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      }
    },
    HEX {
      @Override
      boolean has(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      }
    },
    HEX_PARTS {
      @Override
      boolean has(char c) {
        return HEX.has(c) || c == '$';
      }
    },
    WORD {
      @Override
      boolean has(char c) {
        return isWord(c) || c == '-';
      }
    },
    TOKEN {
      @Override
      boolean has(char c) {
        return isWord(c) || c == '-' || c == '.' || c == '=' || c == '+' || c == '/';
      }
    };

    abstract boolean has(char c);
  }

  /** A format: its beginning, what follows it, and how many characters follow. */
  private record Shape(
      String start, Alphabet rest, int least, int most, String what, SecretKind kind) {}

  private static final int ANY = 4_096;

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("AKIA", Alphabet.UPPER_DIGIT, 16, 16, "an AWS access key id", CLOUD_IAM),
          new Shape("ASIA", Alphabet.UPPER_DIGIT, 16, 16, "an AWS session key id", CLOUD_IAM),
          new Shape("ABSK", Alphabet.TOKEN, 100, 300, "an Amazon Bedrock key", API_KEY),
          new Shape("AIza", Alphabet.WORD, 35, 35, "a Google API key", API_KEY),
          new Shape("GOCSPX-", Alphabet.WORD, 20, 40, "a Google client secret", CLOUD_IAM),
          new Shape("ya29.", Alphabet.WORD, 30, ANY, "a Google access token", CLOUD_IAM),
          new Shape("LTAI", Alphabet.WORD, 12, 26, "an Alibaba Cloud key id", CLOUD_IAM),
          new Shape("dop_v1_", Alphabet.HEX, 64, 64, "a DigitalOcean token", CLOUD_IAM),
          new Shape("v1.0-", Alphabet.WORD, 160, 180, "a Cloudflare key", CLOUD_IAM),
          new Shape("HRKU-", Alphabet.WORD, 36, 64, "a Heroku key", CLOUD_IAM),
          new Shape("fo1_", Alphabet.WORD, 40, 50, "a Fly.io token", CLOUD_IAM),
          new Shape("doo_v1_", Alphabet.HEX, 64, 64, "a DigitalOcean token", CLOUD_IAM),
          new Shape("ghp_", Alphabet.WORD, 36, 255, "a GitHub token", API_KEY),
          new Shape("gho_", Alphabet.WORD, 36, 255, "a GitHub token", API_KEY),
          new Shape("ghu_", Alphabet.WORD, 36, 255, "a GitHub token", API_KEY),
          new Shape("ghs_", Alphabet.WORD, 36, 255, "a GitHub token", API_KEY),
          new Shape("ghr_", Alphabet.WORD, 36, 255, "a GitHub token", API_KEY),
          new Shape("github_pat_", Alphabet.WORD, 50, 255, "a GitHub token", API_KEY),
          new Shape("glpat-", Alphabet.TOKEN, 20, 300, "a GitLab token", API_KEY),
          new Shape("gldt-", Alphabet.TOKEN, 20, 300, "a GitLab deploy token", API_KEY),
          new Shape("glrt-", Alphabet.TOKEN, 20, 300, "a GitLab runner token", API_KEY),
          new Shape("glcbt-", Alphabet.TOKEN, 20, 300, "a GitLab job token", API_KEY),
          new Shape("glptt-", Alphabet.TOKEN, 20, 300, "a GitLab trigger token", API_KEY),
          new Shape("ATBB", Alphabet.WORD, 28, 60, "a Bitbucket token", API_KEY),
          new Shape("ATATT3", Alphabet.TOKEN, 60, 300, "an Atlassian token", API_KEY),
          new Shape("ATCTT3", Alphabet.TOKEN, 60, 300, "a Bitbucket token", API_KEY),
          new Shape("xoxb-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("xoxp-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("xoxa-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("xoxr-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("xoxs-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("xapp-", Alphabet.WORD, 20, 300, "a Slack token", API_KEY),
          new Shape("sk_live_", Alphabet.WORD, 16, 255, "a Stripe key", API_KEY),
          new Shape("rk_live_", Alphabet.WORD, 16, 255, "a Stripe key", API_KEY),
          new Shape("sk_test_", Alphabet.WORD, 16, 255, "a Stripe test key", API_KEY),
          new Shape("whsec_", Alphabet.TOKEN, 24, 100, "a webhook signing secret", API_KEY),
          new Shape("sq0atp-", Alphabet.WORD, 22, 60, "a Square token", API_KEY),
          new Shape("sq0csp-", Alphabet.WORD, 22, 60, "a Square secret", API_KEY),
          new Shape("EAAA", Alphabet.WORD, 60, 60, "a Square token", API_KEY),
          new Shape(
              "access_token$production$", Alphabet.HEX_PARTS, 20, 100, "a PayPal token", API_KEY),
          new Shape("shpat_", Alphabet.HEX, 32, 32, "a Shopify token", API_KEY),
          new Shape("shpca_", Alphabet.HEX, 32, 32, "a Shopify token", API_KEY),
          new Shape("shppa_", Alphabet.HEX, 32, 32, "a Shopify token", API_KEY),
          new Shape("shpss_", Alphabet.HEX, 32, 32, "a Shopify secret", API_KEY),
          new Shape("SG.", Alphabet.TOKEN, 60, 90, "a SendGrid key", API_KEY),
          new Shape("key-", Alphabet.HEX, 32, 32, "a Mailgun key", API_KEY),
          new Shape("SK", Alphabet.HEX, 32, 32, "a Twilio key", API_KEY),
          new Shape("sk-ant-", Alphabet.WORD, 20, 300, "an Anthropic key", API_KEY),
          new Shape("sk-proj-", Alphabet.WORD, 20, 300, "an OpenAI key", API_KEY),
          new Shape("sk-svcacct-", Alphabet.WORD, 20, 300, "an OpenAI key", API_KEY),
          new Shape("sk-or-v1-", Alphabet.HEX, 64, 64, "an OpenRouter key", API_KEY),
          new Shape("sk-", Alphabet.WORD, 32, 200, "a model provider's key", API_KEY),
          new Shape("hf_", Alphabet.WORD, 30, 60, "a Hugging Face token", API_KEY),
          new Shape("r8_", Alphabet.WORD, 36, 50, "a Replicate token", API_KEY),
          new Shape("gsk_", Alphabet.WORD, 40, 80, "a Groq key", API_KEY),
          new Shape("xai-", Alphabet.WORD, 60, 120, "an xAI key", API_KEY),
          new Shape("pplx-", Alphabet.WORD, 40, 80, "a Perplexity key", API_KEY),
          new Shape("npm_", Alphabet.WORD, 36, 36, "an npm token", API_KEY),
          new Shape("pypi-", Alphabet.WORD, 60, 300, "a PyPI token", API_KEY),
          new Shape("dckr_pat_", Alphabet.WORD, 24, 60, "a Docker Hub token", API_KEY),
          new Shape("dapi", Alphabet.HEX, 32, 32, "a Databricks token", API_KEY),
          new Shape("hvs.", Alphabet.WORD, 24, 300, "a Vault token", API_KEY),
          new Shape("hvb.", Alphabet.WORD, 24, 300, "a Vault token", API_KEY),
          new Shape("glsa_", Alphabet.WORD, 32, 60, "a Grafana token", API_KEY),
          new Shape("glc_", Alphabet.TOKEN, 32, 400, "a Grafana Cloud token", API_KEY),
          new Shape("dp.pt.", Alphabet.WORD, 40, 50, "a Doppler token", API_KEY),
          new Shape("lin_api_", Alphabet.WORD, 40, 50, "a Linear key", API_KEY),
          new Shape("pscale_tkn_", Alphabet.TOKEN, 32, 64, "a PlanetScale token", API_KEY),
          new Shape(
              "pscale_pw_",
              Alphabet.TOKEN,
              32,
              64,
              "a PlanetScale password",
              SecretKind.DATABASE_PASSWORD),
          new Shape("pul-", Alphabet.HEX, 40, 40, "a Pulumi token", API_KEY),
          new Shape("figd_", Alphabet.WORD, 38, 60, "a Figma token", API_KEY),
          new Shape("ntn_", Alphabet.WORD, 43, 60, "a Notion token", API_KEY),
          new Shape("tskey-", Alphabet.WORD, 30, 80, "a Tailscale key", API_KEY),
          new Shape("NRAK-", Alphabet.UPPER_DIGIT, 27, 27, "a New Relic key", API_KEY),
          new Shape("sntrys_", Alphabet.TOKEN, 60, 400, "a Sentry token", API_KEY),
          new Shape(
              "AGE-SECRET-KEY-1", Alphabet.UPPER_DIGIT, 58, 58, "an age key", ENCRYPTION_KEY));

  private static final List<List<Shape>> BY_FIRST = byFirst();

  private KeyShapes() {}

  private static List<List<Shape>> byFirst() {
    List<List<Shape>> out = new ArrayList<>(Collections.nCopies(128, List.of()));
    for (Shape shape : SHAPES) {
      List<Shape> same = new ArrayList<>(out.get(shape.start().charAt(0)));
      same.add(shape);
      out.set(shape.start().charAt(0), same);
    }
    return List.copyOf(out);
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** The first key in a text; empty when there is none. */
  static Optional<Credential> find(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!inWord && c < 128) {
        for (Shape shape : BY_FIRST.get(c)) {
          Optional<Credential> found = at(shape, text, i);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      inWord = isWord(c);
    }
    return Optional.empty();
  }

  private static Optional<Credential> at(Shape shape, String text, int from) {
    if (!text.startsWith(shape.start(), from)) {
      return Optional.empty();
    }
    int start = from + shape.start().length();
    int end = start;
    int limit = Math.min(text.length(), start + shape.most() + 1);
    while (end < limit && shape.rest().has(text.charAt(end))) {
      end++;
    }
    int length = end - start;
    if (length < shape.least() || length > shape.most()) {
      return Optional.empty();
    }
    String value = text.substring(from, end);
    return Examples.isExample(value) || !Entropy.isMixed(text.substring(start, end))
        ? Optional.empty()
        : Optional.of(new Credential(shape.what(), shape.kind(), value, true));
  }
}
