package dev.zonewright.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An account of every document of every opened file. */
public record Coverage(List<CoverageItem> items) {
  public Coverage {
    items = List.copyOf(items);
  }

  public int documents() {
    return items.size();
  }

  public int analysed() {
    return count(CoverageItem.Status.ANALYSED);
  }

  public int partlyAnalysed() {
    return count(CoverageItem.Status.PARTLY_ANALYSED);
  }

  /** How many documents were not, or not wholly, looked at. */
  public int holes() {
    return failed() + partlyAnalysed();
  }

  /** Whether a part of what was opened has not been looked at. */
  public boolean hasHoles() {
    return holes() > 0;
  }

  public int noControlApplies() {
    return count(CoverageItem.Status.NO_CONTROL_APPLIES);
  }

  public int failed() {
    return count(CoverageItem.Status.FAILED);
  }

  /** The documents that were not, or not wholly, analysed, for whatever reason. */
  public List<CoverageItem> notAnalysed() {
    return items.stream().filter(i -> i.status() != CoverageItem.Status.ANALYSED).toList();
  }

  /** The Kustomizations: what is applied is not what is opened, but what is built of it. */
  public List<CoverageItem> built() {
    return items.stream()
        .filter(i -> i.status() == CoverageItem.Status.ANALYSED)
        .filter(i -> i.reason().startsWith(CoverageRows.BUILT))
        .toList();
  }

  /** The documents of which a part, or all, could not be looked at. */
  public List<CoverageItem> missed() {
    return items.stream().filter(CoverageItem::isHole).toList();
  }

  /** The documents that were read, and hold nothing that a control looks at. */
  public List<CoverageItem> withoutMatter() {
    return items.stream()
        .filter(i -> i.status() == CoverageItem.Status.NO_CONTROL_APPLIES)
        .toList();
  }

  /** The same account with another reason for what has nothing to analyse in a file. */
  Coverage explained(String file, String reason) {
    return new Coverage(
        items.stream()
            .map(i ->
                i.file().equals(file) && i.status() == CoverageItem.Status.NO_CONTROL_APPLIES
                    ? i.because(reason)
                    : i)
            .toList());
  }

  /**
   * The same account where nothing at all was there to analyse: nobody may take that for a clean
   * review, which a wrong path or a renderer that failed would get.
   */
  Coverage withoutObjects() {
    return new Coverage(
        items.stream().map(i -> i.isHole() ? i : i.as(CoverageItem.Status.FAILED)).toList());
  }

  /**
   * The same account with another row for a document; one that says that it failed stays, for it
   * says where.
   *
   * @param adds whether the row is added where there is none for the document
   */
  Coverage with(CoverageItem row, boolean adds) {
    List<CoverageItem> out = new ArrayList<>(items);
    for (int i = 0; i < out.size(); i++) {
      CoverageItem item = out.get(i);
      if (item.file().equals(row.file()) && item.document() == row.document()) {
        if (!item.isHole()) {
          out.set(i, row);
        }
        return new Coverage(out);
      }
    }
    if (adds) {
      out.add(row);
      out.sort(Comparator.comparing(CoverageItem::file).thenComparingInt(CoverageItem::document));
    }
    return new Coverage(out);
  }

  private int count(CoverageItem.Status status) {
    return (int) items.stream().filter(i -> i.status() == status).count();
  }
}
