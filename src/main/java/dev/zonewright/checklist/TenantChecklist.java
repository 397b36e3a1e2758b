package dev.zonewright.checklist;

import java.util.List;

/**
 * The checklist of one tenant.
 *
 * @param items all 22, in the order of the source
 */
public record TenantChecklist(String tenant, List<ItemResult> items) {
  public TenantChecklist {
    items = List.copyOf(items);
  }

  public int count(ItemState state) {
    return (int) items.stream().filter(i -> i.state() == state).count();
  }

  /** How many items are closed: satisfied or attested. */
  public int closed() {
    return count(ItemState.SATISFIED) + count(ItemState.ATTESTED);
  }

  public List<ItemResult> of(ChecklistGroup group) {
    return items.stream().filter(i -> i.item().group() == group).toList();
  }
}
