package dev.zonewright.report.export;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Makes a TrueType font of an OpenType one whose outlines are cubic, for PDF libraries embed only
 * the former. Of its characters only those that are needed come along; their outlines become
 * quadratic (OpenType 1.9, chapters “glyf” and “cmap”, format 12).
 */
final class TrueType {
  /** Quadratic pieces for a cubic one: further apart than a unit of the font no point is. */
  private static final int PIECES = 4;

  private static final int ON_CURVE = 1;
  private static final int LONG_PLACES = 51;

  private final OpenTypeFont font;
  private final List<Integer> glyphs = new ArrayList<>(List.of(0));
  private final SortedMap<Integer, Integer> characters = new TreeMap<>();
  private int mostPoints;
  private int mostContours;

  private TrueType(OpenTypeFont font) {
    this.font = font;
  }

  /**
   * The bytes of the font.
   *
   * @param openType the bytes of the other
   * @param wanted the characters; what the font does not have is left out
   * @throws IOException when it is no font
   */
  static byte[] of(byte[] openType, Iterable<Integer> wanted) throws IOException {
    try (OpenTypeFont font = new OTFParser(false).parse(new RandomAccessReadBuffer(openType))) {
      TrueType made = new TrueType(font);
      CmapLookup known = font.getUnicodeCmapLookup();
      for (int character : wanted) {
        int glyph = known.getGlyphId(character);
        if (glyph > 0) {
          made.characters.put(character, made.glyphs.size());
          made.glyphs.add(glyph);
        }
      }
      return made.write();
    }
  }

  private interface Body {
    void into(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.into(new DataOutputStream(out));
    return out.toByteArray();
  }

  private byte[] write() throws IOException {
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    List<Integer> starts = new ArrayList<>();
    for (int glyph : glyphs) {
      starts.add(outlines.size());
      outlines.writeBytes(outline(glyph));
    }
    starts.add(outlines.size());
    SortedMap<String, byte[]> tables = new TreeMap<>();
    tables.put("OS/2", font.getTableBytes(font.getTableMap().get("OS/2")));
    tables.put("name", font.getTableBytes(font.getTableMap().get("name")));
    tables.put("cmap", bytes(this::cmap));
    tables.put("glyf", outlines.toByteArray());
    tables.put("head", head());
    tables.put("hhea", hhea());
    tables.put("hmtx", bytes(this::hmtx));
    tables.put(
        "loca",
        bytes(out -> {
          for (int start : starts) {
            out.writeInt(start);
          }
        }));
    tables.put("maxp", bytes(this::maxp));
    tables.put(
        "post",
        bytes(out -> {
          out.writeInt(0x00030000);
          out.write(new byte[28]);
        }));
    return bytes(out -> file(tables, out));
  }

  private static void file(SortedMap<String, byte[]> tables, DataOutputStream out)
      throws IOException {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    out.writeInt(0x00010000);
    out.writeShort(count);
    out.writeShort(power * 16);
    out.writeShort(Integer.numberOfTrailingZeros(power));
    out.writeShort(count * 16 - power * 16);
    int offset = 12 + count * 16;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      out.writeBytes(table.getKey());
      // no reader of fonts in PDF looks at the sums
      out.writeInt(0);
      out.writeInt(offset);
      out.writeInt(table.getValue().length);
      offset += padded(table.getValue().length);
    }
    for (byte[] table : tables.values()) {
      out.write(table);
      out.write(new byte[padded(table.length) - table.length]);
    }
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private byte[] head() throws IOException {
    byte[] head = font.getTableBytes(font.getTableMap().get("head"));
    byte[] out = head.clone();
    // places of outlines are numbers of four bytes
    out[LONG_PLACES] = 1;
    return out;
  }

  private byte[] hhea() throws IOException {
    byte[] hhea = font.getTableBytes(font.getTableMap().get("hhea")).clone();
    hhea[34] = (byte) (glyphs.size() >>> 8);
    hhea[35] = (byte) glyphs.size();
    return hhea;
  }

  private void hmtx(DataOutputStream out) throws IOException {
    for (int glyph : glyphs) {
      out.writeShort(font.getHorizontalMetrics().getAdvanceWidth(glyph));
      out.writeShort(font.getHorizontalMetrics().getLeftSideBearing(glyph));
    }
  }

  private void maxp(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    out.writeShort(glyphs.size());
    out.writeShort(mostPoints);
    out.writeShort(mostContours);
    out.writeInt(0);
    out.writeShort(2);
    out.write(new byte[16]);
  }

