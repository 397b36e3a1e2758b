package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/** Small controls of their own, so that these tests stand whatever the catalogue holds. */
public final class Findings {
  public static final String FILE = "platform.yaml";

  public static final String TEXT =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
      spec:
        containers:
          - name: api
            image: registry.example/api:4.2   # pinned by release job
            securityContext:
              privileged: true
              runAsUser: 1000
      """;

  private Findings() {}

  public static Analyzer analyzer() {
    return new Analyzer(List.of(new Privileged(), new Zone(), new User()), Profile.EDERA_REFERENCE);
  }

  public static Analysis of(String text) {
    return analyzer().analyze(List.of(Manifest.of(FILE, text)));
  }

  private static ControlInfo info(String id, String title, Severity severity) {
    return new ControlInfo(
        id, Family.POD, title, title, severity, EderaEffect.HONOURS, List.of("3.1"));
  }

  private static final class Privileged implements Control.OnContainer {
    @Override
    public ControlInfo info() {
      return Findings.info("privileged-container", "Privileged container", Severity.HIGH);
    }

    @Override
    public void check(ContainerView container, Reporter reporter) {
      var at = container.at().get("securityContext", "privileged");
      if (at.isTrue()) {
        reporter
            .violated(at, "the container has every capability")
            .fix(
                Fix.safe(
                    "Set privileged to false",
                    "nothing needs it",
                    editor -> editor.set(at.path(), YamlValue.of(false))))
            .fix(
                Fix.review(
                    "Ask a person",
                    "it is not known",
                    editor -> editor.refuse("a person must decide")));
      }
    }
  }

  private static final class Zone implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return Findings.info("not-in-a-zone", "Not in an Edera zone", Severity.CRITICAL);
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      var at = pod.spec().get("runtimeClassName");
      if (!at.isSet()) {
        reporter
            .violated(at, "the pod shares the host kernel")
            .fix(
                Fix.safe(
                    "Run the pod in a zone",
                    "nothing needs the node",
                    editor -> editor.set(at.path(), YamlValue.of("edera"))));
      }
    }
  }

  private static final class User implements Control.OnContainer {
    @Override
    public ControlInfo info() {
      return Findings.info("fixed-user", "Fixed user", Severity.LOW);
    }

    @Override
    public void check(ContainerView container, Reporter reporter) {
      var at = container.at().get("securityContext", "runAsUser");
      if (at.isSet()) {
        reporter.violated(at, "the user is fixed").guidance("Choose the user in the image.");
      }
    }
  }
}
