#!/usr/bin/env bash
# Prints how long the packaged program takes to start, as ratios, all measured in one run, and what memory a review takes.
# Usage: installers/measure-start.sh [IMAGE] [LARGE-FILE]    IMAGE is target/installers/parts/zonewright when none is named
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
# shellcheck source=installers/common.sh
. "$here/common.sh"
image=${1:-$top/target/installers/parts/zonewright}
[ -x "$image/bin/zonewright" ] || die "there is no image at $image. Build it with installers/build-linux.sh."
need python3 "Install Python 3."
jdk=$(find_jdk)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=$image/lib/runtime/bin/java
cat >"$work/Empty.java" <<'JAVA'
public class Empty {
  public static void main(String[] args) {}
}
JAVA
cat >"$work/EmptyWindow.java" <<'JAVA'
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

public class EmptyWindow {
  public static void main(String[] args) {
    Application.launch(Face.class);
  }

  public static class Face extends Application {
    private int frames;

    @Override
    public void start(Stage stage) {
      Scene scene = new Scene(new StackPane(), 1280, 800);
      stage.setScene(scene);
      stage.show();
      scene.addPostLayoutPulseListener(() -> {
        if (++frames == 2) {
          Runtime.getRuntime().halt(0);
        }
        Platform.requestNextPulse();
      });
      Platform.requestNextPulse();
    }
  }
}
JAVA
(cd "$work" && "$jdk/bin/javac" -cp "$(printf '%s:' "$top"/target/lib/javafx-*.jar)" ./*.java &&
  "$jdk/bin/jar" cf empty.jar Empty.class && "$jdk/bin/jar" cf window.jar EmptyWindow*.class)
read -ra terminal <<<"$(setting TERMINAL_FLAGS)"
read -ra face <<<"$(setting WINDOW_FLAGS) $(setting LINUX_WINDOW_FLAGS)"
headless=(-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true)
"$java" "${terminal[@]}" -XX:AOTCacheOutput="$work/empty.aot" -cp "$work/empty.jar" Empty >/dev/null 2>&1
cat >"$work/pod.yaml" <<'YAML'
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example/shop/web:1.4.2
      ports:
        - containerPort: 8080
      securityContext:
        privileged: true
      resources:
        limits:
          memory: 256Mi
YAML
large=${2:-$work/large.yaml}
if [ ! -f "$large" ]; then
  for i in $(seq 25000); do
    sed "s/name: web\$/name: web-$i/; 1s/^/---\n/" "$work/pod.yaml"
  done >"$large"
fi
export WORK=$work IMAGE=$image LARGE=$large JAVA=$java
export TERMINAL="${terminal[*]}" FACE="${face[*]} ${headless[*]}"
python3 - <<'PYTHON'
import os, statistics, subprocess, time

e = os.environ
java, work, image = e["JAVA"], e["WORK"], e["IMAGE"]
terminal, face = e["TERMINAL"].split(), e["FACE"].split()


def run(command):
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    usage = os.wait4(process.pid, 0)[2]
    wall = (time.perf_counter() - begin) * 1e3
    return wall, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024


def compare(rounds, commands):
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(command))
    return {n: (statistics.median(t[0] for t in r), min(t[1] for t in r), max(t[2] for t in r)) for n, r in times.items()}


def row(what, ours, other, wanted):
    print(f"{what}: {ours[0]:.0f} / {other[0]:.0f} ms = {ours[0] / other[0]:.2f}"
          f" (processor time {ours[1]:.0f} / {other[1]:.0f} = {ours[1] / other[1]:.2f}), wanted {wanted}")


r = compare(21, {
    "pod": [f"{image}/bin/zonewright", "review", f"{work}/pod.yaml"],
    "empty": [java, *terminal, f"-XX:AOTCache={work}/empty.aot", "-cp", f"{work}/empty.jar", "Empty"],
    "plain": [java, "-cp", f"{work}/empty.jar", "Empty"],
})
row("review of a pod ÷ an empty program with a cache of its own", r["pod"], r["empty"], "≤ 2")
row("review of a pod ÷ an empty program as the runtime starts it", r["pod"], r["plain"], "≤ 2")
r = compare(7, {
    "window": [f"{image}/bin/zonewright-window", "--smoke", "--until-painted"],
    "sample": [f"{image}/bin/zonewright-window", "--smoke"],
    "empty": [java, *face, "-cp", f"{work}/window.jar", "EmptyWindow"],
})
row("first paint ÷ an empty window", r["window"], r["empty"], "≤ 1.5")
row("the sample reviewed and on show ÷ an empty window", r["sample"], r["empty"], "as it is")
wall, cpu, rss = run([f"{image}/bin/zonewright", "review", e["LARGE"]])
print(f"review of {os.path.getsize(e['LARGE']) / 1e6:.0f} MB: {rss:.0f} MB of memory at most, {wall:.0f} ms, wanted ≤ 220 MB")
PYTHON
