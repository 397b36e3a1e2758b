package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.Printable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** The options by which {@code reach} reads what Kubernetes leaves open. */
final class ReachReadings {
  private ReachReadings() {}

  static Options addTo(Options options) {
    return options
        .addOption(null, "whole-cluster", false, null)
        .addOption(null, "ipblock-matches-pods", false, null)
        .addOption(null, "host-network-policed", false, null)
        .addOption(null, "pod-range", true, null)
        .addOption(null, "node-range", true, null)
        .addOption(null, "service-range", true, null);
  }

  /**
   * What the options say.
   *
   * @param whole whether the manifests are a whole cluster anyway
   * @throws UsageException for a range that is none
   */
  static Readings of(Arguments arguments, boolean whole) {
    return new Readings(
        arguments.has("ipblock-matches-pods"),
        arguments.has("host-network-policed"),
        whole || arguments.has("whole-cluster"),
        ranges(arguments.value("pod-range")),
        ranges(arguments.value("node-range")),
        ranges(arguments.value("service-range")));
  }

  private static List<Cidr> ranges(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(",", -1)).map(ReachReadings::range).toList();
  }

  private static Cidr range(String text) {
    return Cidr.parse(text.strip())
        .orElseThrow(() ->
            new UsageException(
                "'"
                    + Printable.echo(text)
                    + "' is not a range of addresses: write it like 10.0.0.0/8."));
  }
}
