package dev.zonewright.ui.files;

/** Hears what became of the texts. */
public interface FileListener {
  /** Someone types. */
  void typed();

  /** Files came in, went, or were read again. */
  void arrived();

  /** All files of one go are in. */
  void complete();

  /** No file is left. */
  void cleared();

  /** A manifest came in that Helm rendered. */
  void rendered();
}
