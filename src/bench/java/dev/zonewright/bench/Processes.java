package dev.zonewright.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Whole processes side by side: the packaged jar, the same with an AOT cache, and a peer. */
final class Processes {
  /** The property with a peer's command; the file comes last. */
  static final String PEER = "bench.peer";

  /** The property with the file for the peer, where it cannot read all of the manifest. */
  static final String PEER_MANIFEST = "bench.peer.manifest";

  private static final int ROUNDS = 7;
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
        labels:
          app: api
      spec:
        hostNetwork: true
        automountServiceAccountToken: false
        containers:
          - name: api
            image: registry.example/api:4.2
            ports:
              - containerPort: 8080
            securityContext:
              privileged: true
            resources:
              limits:
                memory: 256Mi
      """;

  private final Path folder;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final String jar = Path.of("target", "zonewright.jar").toString();

  Processes(Path folder) {
    this.folder = folder;
  }

  List<Row> measure() throws IOException {
    Path whole = folder.resolve("whole.yaml");
    Files.writeString(whole, BenchText.whole());
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    Path trained = trained("zonewright.aot", "-jar", jar, "review", "--format", "json", "" + whole);
    Path empty = emptyJar();
    Path emptyTrained = trained("empty.aot", "-cp", "" + empty, Empty.class.getName());
    List<Row> rows = new ArrayList<>(large(whole, trained));
    double[] small =
        Command.compare(
            ROUNDS * 3,
            List.of(
                program("pod", cache(trained), "-jar", jar, "review", "--format", "json", "" + pod),
                program("empty", cache(emptyTrained), "-cp", "" + empty, Empty.class.getName())));
    rows.add(
        new Row(
            "a pod of 20 lines, with an AOT cache ÷ an empty program, with one",
            small[0],
            small[1],
            "≤ 3"));
    rows.addAll(new Fixing(folder, java, jar).measure(whole));
    return rows;
  }

  private List<Row> large(Path whole, Path trained) throws IOException {
    Command plain = program("plain", "-jar", jar, "review", "--format", "json", "" + whole);
    Command aot =
        program("aot", cache(trained), "-jar", jar, "review", "--format", "json", "" + whole);
    String peer = System.getProperty(PEER, "");
    if (peer.isEmpty()) {
      double[] times = Command.compare(ROUNDS, List.of(aot, plain));
      return List.of(new Row("10 MB, with an AOT cache ÷ without", times[0], times[1], "< 1"));
    }
    List<String> words = new ArrayList<>(Arrays.asList(peer.split(" ", -1)));
    words.add(System.getProperty(PEER_MANIFEST, whole.toString()));
    double[] times = Command.compare(ROUNDS, List.of(plain, aot, new Command("peer", words)));
    return List.of(
        new Row("10 MB, plain java -jar ÷ the fastest peer", times[0], times[2], "≤ 0.7"),
        new Row("10 MB, with an AOT cache ÷ the fastest peer", times[1], times[2], "≤ 0.5"));
  }

  private Command program(String name, String... arguments) {
    List<String> words = new ArrayList<>(List.of(java));
    words.addAll(Arrays.asList(arguments));
    return new Command(name, words);
  }

  private static String cache(Path trained) {
    return "-XX:AOTCache=" + trained;
  }

  /** Runs a program once for the virtual machine to learn from. */
  private Path trained(String name, String... arguments) throws IOException {
    Path cache = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of(java, "-XX:AOTCacheOutput=" + cache));
    words.addAll(Arrays.asList(arguments));
    new Command("training", words).run();
    return cache;
  }

  private Path emptyJar() throws IOException {
    Path out = folder.resolve("empty.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    String name = Empty.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(out);
        JarOutputStream entries = new JarOutputStream(file, manifest);
        InputStream code = Empty.class.getClassLoader().getResourceAsStream(name)) {
      if (code == null) {
        throw new IOException("no " + name);
      }
      entries.putNextEntry(new ZipEntry(name));
      code.transferTo(entries);
      entries.closeEntry();
    }
    return out;
  }
}
