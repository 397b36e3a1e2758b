package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.network.address.Cidr;
import java.util.List;

/**
 * How the open questions of NetworkPolicy are read, and what is known of the cluster's addresses.
 *
 * @param ipBlockMatchesPods whether an {@code ipBlock} that holds a pod's address matches the pod,
 *     as many network plugins do; the documentation means blocks for addresses outside the cluster
 * @param hostNetworkPoliced whether pods on the network of their node are treated like others; the
 *     documentation leaves them to the plugin, and most pass them by
 * @param wholeCluster whether a namespace whose Namespace object is not opened has no labels but
 *     its name, as in a cluster that is opened as a whole; else its labels are not known
 * @param podRanges addresses of pods; empty when they are not known
 * @param nodeRanges addresses of nodes; empty when they are not known
 * @param serviceRanges addresses of Services; empty when they are not known
 */
public record Readings(
    boolean ipBlockMatchesPods,
    boolean hostNetworkPoliced,
    boolean wholeCluster,
    List<Cidr> podRanges,
    List<Cidr> nodeRanges,
    List<Cidr> serviceRanges) {
  /** What holds unless the reviewer says otherwise. */
  public static final Readings DOCUMENTED =
      new Readings(false, false, false, List.of(), List.of(), List.of());

  /** The same for manifests that are all that there is. */
  public static final Readings WHOLE_CLUSTER =
      new Readings(false, false, true, List.of(), List.of(), List.of());

  public Readings {
    podRanges = List.copyOf(podRanges);
    nodeRanges = List.copyOf(nodeRanges);
    serviceRanges = List.copyOf(serviceRanges);
  }
}
