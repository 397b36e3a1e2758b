package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;

/** Hears what opening files brings, one file at a time, on the thread that opens. */
public interface OpenListener {
  void opened(OpenedFile file);

  void unreadable(Unreadable file);

  /**
   * Says how far opening has come.
   *
   * @param done files read or refused so far
   * @param all how many there are; 0 while that is not known, for folders are still to be walked
   */
  default void progress(int done, int all) {}

  /**
   * Says how much of a long file is read; a short one is read in one go.
   *
   * @param bytes read so far
   * @param all how many there are
   */
  default void within(long bytes, long all) {}
}
