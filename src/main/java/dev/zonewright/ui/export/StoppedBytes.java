package dev.zonewright.ui.export;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Bytes that are gathered until the person cancels; whoever writes on is stopped. */
final class StoppedBytes extends ByteArrayOutputStream {
  private final BooleanSupplier cancelled;

  StoppedBytes(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  @Override
  public synchronized void write(int value) {
    ask();
    super.write(value);
  }

  @Override
  public synchronized void write(byte[] from, int start, int length) {
    ask();
    super.write(from, start, length);
  }

  private void ask() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
