package dev.zonewright.analysis;

import dev.zonewright.control.Control;
import dev.zonewright.control.Pool;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.custom.PodPatches;
import dev.zonewright.kube.query.QueryStore;
import dev.zonewright.kube.query.Recording;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Walks one document and calls the controls on what it finds. What fails unexpectedly in one of
 * them costs neither the other controls nor the other documents.
 */
final class DocumentAnalyzer {
  private final List<Control.OnDocument> onDocument = new ArrayList<>();
  private final List<Control.OnObject> onObject = new ArrayList<>();
  private final List<Control.OnPod> onPod = new ArrayList<>();
  private final List<Control.OnContainer> onContainer = new ArrayList<>();
  private final Profile profile;
  private final Pool pool = new Pool();
  private final PodFields fields;

  /**
   * Sorts the controls.
   *
   * @param fields what they read
   */
  DocumentAnalyzer(List<Control> controls, PodFields fields, Profile profile) {
    this.profile = profile;
    this.fields = fields;
    for (Control control : controls) {
      // one that looks at files of another kind too is both
      if (control instanceof Control.OnDocument c) {
        onDocument.add(c);
      }
      if (control instanceof Control.OnObject c) {
        onObject.add(c);
      } else if (control instanceof Control.OnPod c) {
        onPod.add(c);
      } else if (control instanceof Control.OnContainer c) {
        onContainer.add(c);
      }
    }
  }

  /**
   * Looks at one document.
   *
   * @param text the document's, asked for where its comments matter
   */
  DocumentResult analyze(
      YamlDocument document, Supplier<String> text, List<KubeObject> objects, QueryStore store) {
    try {
      if (objects.isEmpty()) {
        // where looking for them failed, it fails again, and is told
        KubeObject.in(document.cursor());
      }
      return look(document, text, objects, store);
    } catch (RuntimeException | Error e) {
      return DocumentResult.failed(objects, Failure.of(e));
    }
  }

  private DocumentResult look(
      YamlDocument document, Supplier<String> text, List<KubeObject> objects, QueryStore store) {
    Recording cluster = store.recording();
    Collector collector = new Collector(cluster, profile, fields, document, text, pool);
    for (Control.OnDocument control : onDocument) {
      collector.enterDocument(control.info(), objects);
      try {
        control.check(document, collector);
      } catch (RuntimeException | Error e) {
        collector.failed(e);
      }
    }
    List<DocumentResult.Pod> pods = new ArrayList<>();
    for (KubeObject object : objects) {
      for (Control.OnObject control : onObject) {
        collector.enter(control.info(), object);
        try {
          control.check(object, collector);
        } catch (RuntimeException | Error e) {
          collector.failed(e);
        }
      }
      for (PodView pod : PodViews.of(object)) {
        pods.add(checkPod(pod, collector));
      }
    }
    return new DocumentResult(
        objects, List.copyOf(pods), collector.found(), cluster.asked(), collector.failure());
  }

  private DocumentResult.Pod checkPod(PodView pod, Collector collector) {
    ZoneState zone = ZoneState.of(pod, collector.cluster());
    PssLevel pss = PodSecurityStandards.levelOf(pod);
    if (!pod.isMade()) {
      // a patch without a pod template says nothing that a control could judge
      return new DocumentResult.Pod(pod, zone, pss);
    }
    check(pod, zone, collector);
    Optional<PodPatches.InText> patch = PodPatches.of(pod);
    if (patch.isPresent()) {
      PodView said = patch.get().pod();
      collector.enterText(patch.get().text());
      check(said, ZoneState.of(said, collector.cluster()), collector);
      collector.leaveText();
    }
    return new DocumentResult.Pod(pod, zone, pss);
  }

  private void check(PodView pod, ZoneState zone, Collector collector) {
    for (Control.OnPod control : onPod) {
      collector.enter(control.info(), pod, zone);
      try {
        control.check(pod, collector);
      } catch (RuntimeException | Error e) {
        collector.failed(e);
      }
    }
    for (ContainerView container : pod.containers()) {
      for (Control.OnContainer control : onContainer) {
        collector.enter(control.info(), container, zone);
        try {
          control.check(container, collector);
        } catch (RuntimeException | Error e) {
          collector.failed(e);
        }
      }
    }
  }
}
