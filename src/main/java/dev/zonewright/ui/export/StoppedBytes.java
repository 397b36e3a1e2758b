package dev.zonewright.ui.export;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Bytes that are gathered until the person cancels; whoever writes on is stopped. */
final class StoppedBytes extends ByteArrayOutputStream {
  private static final int MEGABYTE = 1_000_000;

  private final BooleanSupplier cancelled;
  private final IntConsumer progress;
  private int told;

  /**
   * No bytes yet.
   *
   * @param progress told each time that another megabyte is there, how many they are
   */
  StoppedBytes(BooleanSupplier cancelled, IntConsumer progress) {
    this.cancelled = cancelled;
    this.progress = progress;
  }

  @Override
  public synchronized void write(int value) {
    ask();
    super.write(value);
    tell();
  }

  @Override
  public synchronized void write(byte[] from, int start, int length) {
    ask();
    super.write(from, start, length);
    tell();
  }

  private void tell() {
    if (count / MEGABYTE > told) {
      told = count / MEGABYTE;
      progress.accept(told);
    }
  }

  private void ask() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
