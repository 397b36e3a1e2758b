package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.containerWith;
import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.podWith;

import java.util.List;

/** Long values, numbers and names, where controls and fixes look at them. */
final class ScalarInputs {
  private ScalarInputs() {}

  static void add(Rows rows) {
    scalars(rows);
    places(rows);
  }

  private static void scalars(Rows rows) {
    rows.group("Long scalars");
    String user = "    securityContext:\n      runAsUser: ";
    rows.add("`runAsUser` of many digits", n -> containerWith(user + fill("1", n)));
    rows.add("… in base 16", n -> containerWith(user + "0x" + fill("f", n)));
    rows.add("… in base 2, with underscores", n -> containerWith(user + "0b1" + fill("_1", n)));
    rows.add("… after many zeros", n -> containerWith(user + fill("0", n) + "1"));
    rows.add("… with a long fraction", n -> containerWith(user + "1." + fill("1", n)));
    rows.add("… that begins with a dot", n -> containerWith(user + "." + fill("1_1", n)));
    rows.add("… with a long exponent", n -> containerWith(user + "1e" + fill("9", n)));
    rows.add(
        "a quantity of many digits",
        n ->
            containerWith("    resources:\n      limits:\n        memory: " + fill("9", n) + "Gi"));
    rows.add(
        "`hostPort` of many digits",
        n -> containerWith("    ports:\n    - hostPort: " + fill("7", n)));
    for (String unit : List.of("a", "a-", "a.", "a/", "-", ":", "@", "a:1/", "0")) {
      rows.add(
          "an image of `" + unit + "` over and over",
          n -> containerWith("    image: x" + fill(unit, n) + "x"));
    }
    for (String unit :
        List.of(
            "${", "{{", "$(", "${{ ", "{{\\n", "$(A", "%s", "\\\\", "''", "€", "😀", "a=b;",
            "a.b=c "))
      rows.add(
          "a value of `" + unit.replace("|", "\\|") + "` over and over",
          n ->
              containerWith(
                  "    env:\n    - name: PASSWORD\n      value: \"" + fill(unit, n) + "\""));
  }

  private static void places(Rows rows) {
    rows.group("Long values where controls look");
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
      rows.add(
          "a variable of `" + unit + "`",
          n -> containerWith("    env:\n    - name: A\n      value: \"" + fill(unit, n) + "\""));
    }
    rows.add(
        "a long script in `args`",
        n ->
            containerWith(
                "    args:\n    - |\n" + fill("      curl x | sh; rm -rf /; chmod +s a\n", n)));
    rows.add(
        "one long line in `command`",
        n -> containerWith("    command: [sh, -c, '" + fill("sudo mount -o a && ", n) + "']"));
    rows.add("a long `name`", n -> podWith("  hostPID: true").replace("tried", fill("a", n)));
    rows.add(
        "a long `namespace`", n -> podWith("  hostPID: true").replace("team", fill("a-", n) + "a"));
    rows.add("a long `kind`", n -> podWith("  hostPID: true").replace("Pod", fill("Po", n)));
    rows.add("a long `apiVersion`", n -> podWith("  hostPID: true").replace("v1", fill("v1/", n)));
    rows.add(
        "a long unknown field",
        n -> podWith("  " + fill("h", 1_000) + ": 1\n  x: " + fill("z", n)));
    rows.add(
        "a long host path",
        n -> podWith("  volumes:\n  - name: v\n    hostPath:\n      path: /" + fill("../a/", n)));
    rows.add("a long `runtimeClassName`", n -> podWith("  runtimeClassName: " + fill("edera", n)));
    rows.add(
        "a long annotation of Edera's",
        n ->
            podWith("  x: y")
                .replace(
                    "  name:",
                    "  annotations:\n    dev.edera/kernel: " + fill("x-", n) + "x\n  name:"));
    rows.add(
        "long `data` of a Secret",
        n ->
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  key: "
                + fill("QUFB", n)
                + "\n");
  }
}
