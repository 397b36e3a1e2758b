package dev.zonewright.ui.review;

/** What an entry of the review file is worth today. */
public sealed interface EntryState permits ExceptionRow.State, AttestationRow.State {
  /** Said of one. */
  String word();

  /** Said after a number of them. */
  String ofMany();
}
