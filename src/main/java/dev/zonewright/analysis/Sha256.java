package dev.zonewright.analysis;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * SHA-256 of short texts. The runtime's own costs the first start of a pipeline some 30 ms for the
 * providers of its security, which nothing else here needs.
 *
 * <p>Source: FIPS 180-4, sections 4.2.2, 5 and 6.2.
 */
final class Sha256 {
  private static final int BLOCK = 64;
  private static final int LENGTH_BYTES = 8;
  private static final int ROUNDS = 64;
  private static final int[] CONSTANTS = new int[ROUNDS];
  private static final int[] START = new int[8];

  static {
    // the first bits of the fractions of roots of the first primes
    int found = 0;
    for (int candidate = 2; found < ROUNDS; candidate++) {
      if (isPrime(candidate)) {
        CONSTANTS[found] = fraction(Math.cbrt(candidate));
        if (found < START.length) {
          START[found] = fraction(Math.sqrt(candidate));
        }
        found++;
      }
    }
  }

  private Sha256() {}

  private static boolean isPrime(int candidate) {
    for (int by = 2; by * by <= candidate; by++) {
      if (candidate % by == 0) {
        return false;
      }
    }
    return true;
  }

  private static int fraction(double root) {
    return (int) (long) ((root - Math.floor(root)) * (1L << Integer.SIZE));
  }

  /** The 32 bytes. */
  static byte[] of(byte[] text) {
    int blocks = (text.length + LENGTH_BYTES) / BLOCK + 1;
    byte[] padded = Arrays.copyOf(text, blocks * BLOCK);
    padded[text.length] = (byte) 0x80;
    ByteBuffer in = ByteBuffer.wrap(padded);
    in.putLong(padded.length - LENGTH_BYTES, (long) text.length * Byte.SIZE);
    int[] state = START.clone();
    int[] words = new int[ROUNDS];
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < BLOCK / Integer.BYTES; i++) {
        words[i] = in.getInt();
      }
      mix(state, words);
    }
    ByteBuffer out = ByteBuffer.allocate(START.length * Integer.BYTES);
    for (int word : state) {
      out.putInt(word);
    }
    return out.array();
  }

  private static void mix(int[] state, int[] w) {
    for (int i = 16; i < ROUNDS; i++) {
      int low = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      int high = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + low + w[i - 7] + high;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < ROUNDS; i++) {
      int high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      int first = h + high + ((e & f) ^ (~e & g)) + CONSTANTS[i] + w[i];
      int low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      int second = low + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int turn(int word, int by) {
    return Integer.rotateRight(word, by);
  }
}
