package dev.zonewright.kube.falco;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.placement.WorkloadKinds;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all opened objects together show of Falco. A rule is recognised by what it says.
 *
 * @param runners what runs Falco: workloads at their name, then Helm releases
 * @param config where a configuration of Falco is written
 * @param plugin where one loads Edera's plugin
 * @param files where files of rules are written, each once
 * @param watched which of the five alerts are watched, and where
 * @param objections of others, why a rule that speaks of them does not count
 */
public record FalcoSetup(
    List<Seen> runners,
    Optional<Seen> config,
    Optional<Seen> plugin,
    List<Seen> files,
    Map<KeyRule, Seen> watched,
    Map<KeyRule, String> objections) {
  public FalcoSetup {
    runners = List.copyOf(runners);
    files = List.copyOf(files);
    watched = Map.copyOf(watched);
    objections = Map.copyOf(objections);
  }

  /** Asked of the opened objects. */
  public record Asked() implements Query<FalcoSetup> {
    @Override
    public FalcoSetup answer(Cluster cluster) {
      List<KubeObject> objects = new ArrayList<>();
      WorkloadKinds.ALL.forEach(k -> objects.addAll(cluster.ask(new BaseQuery.OfKind(k))));
      new TreeSet<>(FalcoText.KINDS)
          .forEach(k -> objects.addAll(cluster.ask(new BaseQuery.OfKind(k))));
      return of(objects, cluster.ask(new BaseQuery.Lists()));
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked;
    }

    @Override
    public int hashCode() {
      return 488;
    }
  }

  /**
   * What these show.
   *
   * @param objects those of other kinds show nothing
   * @param lists documents without a kind that are a list: files of rules are
   */
  public static FalcoSetup of(List<KubeObject> objects, List<YamlDocument> lists) {
    List<Seen> runners = new ArrayList<>();
    List<Seen> files = new ArrayList<>();
    List<Seen> configs = new ArrayList<>();
    List<Seen> plugins = new ArrayList<>();
    List<WatchedRules.Items> items = new ArrayList<>();
    for (KubeObject object : objects) {
      if (FalcoRunner.is(object)) {
        runners.add(Seen.at(object, object.root().get("metadata", "name")));
        argument(object).ifPresent(at -> plugins.add(Seen.at(object, at)));
      }
      FalcoText text = FalcoText.of(object);
      text.config().ifPresent(at -> configs.add(new Seen(ObjectRef.of(object), at)));
      text.plugin().ifPresent(at -> plugins.add(new Seen(ObjectRef.of(object), at)));
      text.rules().stream()
          .map(r -> new Seen(ObjectRef.of(object), r.path()))
          .distinct()
          .forEach(files::add);
      if (!text.rules().isEmpty()) {
        items.add(new WatchedRules.Items(ObjectRef.of(object), text.rules()));
      }
    }
    for (YamlDocument list : lists) {
      fileOf(list)
          .ifPresent(at -> {
            files.add(at);
            items.add(new WatchedRules.Items(at.object(), FalcoText.of(list).rules()));
          });
    }
    WatchedRules rules = new WatchedRules(items);
    return new FalcoSetup(
        runners,
        configs.stream().findFirst(),
        plugins.stream().findFirst(),
        files,
        rules.watched(),
        rules.objections());
  }

  /** Whether an object holds a file of rules. */
  public static boolean hasRules(KubeObject object) {
    return !FalcoText.of(object).rules().isEmpty();
  }

  /** What stands for a document that is a file of rules; empty for every other one. */
  public static Optional<Seen> fileOf(YamlDocument document) {
    if (!document.cursor().isSequence()) {
      return Optional.empty();
    }
    return FalcoText.of(document).rules().stream()
        .findFirst()
        .map(first -> new Seen(Seen.file(first.name()), first.path()));
  }

  /** Where an argument of Falco loads the plugin. */
  private static Optional<YamlCursor> argument(KubeObject object) {
    for (PodView pod : PodViews.of(object)) {
      Optional<YamlCursor> found =
          FalcoRunner.container(pod).stream()
              .flatMap(c -> c.at().get("args").items().stream())
              .filter(arg -> arg.raw().contains(FalcoText.PLUGIN))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The alerts that no opened rule watches, in their order. */
  public List<KeyRule> unwatched() {
    return List.of(KeyRule.values()).stream().filter(k -> !watched.containsKey(k)).toList();
  }
}
