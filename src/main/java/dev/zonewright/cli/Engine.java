package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.TooManyFindings;
import dev.zonewright.cli.given.Shard;
import dev.zonewright.control.Control;
import dev.zonewright.control.Declared;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewAccount;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.text.SourceText.Terminator;
import dev.zonewright.text.Unreadable;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** What every command needs of the rooms below: opens paths and analyses what is in them. */
final class Engine {
  /** The path that means standard input. */
  static final String STDIN = "-";

  private static final long WORTH_COLLECTING = 4L << 20;

  /** Trees of so many characters take some 150 MB: see docs/decisions/0027. */
  private static final int WORTH_TREES = 12 << 20;

  /** So many keep theirs however many there are: what is read again is little dearer then. */
  private static final int LEAST_TREES = 2 << 20;

  /** For so many characters beyond, which take memory too, those of one less are kept. */
  private static final int FOR_ONE_LESS = 4;

  private final List<Control> controls;
  private final ManifestStore store;
  private final LongUnaryOperator findingsBeside;
  private final Function<Map<String, OpenedFile>, Optional<ReviewFile>> review;

  /** The namespace that a person names for objects that name none; empty where none is named. */
  private final String home;

  /**
   * An engine.
   *
   * @param findingsBeside how many findings there is room for beside so many bytes of manifests
   */
  Engine(List<Control> controls, ManifestStore store, LongUnaryOperator findingsBeside) {
    this(controls, store, findingsBeside, _ -> Optional.empty(), "");
  }

  private Engine(
      List<Control> controls,
      ManifestStore store,
      LongUnaryOperator findingsBeside,
      Function<Map<String, OpenedFile>, Optional<ReviewFile>> review,
      String home) {
    this.controls = controls;
    this.store = store;
    this.findingsBeside = findingsBeside;
    this.review = review;
    this.home = home;
  }

  /**
   * What was opened and what the controls say of it.
   *
   * @param files by name
   * @param fixer for this analysis
   */
  record Opened(Map<String, OpenedFile> files, Analysis analysis, Fixer fixer) {
    /** How the lines end of files where not in LF. */
    Map<String, Terminator> lineEnds() {
      return OpenedFile.lineEnds(files.values().stream());
    }
  }

  /** One that only reads the objects. */
  Engine withoutControls() {
    return new Engine(List.of(), store, findingsBeside, review, home);
  }

  /** One that takes in what the review file sets for the analysis. */
  Engine with(ReviewChoice choice) {
    return new Engine(controls, store, findingsBeside, choice::file, home);
  }

  /** One for which objects that name no namespace go to this one, whatever a review file says. */
  Engine placing(String namespace) {
    return new Engine(controls, store, findingsBeside, review, namespace);
  }

  /** The review file as it holds for objects that go where this engine has them go. */
  ReviewFile placed(ReviewFile file) {
    return file.placed(home);
  }

  List<Control> controls() {
    return controls;
  }

  ManifestStore store() {
    return store;
  }

  /**
   * Opens and analyses.
   *
   * @throws TooManyFindings when there is no room for what the controls say
   */
  Opened open(List<String> paths, InputStream in) {
    return open(paths, in, Optional.empty());
  }

  /**
   * Opens all, and analyses a share of it.
   *
   * @param share empty for the whole
   * @throws TooManyFindings when there is no room for what the controls say
   */
  Opened open(List<String> paths, InputStream in, Optional<Shard> share) {
    Gatherer gatherer = new Gatherer();
    for (String path : paths) {
      if (path.equals(STDIN)) {
        store.open(in, STDIN, gatherer);
      }
    }
    List<Path> files = paths.stream().filter(p -> !p.equals(STDIN)).map(Path::of).toList();
    store.open(files, gatherer, () -> false);
    Opened opened =
        analysed(gatherer, names -> share.map(s -> s.of(paths, names)).orElse(_ -> true));
    // a share may be left without objects, and a revision may be from before the first one
    return share.isPresent()
        ? opened
        : new Opened(opened.files, opened.analysis.failingWithoutObjects(), opened.fixer);
  }

