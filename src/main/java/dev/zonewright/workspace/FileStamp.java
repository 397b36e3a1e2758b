package dev.zonewright.workspace;

/**
 * Tells one content of a file from another.
 *
 * @param size in bytes
 * @param hash two checksums of the bytes, in hex; they tell of what others wrote, not of what
 *     somebody forged
 */
public record FileStamp(long size, String hash) {}
