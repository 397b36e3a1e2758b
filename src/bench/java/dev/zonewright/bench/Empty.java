package dev.zonewright.bench;

/** A program that does nothing: what the virtual machine itself costs. */
public final class Empty {
  private Empty() {}

  /** Ends. */
  public static void main(String[] args) {}
}
