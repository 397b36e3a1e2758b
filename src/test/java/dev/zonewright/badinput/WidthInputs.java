package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.containerWith;
import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

/** Much of one thing, in one object or in many. */
final class WidthInputs {
  private WidthInputs() {}

  static void add(Rows rows) {
    width(rows);
    SharedInputs.add(rows);
  }

  private static void width(Rows rows) {
    rows.group("Much of one thing");
    rows.add("many documents of one line", n -> fill("a: b\n---\n", n));
    rows.add("many separators", n -> fill("---\n", n));
    rows.add("many ends of documents", n -> "a: b\n" + fill("...\n", n));
    rows.add("many different keys", n -> podWith(lines(n, i -> "  k" + i + ": v\n")));
    rows.add("one key many times", n -> podWith(fill("  hostPID: true\n", n)));
    rows.add(
        "many containers",
        n ->
            podWith("  containers:\n" + lines(n, i -> "  - {name: c%d, image: i}\n".formatted(i))));
    rows.add(
        "many containers of one name",
        n -> podWith("  containers:\n" + fill("  - {name: c, image: i}\n", n)));
    rows.add(
        "many privileged containers",
        n ->
            podWith(
                "  containers:\n"
                    + lines(
                        n,
                        i ->
                            "  - name: c%d\n    securityContext:\n      privileged: true\n"
                                .formatted(i))));
    rows.add(
        "many volumes and mounts",
        n ->
            podWith(
                "  volumes:\n"
                    + lines(n / 2, i -> "  - {name: v%d, hostPath: {path: /}}\n".formatted(i))
                    + "  containers:\n  - name: c\n    volumeMounts:\n"
                    + lines(n / 2, i -> "    - {name: v%d, mountPath: /m%d}\n".formatted(i, i))));
    rows.add(
        "many variables",
        n ->
            containerWith(
                "    env:\n"
                    + lines(
                        n, i -> "    - {name: PASSWORD_%d, value: hunter%d}\n".formatted(i, i))));
    rows.add(
        "many capabilities",
        n ->
            containerWith(
                "    securityContext:\n      capabilities:\n        add: ["
                    + fill("SYS_ADMIN, ", n)
                    + "NET_RAW]"));
    rows.add(
        "many annotations",
        n ->
            podWith("  x: y")
                .replace(
                    "  name:",
                    "  annotations:\n"
                        + lines(n, i -> "    a.example/k%d: v\n".formatted(i))
                        + "  name:"));
    rows.add(
        "a `kind: List` of many pods",
        n ->
            "apiVersion: v1\nkind: List\nitems:\n"
                + lines(
                    n,
                    i ->
                        "- {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {hostPID: true}}\n"
                            .formatted(i)));
    rows.add(
        "the same as one line of JSON",
        n -> "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + podsOfJson(n) + "{}]}");
    rows.add(
        "the same with one alias in it",
        n ->
            "{\"a\": &a 1, \"b\": *a, \"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
                + podsOfJson(n)
                + "{}]}");
    rows.add(
        "many pods of one name",
        n ->
            fill(
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {hostPID: true}}\n---\n",
                n));
    rows.add(
        "many namespaces",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Namespace, metadata: {name: n%d}}\n---\n"
                        .formatted(i)));
    rows.add(
        "many tenants",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n%d}, spec: {}}\n---\n"
                        .formatted(i)));
    rows.add(
        "many service accounts and pods that use them",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: s%d}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {serviceAccountName: s%d}}\n---\n"
                        .formatted(i, i, i)));
    rows.add(
        "many runtime classes",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: r%d}, handler: edera}\n---\n"
                        .formatted(i)));
    rows.add(
        "many claims and volumes",
        n ->
            lines(
                n,
                i ->
                    "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v%d}, spec: {hostPath: {path: /}, capacity: {storage: 1Gi}}}\n---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c%d}, spec: {volumeName: v%d}}\n---\n"
                        .formatted(i, i, i)));
    rows.add(
        "many wrong types",
        n -> podWith("  containers:\n" + fill("  - {name: 1, image: [], ports: x}\n", n)));
    rows.add(
        "words in place of many containers", n -> podWith("  containers:\n" + fill("  - x\n", n)));
    rows.add(
        "lists in place of many containers", n -> podWith("  containers:\n" + fill("  - []\n", n)));
    rows.add(
        "numbers in place of many arguments",
        n -> containerWith("    args:\n" + fill("    - 1\n", n)));
    rows.add(
        "many objects of wrong types in a list",
        n ->
            "apiVersion: v1\nkind: List\nitems:\n"
                + fill("- {apiVersion: v1, kind: Pod, metadata: x, spec: y}\n", n));
    rows.add(
        "many unknown fields in containers",
        n ->
            podWith(
                "  containers:\n" + lines(n, i -> "  - {name: c, hostPd%d: true}\n".formatted(i))));
  }

  private static String podsOfJson(int n) {
    return lines(
        n,
        i ->
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p%d\"},\"spec\":{\"hostPID\":true,\"x\":[[1],[2]]}},"
                .formatted(i));
  }
}
