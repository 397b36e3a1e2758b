package dev.zonewright.workspace;

import dev.zonewright.text.SourceText;
import java.nio.file.Path;

/**
 * A file as it was read.
 *
 * @param path where it is
 * @param name as given, or as found below a given folder; what every report calls it
 * @param stamp what tells whether the file has changed on disk since
 */
public record OpenedFile(Path path, String name, SourceText source, FileStamp stamp) {}
