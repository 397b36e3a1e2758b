package dev.zonewright.catalogue.monitoring;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.kube.falco.FalcoSetup;
import dev.zonewright.kube.falco.Seen;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;

/**
 * Looks for Falco with Edera's plugin among the opened manifests. Falco is judged where it is
 * opened: it must load the plugin, run on the node itself, reach the daemon, and run on the nodes
 * that have zones. Where it is not opened nothing is known; that is told once, at the first object
 * that only a platform team has.
 */
public final class MissingFalco implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          MissingFalco.class,
          "Missing Falco",
          "Nothing opened watches what happens in the zones",
          "Edera: Falco integration");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (FalcoRunner.is(object)) {
      checkRunner(object, reporter);
      return;
    }
    if (!PlatformMark.isBy(object)
        || !reporter.ask(new PlatformMark()).equals(Optional.of(ObjectRef.of(object)))
        || !Opened.isFirst(object, reporter)
        || !reporter.ask(new FalcoSetup.Asked()).runners().isEmpty()) {
      return;
    }
    reporter
        .undetermined(
            object.root().get("metadata", "name"),
            "No Falco is opened: whether anything watches the zones is not known")
        .about("the cluster")
        .guidance(
            "Open the manifests of Falco too, or attest falco-with-plugin in the review file."
                + " Edera's plugin is what lets Falco see inside zones.");
  }

  private static void checkRunner(KubeObject object, Reporter reporter) {
    FalcoSetup setup = reporter.ask(new FalcoSetup.Asked());
    boolean first =
        setup.runners().stream()
            .findFirst()
            .filter(runs -> runs.object().equals(ObjectRef.of(object)))
            .isPresent();
    if (setup.plugin().isEmpty() && first && Opened.isFirst(object, reporter)) {
      withoutPlugin(object, setup, reporter);
    }
    for (PodView pod : PodViews.of(object)) {
      if (FalcoRunner.container(pod).isPresent()) {
        FalcoPods.check(pod, setup, reporter);
      }
    }
  }

  private static void withoutPlugin(KubeObject object, FalcoSetup setup, Reporter reporter) {
    YamlCursor name = object.root().get("metadata", "name");
    String guidance =
        "Load libedera_falco_plugin.so of %s/falco as plugin edera, with load_plugins: [edera]; it needs Falco 0.41 or later."
            .formatted(FalcoRunner.DAEMON);
    if (setup.config().isPresent()) {
      Seen config = setup.config().get();
      reporter
          .violated(
              name,
              "Falco does not load Edera's plugin: it watches the node and sees nothing of what"
                  + " happens in zones")
          .about("the plugin of the cluster")
          .related(config.object(), config.path(), "configures Falco")
          .guidance(guidance);
    } else {
      reporter
          .undetermined(
              name,
              "No configuration of Falco is opened: whether it loads Edera's plugin is not known")
          .about("the plugin of the cluster")
          .guidance("Open Falco's ConfigMap too. " + guidance);
    }
  }
}
