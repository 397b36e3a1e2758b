package dev.zonewright.workspace;

import dev.zonewright.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Opens and saves manifests. Blocks; call it away from any window's thread. */
public final class ManifestStore {
  private final ReadLimits limits;
  private final FileBytes bytes;

  public ManifestStore() {
    this(ReadLimits.ofThisProgram());
  }

  public ManifestStore(ReadLimits limits) {
    this(limits, Files::newInputStream);
  }

  ManifestStore(ReadLimits limits, FileBytes.Opener opener) {
    this.limits = limits;
    this.bytes = new FileBytes(opener);
  }

  /**
   * Opens files of any name, and all {@code .yaml}, {@code .yml} and {@code .json} files below
   * folders, in the order of their names. Hidden folders and links to folders are left out; a file
   * that is reached twice is opened once. Never throws: what cannot be read is told to the
   * listener, and so is what was given and is not read to its end when somebody cancels.
   *
   * @param cancelled asked between files, and before a file that was read is handed over
   */
  public void open(List<Path> paths, OpenListener listener, BooleanSupplier cancelled) {
    OpenRun run = new OpenRun(limits, bytes, listener, cancelled);
    run.open(paths);
    run.nameLinks();
  }

  /**
   * Opens a stream as one manifest.
   *
   * @param name what reports call it
   */
  public void open(InputStream in, String name, OpenListener listener) {
    new OpenRun(limits, bytes, listener, () -> false).stream(in, name);
  }

  /**
   * Opens the manifests of a revision, of the names that {@link #open(List, OpenListener,
   * BooleanSupplier)} takes.
   *
   * @throws GitException when git does not answer
   */
  public void open(GitRevision revision, OpenListener listener) {
    revision.open(new OpenRun(limits, bytes, listener, () -> false));
  }

  /**
   * Writes a new text in one step, so that a reader sees the old file or the new one, with the
   * encoding, byte-order mark and line ends of the old. A link is written through; permissions
   * stay. Nothing is written when the file on disk is no longer the one that was opened, or when
   * nothing would change.
   *
   * @param newText the whole text, lines ended by LF
   */
  public SaveOutcome save(OpenedFile file, String newText) {
    Path target;
    try {
      target = file.path().toRealPath();
    } catch (NoSuchFileException _) {
      return new SaveOutcome.ChangedOnDisk("the file is no longer there");
    } catch (IOException e) {
      return FileTrouble.writing(file.path(), e);
    }
    return switch (read(target)) {
      case ReadOutcome.Refused(String what, String cure) -> new SaveOutcome.Failed(what, cure);
      case ReadOutcome.Whole(byte[] now) when !FileStamps.of(now).equals(file.stamp()) ->
          new SaveOutcome.ChangedOnDisk("the file was written by someone else since it was opened");
      case ReadOutcome.Whole(byte[] now) -> AtomicSave.over(target, now, file, newText);
    };
  }

  private ReadOutcome read(Path target) {
    int any = Integer.MAX_VALUE - 16;
    return bytes.read(target, any, any, FileBytes.Progress.NONE);
  }

  /** Whether no new file can be put beside others in a folder, so that saving would be refused. */
  public static boolean isClosed(Path folder) {
    return Files.isDirectory(folder) && AtomicSave.isReadOnly(folder);
  }

  /** Whether nobody may write it, so that saving would be refused. */
  public static boolean isReadOnly(OpenedFile file) {
    return AtomicSave.isReadOnly(file.path());
  }

  /**
   * Writes a text to a place of its own, in one step; whoever chose the place has agreed that a
   * file there is replaced.
   *
   * @param source with the line ends and byte-order mark to write
   */
  public SaveOutcome saveAs(Path path, SourceText source) {
    return AtomicSave.anew(path, source);
  }

  /** The same for bytes that are no text. */
  public SaveOutcome saveAs(Path path, byte[] content) {
    return AtomicSave.anew(path, content, SourceText.fromFile(""));
  }

  /** The same for a file that must not be there yet; one that is there is left alone. */
  public SaveOutcome create(Path path, SourceText source) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? new SaveOutcome.Failed(
            "a file of that name is there already", "Open it too, or give it another name.")
        : AtomicSave.anew(path, source);
  }
}
