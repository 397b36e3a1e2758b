package dev.zonewright.ui.palette;

import dev.zonewright.kube.secret.Masked;
import java.util.Locale;

/**
 * Something that can be gone to, as it is shown and searched.
 *
 * @param title what it is called
 * @param detail where it is, or what else tells it from its like
 * @param file the file it lies in; empty where it lies in none
 * @param words title and detail as they are searched, in lower case
 */
public record PaletteEntry(String title, String detail, String file, String words, Target target) {
  static PaletteEntry of(String named, String more, String file, Target target) {
    String title = Masked.within(named);
    String detail = Masked.within(more);
    String words = (title + " " + detail).toLowerCase(Locale.ROOT);
    return new PaletteEntry(title, detail, file, words, target);
  }
}
