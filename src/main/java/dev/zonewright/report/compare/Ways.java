package dev.zonewright.report.compare;

import java.util.List;

/**
 * What the tenants of one version reach, and what its accounts may do.
 *
 * @param ways by source and destination, in the order in which they were asked about
 * @param rights only those that an account has, or would have but for something that stops it
 * @param between whether the workloads were asked about one another; not where there are too many
 */
public record Ways(List<Way> ways, List<Right> rights, boolean between) {
  public Ways {
    ways = List.copyOf(ways);
    rights = List.copyOf(rights);
  }
}
