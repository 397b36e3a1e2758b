package dev.zonewright.workspace;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Takes the stamps of contents. */
final class FileStamps {
  private FileStamps() {}

  /** Two checksums of 32 bits; a cryptographic hash would cost each start its providers. */
  static FileStamp of(byte[] content) {
    HexFormat hex = HexFormat.of();
    return new FileStamp(
        content.length,
        hex.toHexDigits(sum(new CRC32(), content)) + hex.toHexDigits(sum(new CRC32C(), content)));
  }

  private static int sum(Checksum checksum, byte[] content) {
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
