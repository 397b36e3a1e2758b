package dev.zonewright.bench;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The engine by itself, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBench {
  private static final int DOCUMENTS = 2_000;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private String whole = "";
  private String half = "";
  private Manifest edited = Manifest.of("many.yaml", "");
  private Analysis before = Analysis.empty();
  private EditSet key = EditSet.of(TextEdit.insert(0, ""));

  /** Reads what is measured. */
  @Setup
  public void read() throws IOException {
    whole = BenchText.whole();
    half = BenchText.half(whole);
    String many = BenchText.documents(DOCUMENTS);
    edited = Manifest.of("many.yaml", many);
    before = analyzer.analyze(List.of(edited));
    key = EditSet.of(TextEdit.insert(many.indexOf("replicas: 3", many.length() / 2) + 11, "0"));
  }

  /** Reading the text into trees, and nothing else. */
  @Benchmark
  public YamlStream parse() {
    return YamlStream.parse(whole);
  }

  /** Going through the events of the parser that most programs in Java read YAML with. */
  @Benchmark
  public int events() {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    int count = 0;
    for (String document : whole.split("(?m)^---", -1)) {
      try {
        for (Event _ : new Parse(settings).parseString(document)) {
          count++;
        }
      } catch (YamlEngineException _) {
        // some documents are there to be broken
      }
    }
    return count;
  }

  /** Reading it, and every control. */
  @Benchmark
  public Analysis analyse() {
    return analyzer.analyze(List.of(Manifest.of("whole.yaml", whole)));
  }

  /** The same for half of the documents. */
  @Benchmark
  public Analysis analyseHalf() {
    return analyzer.analyze(List.of(Manifest.of("half.yaml", half)));
  }

  /** 2,000 documents from nothing. */
  @Benchmark
  public Analysis analyseMany() {
    return analyzer.analyze(List.of(Manifest.of("many.yaml", edited.stream().text())));
  }

  /** One character more in one of the 2,000. */
  @Benchmark
  public Analysis keystroke() {
    return analyzer.analyze(List.of(edited.edited(key)), List.of(), before);
  }
}
