package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.containerWith;
import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

/**
 * Many places that say nothing of their own: they share one text through an anchor, or are empty.
 */
final class SharedInputs {
  private SharedInputs() {}

  static void add(Rows rows) {
    rows.group("Much that is shared, or empty");
    rows.add(
        "containers that are aliases of one", n -> containers("&c {name: c, image: i}", n, "*c"));
    rows.add("containers that are aliases of an empty one", n -> containers("&c {}", n, "*c"));
    rows.add(
        "containers that are aliases of a privileged one",
        n ->
            containers(
                "&c {name: c, image: i, securityContext: {privileged: true, runAsUser: 0},"
                    + " env: [{name: PASSWORD, value: hunter2}]}",
                n,
                "*c"));
    rows.add(
        "containers that share a list of variables",
        n ->
            containers(
                "{name: c, image: i, env: &e [{name: A, value: b}]}",
                n,
                "{name: c, image: i, env: *e}"));
    rows.add("containers that merge one", n -> containers("&c {name: c, image: i}", n, "{<<: *c}"));
    rows.add("empty containers", n -> containers("{}", n, "{}"));
    rows.add("containers of nothing", n -> containers("", n, ""));
    rows.add(
        "variables that merge one",
        n ->
            containerWith(
                "    env:\n    - &b {name: A, value: x}\n"
                    + lines(n, i -> "    - {<<: *b, name: V%d}\n".formatted(i))));
    rows.add(
        "a list of pods that share one spec",
        n ->
            "apiVersion: v1\nkind: List\nitems:\n"
                + "- {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: &s {hostPID: true,"
                + " containers: [{name: c, image: i}]}}\n"
                + lines(
                    n,
                    i ->
                        "- {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: *s}\n"
                            .formatted(i)));
    rows.add(
        "a list of pods, each with an alias of the one before",
        n ->
            "apiVersion: v1\nkind: List\nitems:\n"
                + lines(
                    n,
                    i ->
                        "- {apiVersion: v1, kind: Pod, metadata: &m%d {name: p%d}, spec: {x: %s}}\n"
                            .formatted(i, i, i == 0 ? "y" : "*m" + (i - 1))));
    rows.add(
        "arguments in 90 levels of flow",
        n ->
            podWith(
                "  containers:\n"
                    + lines(
                        n,
                        i ->
                            "  - {name: c%d, args: %s}\n"
                                .formatted(i, "[".repeat(90) + "]".repeat(90)))));
  }

  private static String containers(String first, int size, String other) {
    return podWith("  containers:\n  - " + first + "\n" + fill("  - " + other + "\n", size));
  }
}
