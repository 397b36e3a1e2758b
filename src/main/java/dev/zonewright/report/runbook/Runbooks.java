package dev.zonewright.report.runbook;

import dev.zonewright.analysis.Workload;
import dev.zonewright.report.Printable;
import dev.zonewright.yaml.Placeholders;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills the steps of the reference architecture's section “Incident response” in for a workload.
 * What no manifest shows stays a word in angle brackets that is explained; a command that the
 * source does not spell is not made up.
 */
public final class Runbooks {
  /** Where the node keeps what belongs to a zone, in dom0. */
  private static final String STATE = "/var/lib/edera/protect/state/";

  private static final String KERNEL = "dev.edera/kernel";
  private static final String ZONE = "<zone>";
  private static final String UUID = "<zone-uuid>";
  private static final String POD = "<pod>";
  private static final String NODE = "<node>";
  private static final String NAMESPACE = "<namespace>";
  private static final String NAME = "<name>";

  private final Workload workload;
  private final String namespace;
  private final String node;
  private final String pod;

  private Runbooks(Workload workload) {
    this.workload = workload;
    this.namespace = filledIn(workload.home()).map(ShellWord::of).orElse(NAMESPACE);
    this.node =
        workload
            .pod()
            .spec()
            .get("nodeName")
            .string()
            .flatMap(Runbooks::filledIn)
            .map(ShellWord::of)
            .orElse(NODE);
    // one with generateName gets its name from the API server
    this.pod =
        workload
            .pod()
            .metadata()
            .get("name")
            .string()
            .filter(_ -> workload.pod().isBarePod())
            .flatMap(Runbooks::filledIn)
            .map(ShellWord::of)
            .orElse(POD);
  }

  /** What a template has yet to fill in is not known. */
  private static Optional<String> filledIn(String value) {
    return value.isEmpty() || Placeholders.isIn(value) ? Optional.empty() : Optional.of(value);
  }

  /** The steps of an incident. Pure. */
  public static Runbook of(Workload workload, Incident incident) {
    Runbooks made = new Runbooks(workload);
    return switch (incident) {
      case ZONE -> made.zone();
      case HYPERVISOR -> made.hypervisor();
    };
  }

  private Runbook zone() {
    List<Runbook.Step> steps =
        List.of(
            new Runbook.Step(
                "Find the pod, its node and its zone",
                "The second command is run on the node, in dom0.",
                List.of(findPods(), "protect zone list")),
            new Runbook.Step(
                "Do not delete the pod",
                "The state of its zone is the evidence: files that the workload wrote to shared"
                    + " volumes stay in dom0 below `%s%s/mounts/`.%s%s"
                        .formatted(STATE, UUID, volumes(), expiry()),
                List.of("ls -laR %s%s/mounts/".formatted(STATE, UUID))),
            new Runbook.Step(
                "Capture the zone's xenstore state",
                "The source also asks for a dump of xenstore for the domain but gives no command"
                    + " for it: ask Edera which one your version has.",
                List.of("protect host idm-snoop")),
            new Runbook.Step(
                "Capture the zone's console logs",
                "They hold the kernel's messages and the output of the workload.",
                List.of(
                    "protect zone logs %s > %s"
                        .formatted(ZONE, ShellWord.of(fileName() + "-zone.log")))),
            new Runbook.Step(
                "Check the integrity of dom0",
                "There must be no unexpected file outside the folder of the zone.",
                List.of(
                    "find %s -mindepth 1 -not -path '%s%s/*' -newermt '<start-of-incident>'"
                        .formatted(STATE, STATE, UUID))),
            new Runbook.Step(
                "Rotate the node",
                "If an escape is confirmed or suspected: first copy the evidence to another place,"
                    + " because draining deletes the pod. Terminate the node and do not use it"
                    + " again.",
                List.of(
                    "kubectl cordon " + node,
                    "kubectl drain %s --ignore-daemonsets --delete-emptydir-data"
                        .formatted(node))));
    return runbook(Incident.ZONE, steps);
  }

  private Runbook hypervisor() {
    List<Runbook.Step> steps =
        List.of(
            new Runbook.Step(
                "Assess the exposure of the zone",
                "The source calls zones PV guests and says that many XSAs affect HVM only. Zones"
                    + " run as PVH wherever dom0 does, and PVH uses the processor's virtualisation:"
                    + " do not dismiss an XSA because it names HVM or PVH. An XSA does not"
                    + " affect nodes with the KVM hypervisor.",
                List.of(nodes(), findPods(), "protect host hv-debug-info")),
            new Runbook.Step(
                "Plan the patch of the hypervisor",
                "The hypervisor comes with the image of the node: a patch is a new node image and"
                    + " new nodes.",
                List.of(
                    "kubectl cordon " + node,
                    "kubectl drain %s --ignore-daemonsets --delete-emptydir-data".formatted(node))),
            new Runbook.Step(
                "Until then, the zone's kernel",
                "Only if the XSA depends on the guest kernel: a patched zone kernel"
                    + " stops it without a new node. %s A running zone keeps the kernel that it"
                        .formatted(kernel())
                    + " started with, so that the pod has to be restarted.",
                List.of(setKernel())));
    return runbook(Incident.HYPERVISOR, steps);
  }