  /** Analyses what some other source holds. */
  Opened open(Consumer<OpenListener> source) {
    Gatherer gatherer = new Gatherer();
    source.accept(gatherer);
    return analysed(gatherer, _ -> _ -> true);
  }

  /**
   * Frees what reading left behind before anything is built on it. Arrays of large files are old
   * from the start, so that nothing else would collect them, and they are three times the text.
   */
  private static void collectWhatReadingLeft(long bytes) {
    if (bytes >= WORTH_COLLECTING) {
      System.gc();
    }
  }

  /** Of so many characters, how many may keep their trees. */
  static int worthTrees(long characters) {
    long beyond = Math.max(0, characters - WORTH_TREES);
    return (int) Math.max(LEAST_TREES, WORTH_TREES - beyond / FOR_ONE_LESS);
  }

  /** How many characters of each file may keep their trees: those of the first files. */
  private static Map<String, Integer> treesKept(Collection<OpenedFile> files) {
    Map<String, Integer> kept = HashMap.newHashMap(files.size());
    int left = worthTrees(files.stream().mapToLong(f -> f.source().text().length()).sum());
    for (OpenedFile file : files) {
      kept.put(file.name(), left);
      left -= Math.min(left, file.source().text().length());
    }
    return kept;
  }

  private Opened analysed(
      Gatherer gatherer, Function<Collection<String>, Predicate<String>> share) {
    long bytes = gatherer.files.values().stream().mapToLong(f -> f.stamp().size()).sum();
    collectWhatReadingLeft(bytes);
    Map<String, Integer> kept = treesKept(gatherer.files.values());
    List<Manifest> manifests =
        gatherer.files.values().parallelStream()
            .map(f -> Manifest.of(f.name(), f.source().text(), kept.getOrDefault(f.name(), 0)))
            .toList();
    Optional<ReviewFile> set = review.apply(gatherer.files).map(this::placed);
    Profile profile = set.map(r -> r.in(Profile.EDERA_REFERENCE)).orElse(Profile.EDERA_REFERENCE);
    Declared declared =
        set.map(r -> new Declared(r.defaultNamespace(), r::declaresAgent))
            .orElse(new Declared(home, KubeObject.NO_AGENTS));
    Analyzer analyzer =
        new Analyzer(controls, profile, findingsBeside.applyAsLong(bytes)).declaring(_ -> declared);
    Collection<String> names = gatherer.names();
    Optional<ReviewFile> unread = set.filter(r -> !ReviewAccount.of(r).isEmpty());
    // one share tells of it, wherever it lies
    unread.ifPresent(r -> names.add(r.manifest().file()));
    Predicate<String> own = share.apply(names);
    Analysis analysis = analyzer.analyze(manifests, gatherer.unreadable, Analysis.empty(), own);
    return new Opened(
        gatherer.files,
        unread
            .filter(r -> own.test(r.manifest().file()))
            .map(r -> ReviewAccount.with(analysis, r))
            .orElse(analysis),
        new Fixer(analyzer));
  }

  /**
   * Frees what passes of fixes leave behind, where that is much. A collector that grows its heap
   * before it looks at what is old would keep the trees of each pass beside those of the next.
   */
  static final class LeftBehind implements Runnable {
    private static final long WORTH_ANOTHER = 16L << 20;

    /** Less than this share of what is in use is not worth going through all of that again. */
    private static final int SHARE = 3;

    /** What was used after the last time; what the first pass leaves is compared with nothing. */
    private long used;

    @Override
    public synchronized void run() {
      if (used() - used >= Math.max(WORTH_ANOTHER, used / SHARE)) {
        System.gc();
        used = used();
      }
    }

    private static long used() {
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  private static final class Gatherer implements OpenListener {
    private final Map<String, OpenedFile> files = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** What reports call the files, the unreadable ones too. */
    Collection<String> names() {
      Set<String> names = new TreeSet<>(files.keySet());
      unreadable.forEach(u -> names.add(u.file()));
      return names;
    }

    @Override
    public void opened(OpenedFile file) {
      files.put(file.name(), file);
    }

    @Override
    public void unreadable(Unreadable file) {
      unreadable.add(file);
    }
  }
}
