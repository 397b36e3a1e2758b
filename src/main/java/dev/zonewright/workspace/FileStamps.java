package dev.zonewright.workspace;

import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** Takes the stamps of contents. */
final class FileStamps {
  private FileStamps() {}

  /**
   * Two checksums of 32 bits, those that the runtime has in machine code: a cryptographic hash
   * would cost each start its providers, CRC32C its tables.
   */
  static FileStamp of(byte[] content) {
    HexFormat hex = HexFormat.of();
    return new FileStamp(
        content.length,
        hex.toHexDigits(sum(new CRC32(), content)) + hex.toHexDigits(sum(new Adler32(), content)));
  }

  private static int sum(Checksum checksum, byte[] content) {
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
