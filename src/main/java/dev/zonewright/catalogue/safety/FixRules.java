package dev.zonewright.catalogue.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of all fixes that the controls offer, and the page made of them. */
public final class FixRules {
  private static final String FILE = "fix-rules.txt";

  private static final String HEAD =
      """
      # When a fix is safe

      A fix is *safe* only where the opened manifests show that the workload keeps working as before; *fix all* makes only safe fixes. It is *for review* where
      they show that the workload may need what is removed, or do not show enough; the reason is given with it. This page is generated from the rules that the
      pages of the controls also show (`zonewright explain CONTROL`), and a test checks every fix against its rule.

      Whatever its own rule says, no fix is safe

      - on a workload of the platform (a system priority class, a static pod, a DaemonSet that works on its node, what distributions ship in `kube-system`), and
        on any object in `kube-system`, `kube-public` or `kube-node-lease`: record an exception instead;
      - on a patch of another manifest, which may contain the rest;
      - on an object that SOPS has encrypted and signed whole: after a change, SOPS no longer decrypts it;
      - on a custom resource whose operator completes the pod ([pod-kinds.md](pod-kinds.md));
      - where a comment refers to what it removes or changes: one that would be removed too, is directly above it or after it, is above keys of its kind,
        or names the key from around it. The heading of a section and YAML that is commented out do not count;
      - where, of several places that share an anchor, it is for review in one.

      A change that Kubernetes would refuse is completed or not made. A fix that was for review at first is not made automatically in the same run, even if
      other fixes remove the reasons for the review.

      | control | fix | safe where | for review |
      |---|---|---|---|
      """;

  private static final List<FixRule> ALL = read();

  private FixRules() {}

  /** Every rule, in the order of the catalogue's page. */
  public static List<FixRule> all() {
    return ALL;
  }

  /** Those of one control, as a list in Markdown; empty where it offers no fix. */
  public static String listOf(String control) {
    return ALL.stream()
        .filter(rule -> rule.control().equals(control))
        .map(FixRule::item)
        .collect(Collectors.joining("\n"));
  }

  /** The page {@code docs/fix-safety.md}. */
  public static String page() {
    return HEAD
        + ALL.stream()
            .map(rule ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        rule.control(),
                        rule.fix().equals("…") ? "any" : rule.fix(),
                        rule.safe().isEmpty() ? "never" : rule.safe(),
                        rule.review().isEmpty() ? "–" : rule.review()))
            .collect(Collectors.joining());
  }

  private static List<FixRule> read() {
    try (InputStream in = FixRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\\|", -1))
          .map(part -> new FixRule(part[0], part[1], part[2], part[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
