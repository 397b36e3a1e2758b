package dev.zonewright.workspace;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.text.Unreadable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One go at opening files: what is already open, and how much room is left. */
final class OpenRun {
  private static final ReadOutcome.Refused STOPPED =
      new ReadOutcome.Refused(
          "opening was stopped before all of it was read", "Open it again to read the rest.");

  private final ReadLimits limits;
  private final FileBytes bytes;
  private final OpenListener listener;
  private final BooleanSupplier cancelled;
  private final Set<Path> seen = new HashSet<>();
  private final Set<Path> walked = new HashSet<>();
  private final List<Path> links = new ArrayList<>();
  private long room;
  private int done;
  private int found;
  private int foldersAhead;
  private boolean stopped;

  OpenRun(ReadLimits limits, FileBytes bytes, OpenListener listener, BooleanSupplier cancelled) {
    this.limits = limits;
    this.bytes = bytes;
    this.listener = listener;
    this.cancelled = cancelled;
    this.room = limits.totalBytes();
  }

  /** Opens files, and every manifest below folders; names those that a stop left unread. */
  void open(List<Path> given) {
    Set<Path> folders = given.stream().filter(Files::isDirectory).collect(Collectors.toSet());
    foldersAhead = folders.size();
    found += given.size() - folders.size();
    for (Path path : given) {
      if (!stopped() && folders.contains(path)) {
        folder(path);
      } else if (!stopped) {
        file(path);
      }
      if (stopped) {
        listener.unreadable(STOPPED.in(nameOf(path)));
      }
    }
  }

  private void folder(Path given) {
    int before = found;
    Deque<Path> waiting = new ArrayDeque<>();
    waiting.push(given);
    while (!waiting.isEmpty()) {
      if (stopped()) {
        return;
      }
      Path at = waiting.pop();
      foldersAhead--;
      ManifestFolder folder = listed(at);
      walked.add(identity(at));
      links.addAll(folder.links());
      folder.folders().reversed().forEach(waiting::push);
      foldersAhead += folder.folders().size();
      found += folder.manifests().size();
      for (Path manifest : folder.manifests()) {
        if (stopped()) {
          return;
        }
        file(manifest);
      }
    }
    if (found == before) {
      found++;
      refuse(
          given,
          new ReadOutcome.Refused(
              "the folder has no .yaml, .yml or .json file in it",
              "Choose the folder that holds the manifests, or name the file itself."));
    }
  }

  /** Names the links to folders that lead to none of those that were opened. */
  void nameLinks() {
    for (Path link : links) {
      if (!walked.contains(identity(link)) && !cancelled.getAsBoolean()) {
        found++;
        refuse(
            link,
            new ReadOutcome.Refused(
                "it is a link to another folder, which was not looked at",
                "Name that folder too, or remove the link."));
      }
    }
  }

  private ManifestFolder listed(Path folder) {
    try {
      return ManifestFolder.list(folder);
    } catch (IOException e) {
      found++;
      refuse(folder, FileTrouble.reading(folder, e));
      return ManifestFolder.NONE;
    }
  }

  private void file(Path path) {
    if (!seen.add(identity(path))) {
      progressed();
      return;
    }
    took(bytes.read(path, limits.fileBytes(), room, listener::within), path, nameOf(path));
  }

  /** Reads a stream to its end as one manifest. */
  void stream(InputStream in, String name) {
    stream(in, Path.of(name), name);
  }

  /** The same for one that is called otherwise than its path. */
  void stream(InputStream in, Path path, String name) {
    found++;
    took(bytes.read(in, limits.fileBytes(), room), path, name);
  }

  private void took(ReadOutcome reading, Path path, String name) {
    if (reading instanceof ReadOutcome.Whole(byte[] content)) {
      opened(path, name, content);
    } else if (reading instanceof ReadOutcome.Refused refused) {
      listener.unreadable(refused.in(name));
      progressed();
    }
  }

  /** Tells of a file that there is and that cannot be read. */
  void refuse(Unreadable file) {
    found++;
    listener.unreadable(file);
    progressed();
  }

  private void opened(Path path, String name, byte[] content) {
    Decoding decoding = Decoding.of(content);
    if (decoding instanceof Decoding.Decoded(SourceText source)) {
      OpenedFile file = new OpenedFile(path, name, source, FileStamps.of(content));
      // a long file takes a while, and nobody wants it any more
      if (stopped()) {
        return;
      }
      room -= content.length;
      listener.opened(file);
    } else if (decoding instanceof Decoding.Undecodable(int line, String what, String cure)) {
      listener.unreadable(new Unreadable(name, line, what, cure));
    }
    progressed();
  }

  private void refuse(Path path, ReadOutcome.Refused refused) {
    listener.unreadable(refused.in(nameOf(path)));
    progressed();
  }

  private void progressed() {
    done++;
    listener.progress(done, foldersAhead == 0 ? found : 0);
  }

  private boolean stopped() {
    stopped |= cancelled.getAsBoolean();
    return stopped;
  }

  /** One file under two names is still one file. */
  private static Path identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }

  static String nameOf(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
