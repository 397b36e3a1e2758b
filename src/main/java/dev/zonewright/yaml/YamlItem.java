package dev.zonewright.yaml;

/**
 * One item of a sequence.
 *
 * @param dash offset of its dash in block style; -1 in flow style
 */
public record YamlItem(int dash, YamlNode value) {
  public int start() {
    return dash >= 0 ? dash : value.outerStart();
  }

  public int end() {
    return Math.max(value.end(), dash + 1);
  }
}
