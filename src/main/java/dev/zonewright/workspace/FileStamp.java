package dev.zonewright.workspace;

/**
 * Tells one content of a file from another.
 *
 * @param size in bytes
 * @param hash SHA-256 of the bytes, in hex
 */
public record FileStamp(long size, String hash) {}
