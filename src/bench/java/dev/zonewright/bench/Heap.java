package dev.zonewright.bench;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What an analysis keeps, in MB of the heap.
 *
 * @param text the text by itself
 * @param characters all strings that are held, the text among them
 * @param everything trees and findings too
 */
record Heap(double text, double characters, double everything) {
  private static final double MEGA = 1e6;

  /** Analyses the text and counts. */
  static Heap measure() throws IOException, JMException {
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    // what is made once and kept for ever is not the text's
    analyzer.analyze(List.of(Manifest.of("a.yaml", BenchText.documents(300))));
    long[] before = held();
    String text = BenchText.whole();
    long[] read = held();
    Analysis analysis = analyzer.analyze(List.of(Manifest.of("a.yaml", text)));
    try {
      long[] after = held();
      return new Heap(
          (read[0] - before[0]) / MEGA,
          (after[0] - before[0]) / MEGA,
          (after[1] - before[1]) / MEGA);
    } finally {
      Reference.reachabilityFence(analysis);
    }
  }

  /** The bytes in byte arrays, which is where strings keep their characters, and all bytes. */
  private static long[] held() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Object histogram =
        server.invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "gcClassHistogram",
            new Object[] {new String[0]},
            new String[] {String[].class.getName()});
    long bytes = 0;
    long all = 0;
    for (String line : ((String) histogram).lines().toList()) {
      String[] cells = line.strip().split("\\s+");
      if (cells.length >= 4 && cells[3].equals("[B")) {
        bytes = Long.parseLong(cells[2]);
      } else if (cells[0].equals("Total")) {
        all = Long.parseLong(cells[2]);
      }
    }
    return new long[] {bytes, all};
  }
}
