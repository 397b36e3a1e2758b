package dev.zonewright.kube.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.network.OracleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that a real API server's authorizer has answered. */
class AccessOracleTest {
  private static final Path COPIED = Path.of("src", "test", "resources", "oracle", "access");

  @Test
  void everyAnswerOfTheCopiedWorldsIsRight() throws IOException {
    check(COPIED, 2_000);
  }

  @Test
  void everyAnswerIsRight(@TempDir Path folder) throws IOException, InterruptedException {
    check(OracleArchive.unpack("rbac-given", folder), 62_679);
  }

  @Test
  void whatTheServerRefusesIsAProblemAndNothingElse(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path given = OracleArchive.unpack("rbac-given", folder);
    for (String line : Files.readAllLines(given.resolve("refused.tsv"))) {
      String[] cells = line.split("\t", -1);
      // 400 is about unknown fields, which another control knows
      if (cells[3].equals("422")) {
        String text = Files.readString(given.resolve("refused").resolve(cells[0]));
        assertFalse(problems(text).isEmpty(), line);
      }
    }
    try (Stream<Path> worlds = Files.list(given.resolve("worlds"))) {
      for (Path world : worlds.sorted().toList()) {
        assertEquals(List.of(), problems(Files.readString(world)), world.toString());
      }
    }
  }

  private static List<RbacProblems.Problem> problems(String text) {
    return objects(text).stream().flatMap(o -> RbacProblems.of(o).stream()).toList();
  }

  private static void check(Path folder, int atLeast) throws IOException {
    Map<String, AccessGraph> worlds = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (String line : Files.readAllLines(folder.resolve("answers.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("world")) {
        continue;
      }
      AccessGraph graph = worlds.get(cells[0]);
      if (graph == null) {
        Path world = folder.resolve("worlds").resolve(cells[0] + ".yaml");
        graph = AccessGraph.of(objects(Files.readString(world)));
        worlds.put(cells[0], graph);
      }
      AccessAnswer answer = graph.answer(Identity.parse(cells[1]).orElseThrow(), request(cells));
      boolean allowed = answer instanceof AccessAnswer.Allowed;
      if (allowed != cells[10].equals("allowed")) {
        wrong.add(line);
      }
      asked++;
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked >= atLeast, asked + " answers");
  }

  private static AccessRequest request(String[] cells) {
    return cells[2].equals("R")
        ? new AccessRequest.OnResource(cells[3], cells[4], cells[5], cells[6], cells[7], cells[8])
        : new AccessRequest.OnUrl(cells[3], cells[9]);
  }

  static List<KubeObject> objects(String yaml) {
    List<KubeObject> objects = new ArrayList<>();
    Manifest.of("world.yaml", yaml).stream()
        .parts()
        .forEach(part -> objects.addAll(KubeObject.in(part.document().cursor())));
    return objects;
  }
}
