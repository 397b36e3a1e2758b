package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Field: {@code securityContext.capabilities.add[*]} of a container. Accepted: nothing. Default:
 * nothing is added. Kubernetes since 1.1; Pod Security Standards: baseline since 1.0 admits those
 * that container runtimes give anyway, restricted since 1.22 NET_BIND_SERVICE only.
 */
public final class AddedCapability implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(AddedCapability.class),
          Family.POD,
          "Added capability",
          "A container asks for a capability",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: baseline and restricted, Capabilities",
              "CIS Kubernetes Benchmark 1.8: 5.2.9",
              "capabilities(7)"));

  // what each of the most dangerous gives; all of these are of high severity
  private static final Map<String, String> DANGEROUS =
      Map.ofEntries(
          Map.entry("ALL", "is every capability at once"),
          Map.entry("SYS_ADMIN", "mounts file systems and is close to being root everywhere"),
          Map.entry("SYS_MODULE", "loads code into the kernel"),
          Map.entry("SYS_PTRACE", "reads and changes the memory of other processes"),
          Map.entry("SYS_RAWIO", "reaches I/O ports and raw memory"),
          Map.entry("SYS_BOOT", "restarts the machine and loads another kernel"),
          Map.entry("BPF", "loads programs into the kernel"),
          Map.entry("PERFMON", "watches the kernel and every process from inside"),
          Map.entry("NET_ADMIN", "changes interfaces, routes and packet filters"),
          Map.entry("DAC_READ_SEARCH", "reads every file, whatever its permissions"),
          Map.entry("MAC_ADMIN", "changes the rules of mandatory access control"),
          Map.entry("MAC_OVERRIDE", "bypasses mandatory access control"));

  private static final Set<String> OTHERS =
      Set.of(
          "AUDIT_CONTROL",
          "AUDIT_READ",
          "AUDIT_WRITE",
          "BLOCK_SUSPEND",
          "CHECKPOINT_RESTORE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "IPC_LOCK",
          "IPC_OWNER",
          "KILL",
          "LEASE",
          "LINUX_IMMUTABLE",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_BROADCAST",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT",
          "SYS_NICE",
          "SYS_PACCT",
          "SYS_RESOURCE",
          "SYS_TIME",
          "SYS_TTY_CONFIG",
          "SYSLOG",
          "WAKE_ALARM");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.container("securityContext.capabilities.add[]"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    YamlCursor add = container.securityContext().get("capabilities", "add");
    int count = add.items().size();
    for (YamlCursor item : add.items()) {
      if (UnknownValue.isPlaceholder(item)) {
        continue;
      }
      Fix fix =
          Fix.review(
              "Remove " + (item.isScalar() ? item.raw() : "the item"),
              "somebody asked for it by name, so the program may need it",
              editor -> {
                if (count == 1) {
                  Removal.of(editor, add, container.securityContext().path().parent());
                } else {
                  editor.remove(item.path());
                }
              });
      if (item.string().isEmpty()) {
        reporter
            .undetermined(
                item,
                "%s is added, but must be the name of a capability"
                    .formatted(UnknownValue.quoted(item)))
            .fix(fix);
      } else {
        String name = bare(item.raw());
        reporter.violated(item, message(item.raw(), name)).severity(severity(name)).fix(fix);
      }
    }
  }

  private static String bare(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
  }

  private static Severity severity(String name) {
    if (DANGEROUS.containsKey(name)) {
      return Severity.HIGH;
    }
    return name.equals("NET_BIND_SERVICE") ? Severity.LOW : Severity.MEDIUM;
  }

  private static String message(String written, String name) {
    String what;
    if (DANGEROUS.containsKey(name)) {
      what = "%s %s".formatted(name, DANGEROUS.get(name));
    } else if (name.equals("NET_BIND_SERVICE")) {
      what = "NET_BIND_SERVICE opens ports below 1024; a higher port needs no capability";
    } else if (OTHERS.contains(name)) {
      what = "%s is added; each capability widens what an attacker in it can try".formatted(name);
    } else {
      what = "%s is not a known Linux capability".formatted(written);
    }
    return written.equals(name)
        ? what
        : what + ". Written %s, which admission does not recognise".formatted(written);
  }
}