  private void cmap(DataOutputStream out) throws IOException {
    out.writeShort(0);
    out.writeShort(1);
    out.writeShort(3);
    out.writeShort(10);
    out.writeInt(12);
    out.writeShort(12);
    out.writeShort(0);
    out.writeInt(16 + characters.size() * 12);
    out.writeInt(0);
    out.writeInt(characters.size());
    for (Map.Entry<Integer, Integer> one : characters.entrySet()) {
      out.writeInt(one.getKey());
      out.writeInt(one.getKey());
      out.writeInt(one.getValue());
    }
  }

  /** A point of an outline. */
  private record Point(int x, int y, boolean onCurve) {}

  private byte[] outline(int glyph) throws IOException {
    List<List<Point>> contours =
        contours(font.getCFF().getFont().getType2CharString(glyph).getPath());
    List<Point> points = contours.stream().flatMap(List::stream).toList();
    if (points.isEmpty()) {
      return new byte[0];
    }
    mostPoints = Math.max(mostPoints, points.size());
    mostContours = Math.max(mostContours, contours.size());
    byte[] out = bytes(o -> outline(contours, points, o));
    byte[] even = new byte[padded(out.length)];
    System.arraycopy(out, 0, even, 0, out.length);
    return even;
  }

  private static void outline(List<List<Point>> contours, List<Point> points, DataOutputStream out)
      throws IOException {
    out.writeShort(contours.size());
    out.writeShort(points.stream().mapToInt(Point::x).min().orElse(0));
    out.writeShort(points.stream().mapToInt(Point::y).min().orElse(0));
    out.writeShort(points.stream().mapToInt(Point::x).max().orElse(0));
    out.writeShort(points.stream().mapToInt(Point::y).max().orElse(0));
    int last = -1;
    for (List<Point> contour : contours) {
      last += contour.size();
      out.writeShort(last);
    }
    out.writeShort(0);
    for (Point point : points) {
      out.writeByte(point.onCurve() ? ON_CURVE : 0);
    }
    int x = 0;
    for (Point point : points) {
      out.writeShort(point.x() - x);
      x = point.x();
    }
    int y = 0;
    for (Point point : points) {
      out.writeShort(point.y() - y);
      y = point.y();
    }
  }

  private static List<List<Point>> contours(GeneralPath path) {
    List<List<Point>> out = new ArrayList<>();
    List<Point> now = new ArrayList<>();
    double[] at = new double[6];
    double fromX = 0;
    double fromY = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          now = new ArrayList<>();
          out.add(now);
          add(at[0], at[1], true, now);
          fromX = at[0];
          fromY = at[1];
        }
        case PathIterator.SEG_LINETO -> {
          add(at[0], at[1], true, now);
          fromX = at[0];
          fromY = at[1];
        }
        case PathIterator.SEG_CUBICTO -> {
          cubic(fromX, fromY, at, now);
          fromX = at[4];
          fromY = at[5];
        }
        default -> {
          // the end of a contour; charstrings have no quadratic pieces
        }
      }
    }
    out.removeIf(contour -> contour.size() < 3);
    return out;
  }

  /** A cubic piece in equal parts, each as the quadratic one that is nearest to it. */
  private static void cubic(double x0, double y0, double[] at, List<Point> out) {
    for (int i = 0; i < PIECES; i++) {
      double from = (double) i / PIECES;
      double to = (double) (i + 1) / PIECES;
      add(
          control(x0, at[0], at[2], at[4], from, to),
          control(y0, at[1], at[3], at[5], from, to),
          false,
          out);
      add(value(x0, at[0], at[2], at[4], to), value(y0, at[1], at[3], at[5], to), true, out);
    }
  }

  private static double value(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }

  private static double slope(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
  }

  /** The control point of the quadratic curve for a part of a cubic one. */
  private static double control(double a, double b, double c, double d, double from, double to) {
    double first = value(a, b, c, d, from);
    double last = value(a, b, c, d, to);
    double third = (to - from) / 3;
    double p1 = first + slope(a, b, c, d, from) * third;
    double p2 = last - slope(a, b, c, d, to) * third;
    return (3 * (p1 + p2) - first - last) / 4;
  }

  private static void add(double x, double y, boolean onCurve, List<Point> out) {
    out.add(new Point((int) Math.round(x), (int) Math.round(y), onCurve));
  }
}
