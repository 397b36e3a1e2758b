package dev.zonewright.workspace;

import dev.zonewright.text.SourceText;
import dev.zonewright.text.SourceText.Terminator;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file as it was read.
 *
 * @param path where it is
 * @param name as given, or as found below a given folder; what every report calls it
 * @param stamp what tells whether the file has changed on disk since
 */
public record OpenedFile(Path path, String name, SourceText source, FileStamp stamp) {
  /** By name, how the lines end of files where not in LF. */
  public static Map<String, Terminator> lineEnds(Stream<OpenedFile> files) {
    return files
        .filter(f -> f.source().terminator() != Terminator.LF)
        .collect(Collectors.toMap(OpenedFile::name, f -> f.source().terminator()));
  }
}
