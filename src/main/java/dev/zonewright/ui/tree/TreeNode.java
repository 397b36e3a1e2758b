package dev.zonewright.ui.tree;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the tree with the rows below it.
 *
 * @param id the same between analyses, so that the tree stays open where it was
 * @param object the object of the row; empty where the row is none
 * @param detail the grey words after the title: the kind, or why it was not analysed
 * @param counts findings by severity, of the rows below too
 * @param jump what the editor shows when the row is chosen
 * @param accepted how many findings of the object an exception covers
 */
public record TreeNode(
    String id,
    Optional<ObjectPlace> object,
    Mark mark,
    String title,
    String detail,
    Map<Severity, Integer> counts,
    Optional<Jump> jump,
    List<TreeNode> children,
    int accepted) {
  public TreeNode {
    title = Masked.within(title);
    detail = Masked.within(detail);
    children = List.copyOf(children);
  }

  /** A row of which nothing is accepted. */
  public TreeNode(
      String id,
      Optional<ObjectPlace> object,
      Mark mark,
      String title,
      String detail,
      Map<Severity, Integer> counts,
      Optional<Jump> jump,
      List<TreeNode> children) {
    this(id, object, mark, title, detail, counts, jump, children, 0);
  }

  /** What kind of row it is. */
  public enum Mark {
    TENANT,
    /** What serves all tenants and is none. */
    PLATFORM,
    CLUSTER,
    FOLDER,
    FILE,
    CHART,
    TEMPLATE,
    ZONE,
    HOST,
    ZONE_UNKNOWN,
    OBJECT,
    NOT_ANALYSED_GROUP,
    NOT_ANALYSED
  }

  /** Whether a finding is of the object of this row, or of one below it. */
  public boolean holds(LocatedFinding finding) {
    return holds(ObjectPlace.of(finding));
  }

  /** Whether this row, or one below it, is that of an object. */
  boolean holds(ObjectPlace place) {
    return object.filter(place::equals).isPresent()
        || children.stream().anyMatch(child -> child.holds(place));
  }

  /** Whether a finding is within this row; asks each row below it only once. */
  public Predicate<LocatedFinding> within() {
    Optional<String> file = file();
    if (file.isPresent()) {
      return finding -> finding.file().equals(file.get());
    }
    Set<ObjectPlace> places = new HashSet<>();
    Set<String> files = new HashSet<>();
    gather(places, files);
    return f -> files.contains(f.file()) || places.contains(ObjectPlace.of(f));
  }

  private void gather(Set<ObjectPlace> places, Set<String> files) {
    object.ifPresent(places::add);
    file().ifPresent(files::add);
    children.forEach(child -> child.gather(places, files));
  }

  /** What a person means by the name of the row: of a file, where it is. */
  String nameToCopy() {
    return file().orElse(title);
  }

  /** The file of a row that is one; empty for other rows. */
  public Optional<String> file() {
    return mark == Mark.FILE ? jump.map(Jump::file) : Optional.empty();
  }

  /** Whether a row is a file of these, or holds one. */
  boolean holdsAny(Set<String> files) {
    return !files.isEmpty()
        && (file().filter(files::contains).isPresent()
            || (mark == Mark.FOLDER && children.stream().anyMatch(c -> c.holdsAny(files))));
  }

  /** The kind of the object of a row; empty for a row that is none. */
  String kind() {
    return object.isEmpty() ? "" : detail.split(SameNames.SEPARATOR, 2)[0];
  }

  /** The grey words without the kind, which an icon stands for. */
  String apart() {
    if (object.isEmpty()) {
      return detail;
    }
    int from = detail.indexOf(SameNames.SEPARATOR);
    String apart = from < 0 ? "" : detail.substring(from + SameNames.SEPARATOR.length());
    return Stream.of(apart, counts.isEmpty() ? acceptedWords() : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(SameNames.SEPARATOR));
  }

  /** “2 accepted”; empty where none is. */
  String acceptedWords() {
    return accepted == 0 ? "" : "%,d accepted".formatted(accepted);
  }

  /** Whether it is a workload, whose mark says where it runs. */
  boolean runs() {
    return mark == Mark.ZONE || mark == Mark.HOST || mark == Mark.ZONE_UNKNOWN;
  }

  /** The same row with other grey words. */
  TreeNode withDetail(String words) {
    return new TreeNode(id, object, mark, title, words, counts, jump, children, accepted);
  }

  /** Whether a tick says that all of this was checked and nothing was found. */
  public boolean isClean() {
    return counts.isEmpty()
        // who accepts a risk does not say that there is none
        && accepted == 0
        && switch (mark) {
          case OBJECT, ZONE, HOST -> true;
          // where a pod would run is not known, so that not all of it was checked
          case ZONE_UNKNOWN, NOT_ANALYSED, NOT_ANALYSED_GROUP -> false;
          case FILE -> detail.isEmpty() && ofClean();
          case TENANT, PLATFORM, CLUSTER, FOLDER, CHART, TEMPLATE -> ofClean();
        };
  }

  private boolean ofClean() {
    return !children.isEmpty() && children.stream().allMatch(TreeNode::isClean);
  }
}
