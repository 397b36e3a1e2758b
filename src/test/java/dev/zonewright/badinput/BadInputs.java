package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.containerWith;
import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Everything that is tried. */
final class BadInputs {
  private final List<BadInput> all = new ArrayList<>();
  private String group = "";

  private BadInputs() {}

  /** An everyday file of about so many characters, against which the others are measured. */
  static String ordinary(int size) {
    return lines(
        size,
        i ->
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web-%d
              namespace: team-%d
              labels:
                app: web
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                  - name: web
                    image: registry.example/web:1.4.2
                    args: ["--port", "8080"]
                    resources:
                      limits:
                        memory: 256Mi
            ---
            """
                .formatted(i, i % 7));
  }

  static List<BadInput> all() {
    BadInputs inputs = new BadInputs();
    inputs.nesting();
    inputs.aliases();
    inputs.scalars();
    inputs.places();
    inputs.width();
    inputs.syntax();
    inputs.characters();
    return List.copyOf(inputs.all);
  }

  private void add(String name, IntFunction<String> ofSize) {
    all.add(new BadInput(group, name, ofSize));
  }

  private void nesting() {
    group = "Nesting";
    add("`[[[[…` never closed", n -> fill("[", n));
    add("`[[[…]]]`", n -> fill("[", n / 2) + fill("]", n / 2));
    add("`{a: {a: …`", n -> fill("{a: ", n));
    add("`{\"a\":{\"a\":…}}`", n -> fill("{\"a\":", n * 5 / 6) + "1" + fill("}", n / 6));
    add("`- - - - …`", n -> fill("- ", n));
    add("`? ? ? ? …`", n -> fill("? ", n));
    add("block mappings, each deeper", BadInputs::deeper);
    for (int depth : new int[] {150, 700, 1_000}) {
      add(depth + " levels of flow in `annotations`", n -> nested(depth, n));
      add(depth + " levels of block", n -> deeper(depth, n));
    }
  }

  private static String deeper(int size) {
    return deeper((int) Math.sqrt(2.0 * size), size);
  }

  private static String deeper(int depth, int size) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < depth && out.length() < size; i++) {
      out.append(" ".repeat(i)).append("a:\n");
    }
    return out + "# " + "x".repeat(Math.max(0, size - out.length())) + "\n";
  }

  private static String nested(int depth, int size) {
    String value = "[".repeat(depth) + "]".repeat(depth);
    return lines(size, i -> podWith("  x" + i + ": " + value) + "---\n");
  }

  private void aliases() {
    group = "Anchors and aliases";
    add("aliases of aliases, ten times ten times …", n -> bomb(n));
    add("one anchor, many aliases", n -> podWith("  a: &a {b: c}\n  l:\n" + fill("  - *a\n", n)));
    add("many anchors", n -> podWith("  l:\n" + lines(n, i -> "  - &a" + i + " v" + i + "\n")));
    add(
        "each mapping merges the one before",
        n ->
            podWith(
                "  m0: &m0 {a: 1}\n"
                    + lines(n, i -> "  m%d: &m%d {<<: *m%d}\n".formatted(i + 1, i + 1, i))));
    add(
        "one `<<` with a long list",
        n -> podWith("  a: &a {b: c}\n  m:\n    <<: [" + fill("*a, ", n) + "*a]"));
    add(
        "nested aliases that go deep when written out",
        n ->
            podWith(
                "  d0: &d0 [x]\n"
                    + lines(n, i -> "  d%d: &d%d [*d%d]\n".formatted(i + 1, i + 1, i))));
    add("an anchor that contains itself", n -> "a: &a\n" + fill("  - *a\n", n));
  }

  private static String bomb(int size) {
    String bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + lines(
                size,
                i -> {
                  String alias = "*a" + i;
                  return "a%d: &a%d [%s]\n"
                      .formatted(i + 1, i + 1, String.join(", ", Collections.nCopies(10, alias)));
                });
    return bomb;
  }

  private void scalars() {
    group = "Long scalars";
    String user = "    securityContext:\n      runAsUser: ";
    add("`runAsUser` of many digits", n -> containerWith(user + fill("1", n)));
    add("… in base 16", n -> containerWith(user + "0x" + fill("f", n)));
    add("… in base 2, with underscores", n -> containerWith(user + "0b1" + fill("_1", n)));
    add("… after many zeros", n -> containerWith(user + fill("0", n) + "1"));
    add("… with a long fraction", n -> containerWith(user + "1." + fill("1", n)));
    add("… that begins with a dot", n -> containerWith(user + "." + fill("1_1", n)));
    add("… with a long exponent", n -> containerWith(user + "1e" + fill("9", n)));
    add(
        "a quantity of many digits",
        n ->
            containerWith("    resources:\n      limits:\n        memory: " + fill("9", n) + "Gi"));
    add(
        "`hostPort` of many digits",
        n -> containerWith("    ports:\n    - hostPort: " + fill("7", n)));
    for (String unit : List.of("a", "a-", "a.", "a/", "-", ":", "@", "a:1/", "0")) {
      add(
          "an image of `" + unit + "` over and over",
          n -> containerWith("    image: x" + fill(unit, n) + "x"));
    }
    for (String unit :
        List.of(
            "${", "{{", "$(", "${{ ", "{{\\n", "$(A", "%s", "\\\\", "''", "€", "😀", "a=b;",
            "a.b=c "))
      add(
          "a value of `" + unit.replace("|", "\\|") + "` over and over",
          n ->
              containerWith(
                  "    env:\n    - name: PASSWORD\n      value: \"" + fill(unit, n) + "\""));
  }

  private void places() {
    group = "Long values where controls look";
    for (String unit :
        List.of(
            "-----BEGIN PRIVATE KEY-----\\n",
            "eyJhbGciOi.",
            "AKIA0123456789ABCDEF ",
            "https://a:b@",
            "://",
            "password=",
            "a1B2c3",
            "{\\\"a\\\":",
            "token: x\\n")) {
      add(
          "a variable of `" + unit + "`",
          n -> containerWith("    env:\n    - name: A\n      value: \"" + fill(unit, n) + "\""));
    }
    add(
        "a long script in `args`",
        n ->
            containerWith(
                "    args:\n    - |\n" + fill("      curl x | sh; rm -rf /; chmod +s a\n", n)));
    add(
        "one long line in `command`",
        n -> containerWith("    command: [sh, -c, '" + fill("sudo mount -o a && ", n) + "']"));
    add("a long `name`", n -> podWith("  hostPID: true").replace("tried", fill("a", n)));
    add("a long `namespace`", n -> podWith("  hostPID: true").replace("team", fill("a-", n) + "a"));
    add("a long `kind`", n -> podWith("  hostPID: true").replace("Pod", fill("Po", n)));
    add("a long `apiVersion`", n -> podWith("  hostPID: true").replace("v1", fill("v1/", n)));
    add(
        "a long unknown field",
        n -> podWith("  " + fill("h", 1_000) + ": 1\n  x: " + fill("z", n)));
    add(
        "a long host path",
        n -> podWith("  volumes:\n  - name: v\n    hostPath:\n      path: /" + fill("../a/", n)));
    add("a long `runtimeClassName`", n -> podWith("  runtimeClassName: " + fill("edera", n)));
    add(
        "a long annotation of Edera's",
        n ->
            podWith("  x: y")
                .replace(
                    "  name:",
                    "  annotations:\n    dev.edera/kernel: " + fill("x-", n) + "x\n  name:"));
    add(
        "long `data` of a Secret",
        n ->
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  key: "
                + fill("QUFB", n)
                + "\n");
  }

  private void width() {
    group = "Much of one thing";
    add("many documents of one line", n -> fill("a: b\n---\n", n));
    add("many separators", n -> fill("---\n", n));
    add("many ends of documents", n -> "a: b\n" + fill("...\n", n));
    add("many different keys", n -> podWith(lines(n, i -> "  k" + i + ": v\n")));
    add("one key many times", n -> podWith(fill("  hostPID: true\n", n)));
    add(
        "many containers",
        n ->
            podWith("  containers:\n" + lines(n, i -> "  - {name: c%d, image: i}\n".formatted(i))));
    add(
        "many containers of one name",
        n -> podWith("  containers:\n" + fill("  - {name: c, image: i}\n", n)));
    add(
        "many privileged containers",
        n ->
            podWith(
                "  containers:\n"
                    + lines(
                        n,
                        i ->
                            "  - name: c%d\n    securityContext:\n      privileged: true\n"
                                .formatted(i))));
    add(
        "many volumes and mounts",
        n ->
            podWith(
                "  volumes:\n"
                    + lines(n / 2, i -> "  - {name: v%d, hostPath: {path: /}}\n".formatted(i))
                    + "  containers:\n  - name: c\n    volumeMounts:\n"
                    + lines(n / 2, i -> "    - {name: v%d, mountPath: /m%d}\n".formatted(i, i))));
    add(
        "many variables",
        n ->
            containerWith(
                "    env:\n"
                    + lines(
                        n, i -> "    - {name: PASSWORD_%d, value: hunter%d}\n".formatted(i, i))));
    add(
        "many capabilities",
        n ->
            containerWith(
                "    securityContext:\n      capabilities:\n        add: ["
                    + fill("SYS_ADMIN, ", n)
                    + "NET_RAW]"));
    add(
        "many annotations",
        n ->
            podWith("  x: y")
                .replace(
                    "  name:",
                    "  annotations:\n"
                        + lines(n, i -> "    a.example/k%d: v\n".formatted(i))
                        + "  name:"));
    add(
        "a `kind: List` of many pods",
        n ->
            "apiVersion: v1\nkind: List\nitems:\n"
                + lines(
                    n,
                    i ->
                        "- {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {hostPID: true}}\n"
                            .formatted(i)));
    add(
        "the same as one line of JSON",
        n ->
            "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
                + lines(
                    n,
                    i ->
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p%d\"},\"spec\":{\"hostPID\":true,\"x\":[[1],[2]]}},"
                            .formatted(i))
                + "{}]}");
    add(
        "the same with one alias in it",
        n ->
            "{\"a\": &a 1, \"b\": *a, \"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
                + lines(
                    n,
                    i ->
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p%d\"},\"spec\":{\"hostPID\":true,\"x\":[[1],[2]]}},"
                            .formatted(i))
                + "{}]}");
    add(
        "many pods of one name",
        n ->
            fill(
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {hostPID: true}}\n---\n",
                n));
    add(
        "many namespaces",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Namespace, metadata: {name: n%d}}\n---\n"
                        .formatted(i)));
    add(
        "many tenants",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n%d}, spec: {}}\n---\n"
                        .formatted(i)));
    add(
        "many service accounts and pods that use them",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: s%d}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {serviceAccountName: s%d}}\n---\n"
                        .formatted(i, i, i)));
    add(
        "many runtime classes",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: r%d}, handler: edera}\n---\n"
                        .formatted(i)));
    add(
        "many claims and volumes",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v%d}, spec: {hostPath: {path: /}, capacity: {storage: 1Gi}}}\n---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c%d}, spec: {volumeName: v%d}}\n---\n"
                        .formatted(i, i, i)));
    add(
        "many wrong types",
        n -> podWith("  containers:\n" + fill("  - {name: 1, image: [], ports: x}\n", n)));
    add(
        "many unknown fields in containers",
        n ->
            podWith(
                "  containers:\n" + lines(n, i -> "  - {name: c, hostPd%d: true}\n".formatted(i))));
  }

  private void syntax() {
    group = "Broken or unusual YAML";
    add("`\"` never closed", n -> "a: \"" + fill("x y\n ", n));
    add("`'` never closed", n -> "a: '" + fill("x ", n));
    add("`'` on every line", n -> fill("a: 'b\n", n));
    add("a long key", n -> fill("k", n) + ": v\n");
    add("one scalar of many lines", n -> "a: b\n" + fill("  c\n", n));
    add("a folded block of many lines", n -> "a: >\n" + fill("  b\n", n));
    add("a block with many blank lines", n -> "a: |\n  b\n" + fill("\n", n));
    add(
        "a block with ever deeper lines",
        n -> "a: >\n  b\n" + lines(n, i -> " ".repeat(2 + i % 900) + "c\n"));
    add("a comment of one long line", n -> "a: b # " + fill("x", n) + "\n");
    add("many comments", n -> fill("# x\n", n) + "a: b\n");
    add("comments after each key", n -> podWith(lines(n, i -> "  k" + i + ": v # c\n  # d\n")));
    add("blank lines", n -> "a: b\n" + fill("\n", n) + "c: d\n");
    add("spaces at the end of a line", n -> "a: b" + fill(" ", n) + "\nc: d\n");
    add("tabs at the end of a line", n -> "a: b" + fill("\t", n) + "\nc: d\n");
    add("tabs that continue a scalar", n -> "a: b\n" + fill(" \t\tc\n", n));
    add("one line that begins with many tabs", n -> "a: b\n " + fill("\t", n) + "c\nd: e\n");
    add("tabs as indentation", n -> fill("\ta: b\n", n));
    add(
        "a template that was not rendered",
        n -> fill("{{- if .Values.a }}\na: {{ .b }}\n{{- end }}\n", n));
    add("`{% raw %}`", n -> fill("{% if a %}\nb: {{ c }}\n{% endif %}\n", n));
    add("`%YAML` lines", n -> fill("%YAML 1.1\n---\na: b\n", n));
    add("many tags", n -> "a:\n" + fill("  - !t x\n", n));
    add("a long tag", n -> "a: !" + fill("t", n) + " x\n");
    add("a long anchor", n -> "a: &" + fill("t", n) + " x\n");
    add("a wrong `\\U` escape", n -> "a: \"" + fill("\\\\U0010ffff", n) + "\\\\UFFFFFFFF\"\n");
    add("`? key` over many lines", n -> fill("? a\n: b\n", n));
    add("commas in flow", n -> "a: [" + fill(",", n) + "]\n");
    add("colons", n -> fill(":", n) + "\n");
    add("`a: a: a: …`", n -> fill("a: ", n) + "\n");
    add("brackets that do not match", n -> "a: " + fill("[}", n) + "\n");
    add(
        "a flow mapping over many lines",
        n -> "a: {" + lines(n, i -> "k" + i + ": v,\n  ") + "}\n");
  }

  private void characters() {
    group = "Characters";
    add("control characters", n -> "a: \"" + fill("\u0001", n) + "\"\n");
    add("NUL bytes", n -> fill("\0", n));
    add("CR alone", n -> fill("a: b\r", n));
    add("CR and LF", n -> podWith(lines(n, i -> "  k" + i + ": v\r\n")));
    add("characters beyond the first 65,536", n -> "a: " + fill("😀", n) + "\n");
    add("half of a surrogate pair", n -> "a: \"" + fill("\\\\ud83d", n) + "\"\n");
    add("marks that turn the direction", n -> podWith("  x: " + fill("\u202e", n)));
    add("keys with an invisible character", n -> podWith(lines(n, i -> "  k" + i + "\u200b: v\n")));
    add("line separators of Unicode", n -> "a: b" + fill("\u2028", n) + "c\n");
    add("random bytes", BadInputs::random);
  }

  private static String random(int size) {
    Random random = new Random(7);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      out.append((char) (random.nextInt(95) + 32 - (random.nextInt(20) == 0 ? 22 : 0)));
    }
    return out.toString();
  }
}