  private Runbook runbook(Incident incident, List<Runbook.Step> steps) {
    String all =
        steps.stream()
            .map(s -> s.text() + "\n" + String.join("\n", s.commands()))
            .collect(Collectors.joining("\n"));
    List<Runbook.Missing> missing = new ArrayList<>();
    add(NAMESPACE, "the template's value: see what was applied", all, missing);
    add(NAME, "the template's value: see what was applied", all, missing);
    add(POD, "the name that the first command prints", all, missing);
    add(NODE, "the column NODE of the pod", all, missing);
    add(ZONE, "the line of the pod in the output of `protect zone list`", all, missing);
    add(UUID, "the same line", all, missing);
    add(
        "<start-of-incident>",
        "the earliest time it can have begun: 2027-01-31 08:00",
        all,
        missing);
    add(
        "<patched-kernel-image>",
        "the reference and digest that Edera's advisory names",
        all,
        missing);
    return new Runbook(incident, Printable.of(workload.path()), known(), steps, missing);
  }

  private static void add(String name, String found, String all, List<Runbook.Missing> out) {
    if (all.contains(name)) {
      out.add(new Runbook.Missing(name, found));
    }
  }

  private List<String> known() {
    List<String> out = new ArrayList<>();
    out.add("Defined in `%s:%d`".formatted(Printable.of(workload.file()), workload.start().line()));
    out.add(
        namespace.equals(NAMESPACE)
            ? "The manifests do not show the namespace: a template fills it in"
            : "Namespace `%s`".formatted(Printable.of(workload.home())));
    out.add(
        switch (workload.zone()) {
          case EDERA -> "Runs in a zone";
          case HOST ->
              "Runs on the host kernel, not in a zone: treat the whole node as compromised; the"
                  + " steps about the zone do not apply";
          case UNDETERMINED ->
              "The manifests do not show if it runs in a zone: check before the first" + " step";
        });
    out.add(
        pod.equals(POD)
            ? "The manifests do not show the names of its pods"
            : "The pod is `%s`".formatted(pod));
    kernelWritten()
        .map(k ->
            filledIn(k).isPresent()
                ? "Zone kernel `%s`".formatted(Printable.of(k))
                : "The manifests do not show the zone kernel: a template fills it in")
        .ifPresent(out::add);
    return out;
  }

  private String findPods() {
    return pod.equals(POD)
        ? "kubectl -n %s get pods -o wide%s".formatted(namespace, selector())
        : "kubectl -n %s get pod %s -o wide".formatted(namespace, pod);
  }

  /** The labels of the pods, as far as each is certain. */
  private String selector() {
    List<String> labels =
        workload.pod().metadata().get("labels").entries().stream()
            .filter(l -> l.string().isPresent() && !l.isPlaceholder())
            .map(l -> l.key() + "=" + l.string().orElse(""))
            .toList();
    return labels.isEmpty() ? "" : " -l " + ShellWord.of(String.join(",", labels));
  }

  private String nodes() {
    List<String> labels =
        workload.pod().spec().get("nodeSelector").entries().stream()
            .filter(l -> l.string().isPresent() && !l.isPlaceholder())
            .map(l -> l.key() + "=" + l.string().orElse(""))
            .toList();
    return "kubectl get nodes -o wide"
        + (labels.isEmpty() ? "" : " -l " + ShellWord.of(String.join(",", labels)));
  }

  private String volumes() {
    List<String> names =
        workload.pod().spec().get("volumes").items().stream()
            .map(v -> v.get("name").raw())
            .filter(n -> !n.isEmpty())
            .map(n -> "`" + Printable.of(n) + "`")
            .toList();
    return names.isEmpty()
        ? ""
        : " The volumes of this pod: %s.".formatted(String.join(", ", names));
  }

  /** What would delete the pod by itself. */
  private String expiry() {
    YamlCursor root = workload.pod().object().root();
    YamlCursor ttl = root.get("spec", "ttlSecondsAfterFinished");
    if (ttl.isSet()) {
      return " This Job deletes its pods %s seconds after they end (`spec.ttlSecondsAfterFinished`):"
              .formatted(Printable.of(ttl.raw()))
          + " remove that first.";
    }
    YamlCursor inJob = root.get("spec", "jobTemplate", "spec", "ttlSecondsAfterFinished");
    if (inJob.isSet()) {
      return " Its Jobs delete their pods %s seconds after they end: remove that from the Job first."
          .formatted(Printable.of(inJob.raw()));
    }
    return pod.equals(POD)
        ? " Do not scale, roll out or delete the %s: each of these deletes pods."
            .formatted(Printable.of(workload.kind()))
        : "";
  }

  private Optional<String> kernelWritten() {
    return workload.pod().annotations().get(KERNEL).string();
  }

  private String kernel() {
    return kernelWritten()
        .map(k ->
            filledIn(k).isEmpty()
                ? "Which kernel the annotation `%s` names is not known: a template fills it in."
                    .formatted(KERNEL)
                : "The annotation `%s` now names `%s` (`%s`)."
                    .formatted(KERNEL, Printable.of(k), Printable.of(workload.file())))
        .orElse("The annotation `%s` is not set, so the node decides.".formatted(KERNEL));
  }

  private String setKernel() {
    String kind = ShellWord.of(workload.kind().toLowerCase(Locale.ROOT));
    String name = filledIn(workload.name()).map(ShellWord::of).orElse(NAME);
    String path = Printable.of(workload.pod().metadata().get("annotations").path().toString());
    return workload.pod().isBarePod()
        ? "# in the manifest of Pod %s, which is then replaced: %s: %s"
            .formatted(
                filledIn(workload.name()).map(Printable::of).orElse(NAME),
                path,
                KERNEL + "=<patched-kernel-image>")
        : "kubectl -n %s edit %s %s   # %s: %s=<patched-kernel-image>"
            .formatted(namespace, kind, name, path, KERNEL);
  }

  private String fileName() {
    String name =
        Stream.of(workload.home(), workload.name())
            .flatMap(part -> filledIn(part).stream())
            .collect(Collectors.joining("-"));
    return (name.isEmpty() ? workload.kind() : name).replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
