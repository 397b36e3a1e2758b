package dev.zonewright.cli.given;

import dev.zonewright.report.ReviewShare;
import dev.zonewright.workspace.OpenedFile;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * One share of a review that several machines do together. Folders directly below a given path are
 * dealt out in the order of their names, one to each share in turn; a file directly below it counts
 * as a folder of its own.
 *
 * @param index from 0
 * @param of how many shares there are
 */
public record Shard(int index, int of) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  /** Reads {@code I/N}; empty when it is not of this form, or names no share. */
  public static Optional<Shard> parse(String word) {
    Matcher parts = FORM.matcher(word);
    return parts.matches()
        ? Optional.of(new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
            .filter(shard -> shard.index < shard.of)
        : Optional.empty();
  }

  /**
   * Which files belong to this share.
   *
   * @param paths as given on the command line
   * @param names of all files that were found there
   */
  public Predicate<String> of(List<String> paths, Collection<String> names) {
    List<String> roots =
        paths.stream().map(p -> Path.of(p).toString().replace(File.separatorChar, '/')).toList();
    Set<String> groups = new TreeSet<>();
    names.forEach(name -> groups.add(group(roots, name)));
    Set<String> own = new TreeSet<>();
    List<String> ordered = new ArrayList<>(groups);
    for (int i = index; i < ordered.size(); i += of) {
      own.add(ordered.get(i));
    }
    return name -> own.contains(group(roots, name));
  }

  private static String group(List<String> roots, String name) {
    for (String root : roots) {
      String folder = root.endsWith("/") ? root : root + "/";
      if (name.startsWith(folder)) {
        int end = name.indexOf('/', folder.length());
        return end < 0 ? name : name.substring(0, end);
      }
    }
    return name;
  }

  /**
   * What the review says of the share that it is.
   *
   * @param settings what its findings depend on beside the files, each under a name
   */
  public ReviewShare in(Collection<OpenedFile> all, List<String> settings) {
    String seen =
        sum(
            all.stream()
                .map(f -> f.name() + "\n" + f.stamp().size() + "\n" + f.stamp().hash() + "\n")
                .sorted());
    return new ReviewShare(index, of, all.size() + "-" + seen, sum(settings.stream()));
  }

  private static String sum(Stream<String> parts) {
    CRC32C sum = new CRC32C();
    parts.forEach(part -> sum.update(part.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().toHexDigits(sum.getValue(), 8);
  }
}
