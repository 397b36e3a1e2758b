package dev.zonewright.kube.falco;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The five alerts that the reference architecture asks of Falco in zones. Its rules are recognised
 * by what their conditions say, whatever they are called. Source: Edera security reference
 * architecture, Falco integration. The generated rules use only fields that Edera's plugin has: not
 * {@code container.*}, {@code k8s.*} or {@code user.*}.
 */
public enum KeyRule {
  XEN_DEVICES(
      "opened Xen devices",
      """
      - rule: Xen device opened in a zone
        desc: A process of a zone opens a device through which it can talk to the hypervisor.
        source: edera_zone
        condition: >
          evt.pluginname == "edera" and
          evt.type in (open, openat, openat2) and
          fd.name startswith /dev/xen/
        output: >
          Xen device opened in a zone
          (zone=%edera.zone.id file=%fd.name command=%proc.cmdline)
        priority: CRITICAL
        tags: [edera_zone, xen]\
      """,
      "/dev/xen"),
  XENBUS(
      "activity on xenbus",
      """
      - rule: Xenbus used in a zone
        desc: A process of a zone talks to Xenstore and bypasses the kernel of the zone.
        source: edera_zone
        condition: >
          evt.pluginname == "edera" and
          evt.type in (open, openat, openat2, read, write) and
          fd.name in (/dev/xen/xenbus, /dev/xen/xenbus_backend, /proc/xen/xenbus)
        output: >
          Xenbus used in a zone
          (zone=%edera.zone.id event=%evt.type file=%fd.name command=%proc.cmdline)
        priority: CRITICAL
        tags: [edera_zone, xen]\
      """,
      "xenbus|xenstore"),
  PHYSICAL_MEMORY(
      "reads of /dev/mem",
      """
      - rule: Physical memory opened in a zone
        desc: A process of a zone opens the memory of the zone as a device and bypasses its kernel.
        source: edera_zone
        condition: >
          evt.pluginname == "edera" and
          evt.type in (open, openat, openat2) and
          fd.name in (/dev/mem, /dev/kmem, /proc/kcore)
        output: >
          Physical memory opened in a zone
          (zone=%edera.zone.id file=%fd.name command=%proc.cmdline)
        priority: CRITICAL
        tags: [edera_zone, memory]\
      """,
      "/dev/k?mem\\b"),
  NINE_P_MOUNTS(
      "mounts of 9p file systems",
      """
      - rule: 9p file system mounted in a zone
        desc: A process of a zone mounts a further file system that the host serves.
        source: edera_zone
        condition: >
          evt.pluginname == "edera" and
          evt.type = mount and
          evt.args contains 9p
        output: >
          9p file system mounted in a zone
          (zone=%edera.zone.id arguments=%evt.args command=%proc.cmdline)
        priority: WARNING
        tags: [edera_zone, filesystem]\
      """,
      "(?s)(?=.*\\bmount)(?=.*\\b9p).*"),
  NODE_PORTS(
      "connections to ports of nodes",
      """
      - rule: Port of a node connected to from a zone
        desc: A process of a zone connects to a port where nodes have the kubelet, kube-proxy or SSH.
        source: edera_zone
        condition: >
          evt.pluginname == "edera" and
          evt.type = connect and
          fd.sport in (22, 10249, 10250)
        output: >
          Port of a node connected to from a zone
          (zone=%edera.zone.id connection=%fd.name command=%proc.cmdline)
        priority: WARNING
        tags: [edera_zone, network]\
      """,
      "\\b10250\\b",
      "\\b10249\\b",
      "\\b22\\b");

  private final String words;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Pattern> said;

  KeyRule(String words, String text, String... said) {
    this.words = words;
    this.text = text;
    this.said = Stream.of(said).map(Pattern::compile).toList();
  }

  /** What is watched, as it stands behind “watches”. */
  public String words() {
    return words;
  }

  /** A rule that watches it, as an item of a file of rules, without a line break at its end. */
  public String text() {
    return text;
  }

  /** The same as a value, each of its texts on one line. */
  public YamlValue.Mapping item() {
    YamlCursor rule = YamlStream.parse(text).parts().getFirst().document().cursor().at(0);
    Map<String, YamlValue> out = new LinkedHashMap<>();
    for (YamlCursor entry : rule.entries()) {
      out.put(
          entry.key(),
          entry.isSequence()
              ? YamlValue.strings(
                  entry.items().stream().map(YamlCursor::raw).toArray(String[]::new))
              : YamlValue.of(entry.raw().strip()));
    }
    return new YamlValue.Mapping(out);
  }

  /** What conditions must say so that it is watched: each in the condition of some rule. */
  List<Pattern> said() {
    return said;
  }
}
