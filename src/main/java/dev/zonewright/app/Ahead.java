package dev.zonewright.app;

import dev.zonewright.kube.schema.Schemas;
import dev.zonewright.kube.secret.Masked;

/**
 * Readies what every review comes to after reading its files, on a thread of its own meanwhile: a
 * small review is over before one thread has done all of it (docs/decisions/0025).
 */
final class Ahead {
  private Ahead() {}

  /** Begins, and is waited for by nobody: who comes first to one of these readies it. */
  static void start() {
    Thread thread = new Thread(Ahead::ready, "ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void ready() {
    Schemas.of("v1", "Pod");
    Schemas.of("apps/v1", "Deployment");
    Masked.within("--name=value");
  }
}
