package dev.zonewright.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A picture with 256 of its colours; any other becomes the nearest of them. A window has few
 * colours, and many shades only at the edges of letters, so that nobody sees the difference, and
 * the file has less than half the size.
 */
final class Palette {
  private static final int MOST = 256;
  // squared, in steps of red, green and blue
  private static final int APART = 600;

  private Palette() {}

  static BufferedImage reduced(BufferedImage whole) {
    int width = whole.getWidth();
    int height = whole.getHeight();
    int[] pixels = whole.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> colours =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    int[] table = chosen(colours);
    BufferedImage out =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, table.length, table, 0, false, -1, DataBuffer.TYPE_BYTE));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int at = 0; at < pixels.length; at++) {
      int index = nearest.computeIfAbsent(pixels[at], colour -> nearest(colour, table));
      out.getRaster().setSample(at % width, at / width, 0, index);
    }
    return out;
  }

  /** First what stands apart, so that a green tick stays green, then what is shown most. */
  private static int[] chosen(List<Integer> colours) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int colour : colours) {
      if (chosen.size() < MOST && chosen.stream().allMatch(c -> apart(c, colour) > APART)) {
        chosen.add(colour);
      }
    }
    colours.stream().limit(MOST).filter(_ -> chosen.size() < MOST).forEach(chosen::add);
    return chosen.stream().mapToInt(Integer::intValue).limit(MOST).toArray();
  }

  private static int apart(int one, int other) {
    int far = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int step = (one >> shift & 0xff) - (other >> shift & 0xff);
      far += step * step;
    }
    return far;
  }

  private static int nearest(int colour, int[] table) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < table.length; at++) {
      int far = apart(colour, table[at]);
      if (far < least) {
        least = far;
        best = at;
      }
    }
    return best;
  }
}
