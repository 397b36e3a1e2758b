package dev.zonewright.kube.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** NetworkPolicies that an API server refused, at the places that it named. */
class RefusedPolicyTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "oracle", "network");
  private static final Pattern PLACE = Pattern.compile("(?<![\\w.])spec(?:\\.\\w+|\\[\\d+])+(?=:)");

  @TestFactory
  Stream<DynamicTest> isRefusedWhereTheServerSays() throws IOException {
    return Files.readAllLines(FOLDER.resolve("refused.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", 5))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)));
  }

  private static void check(String[] row) throws IOException {
    Policy policy = policy(Files.readString(FOLDER.resolve("refused").resolve(row[0])));
    Set<String> found =
        policy.problems().stream().map(p -> p.path().toString()).collect(Collectors.toSet());
    String message = row[4];
    if (message.contains("unknown field")) {
      // found by its schema, as in every other kind
      assertEquals(Set.of(), found);
    } else if (message.contains("cannot unmarshal")) {
      assertTrue(policy.problems().stream().allMatch(Problem::ofType));
      assertEquals(Set.of("spec.ingress"), found);
    } else {
      Set<String> places = new TreeSet<>();
      Matcher matcher = PLACE.matcher(message);
      while (matcher.find()) {
        places.add(matcher.group());
      }
      // labels are named by their map there, and one by one here
      assertEquals(
          places,
          found.stream()
              .map(p -> p.replaceFirst("(matchLabels)[.\\[].*", "$1"))
              .collect(Collectors.toSet()),
          message);
      assertTrue(!policy.because().isEmpty(), "it is not known what is in force instead");
    }
  }

  @Test
  void whatIsInAWorldIsAccepted() throws IOException {
    try (Stream<Path> worlds = Files.list(FOLDER.resolve("worlds"))) {
      List<Problem> problems =
          worlds
              .map(RefusedPolicyTest::read)
              .flatMap(t -> OracleTest.objects(t).stream())
              .filter(PolicyReader::isPolicy)
              .flatMap(o -> PolicyReader.read(o).problems().stream())
              .toList();
      assertEquals(List.of(), problems);
    }
  }

  private static Policy policy(String text) {
    return PolicyReader.read(OracleTest.objects(text).getFirst());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
