package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.BesideCheckout;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Control;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.Decoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the findings on secrets with labels that were put on each by hand: whether what it says
 * is true. The labels name the place by a digest and hold no text of the manifests.
 */
class LabelledSecretsTest {
  private static final Path LABELS = Path.of("src", "test", "resources", "secrets", "labels.tsv");

  /** All of their findings in a labelled file have a label; of others, a part has. */
  private static final Set<String> WHOLE =
      Set.of("literal-credential", "long-lived-cloud-credential");

  /** A label: whether a finding at a place of a file is true. */
  private record Label(String place, String control, boolean isTrue) {}

  @TempDir Path folder;

  @Test
  void falseFindingsAreUnderTwoInAHundred() throws IOException, InterruptedException {
    BesideCheckout.unpack("labelled.tar.xz", folder);
    BesideCheckout.unpack("real-pick.tar.xz", folder);
    Path bench = folder.resolve("bench-10mb.yaml.xz");
    Files.write(bench, Files.readAllBytes(BesideCheckout.corpus("bench-10mb.yaml.xz")));
    Process xz = new ProcessBuilder("xz", "-d", bench.toString()).inheritIO().start();
    assumeTrue(xz.waitFor() == 0, "xz cannot unpack the file of the bench");
    Map<String, List<Label>> labels = labels();
    List<String> unlabelled = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int found = 0;
    int untrue = 0;
    for (Map.Entry<String, List<Label>> file : labels.entrySet()) {
      Map<String, String> reported = reported(file.getKey());
      Set<String> known =
          file.getValue().stream().map(l -> l.control() + l.place()).collect(Collectors.toSet());
      reported.forEach((place, control) -> {
        if (WHOLE.contains(control) && !known.contains(place)) {
          unlabelled.add(file.getKey() + " " + place);
        }
      });
      for (Label label : file.getValue()) {
        if (reported.containsKey(label.control() + label.place())) {
          found++;
          untrue += label.isTrue() ? 0 : 1;
        } else if (label.isTrue()) {
          missed.add(file.getKey() + " " + label.control() + label.place());
        }
      }
    }
    System.out.printf("labelled secrets: %d findings, %d of them false%n", found, untrue);
    assertThat(missed).as("what is true and no longer reported").isEmpty();
    assertThat(unlabelled).as("findings that nobody has read yet").isEmpty();
    assertThat(found).isGreaterThanOrEqualTo(300);
    assertThat(untrue * 50).as("false ones, 50 times").isLessThan(found);
  }

  private static Map<String, List<Label>> labels() throws IOException {
    Map<String, List<Label>> out = new TreeMap<>();
    for (String line : Files.readAllLines(LABELS).subList(1, Files.readAllLines(LABELS).size())) {
      String[] cells = line.split("\t");
      out.computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(new Label(cells[1], cells[2], cells[3].equals("true")));
    }
    return out;
  }

  /** The control of each finding on secrets in a file, by control and place. */
  private Map<String, String> reported(String file) throws IOException {
    List<Control> controls =
        ControlCatalogue.all().stream()
            .filter(c ->
                WHOLE.contains(c.info().id())
                    || Set.of("mounted-secret", "secret-in-environment", "legacy-token-secret")
                        .contains(c.info().id()))
            .toList();
    if (!(Decoding.of(Files.readAllBytes(folder.resolve(file)))
        instanceof Decoding.Decoded(var text))) {
      throw new IOException(file + " is no text");
    }
    Map<String, String> out = new TreeMap<>();
    for (LocatedFinding located :
        new Analyzer(controls, Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of(file, text.text())))
            .findings()) {
      Finding finding = located.finding();
      String control = finding.control().id();
      out.put(control + place(located), control);
    }
    return out;
  }

  private static String place(LocatedFinding located) {
    Finding finding = located.finding();
    String text =
        String.join(
            "\n",
            finding.control().id(),
            finding.kind(),
            finding.namespace(),
            finding.name(),
            finding.path().toString(),
            Integer.toString(located.document()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
