package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what policies see of the pods of a workload. */
public final class PodReader {
  private static final Memo.Key<KubeObject, List<NetworkPod>> PODS =
      new Memo.Key<>(PodReader::find);

  private PodReader() {}

  /** The pods of an object; none for a patch that has no pod template. */
  public static List<NetworkPod> read(KubeObject object) {
    return object.facts().get(PODS, object);
  }

  private static List<NetworkPod> find(KubeObject object) {
    List<NetworkPod> out = new ArrayList<>();
    for (PodView pod : PodViews.of(object)) {
      if (pod.isMade()) {
        out.add(pod(pod));
      }
    }
    return List.copyOf(out);
  }

  private static NetworkPod pod(PodView view) {
    String namespace = view.object().namespace();
    List<NetworkPod.Port> ports = new ArrayList<>();
    String because = "";
    YamlCursor containers = view.spec().get("containers");
    if (UnknownValue.hides(containers)) {
      because = containers.path() + " is filled in later";
    }
    for (YamlCursor container : containers.items()) {
      YamlCursor list = container.get("ports");
      if (UnknownValue.hides(list)) {
        because = list.path() + " is filled in later";
      }
      for (YamlCursor at : list.items()) {
        Optional<NetworkPod.Port> port = port(at);
        port.ifPresent(ports::add);
        if (port.isEmpty()) {
          because = at.path() + " cannot be read";
        }
      }
    }
    return new NetworkPod(
        ObjectRef.of(view.object()),
        view.spec().path(),
        namespace.isEmpty() ? Tenants.DEFAULT : namespace,
        AddedLabels.to(Labels.read(view.metadata().get("labels")), view),
        hostNetwork(view.spec().get("hostNetwork")),
        ports,
        because);
  }

  private static Match hostNetwork(YamlCursor at) {
    if ((at.isSet() && at.bool().isEmpty()) || UnknownValue.hides(at)) {
      return Match.unknown(at.path() + " cannot be read");
    }
    return Match.of(at.isTrue());
  }

  private static Optional<NetworkPod.Port> port(YamlCursor at) {
    OptionalInt number = PortReader.whole(at.get("containerPort"));
    YamlCursor protocolAt = at.get("protocol");
    Optional<Protocol> protocol =
        protocolAt.isSet() ? Protocol.of(protocolAt.raw()) : Optional.of(Protocol.TCP);
    if (number.isEmpty() || protocol.isEmpty() || at.get("name").isPlaceholder()) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkPod.Port(at.get("name").raw(), protocol.get(), number.getAsInt()));
  }
}
