package dev.zonewright.report;

import dev.zonewright.checklist.ChecklistGroup;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.Evidence;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the hardening checklist of every tenant. */
public final class ChecklistReport {
  /** Evidence that a person at a terminal is shown of an item. */
  private static final int MOST = 5;

  private ChecklistReport() {}

  /** Writes it for a person at a terminal. */
  public static void writeText(List<TenantChecklist> tenants, PrintWriter out, Style style) {
    if (tenants.isEmpty()) {
      out.print("There is no tenant in the manifests: no workload and no Namespace.\n");
    }
    for (TenantChecklist tenant : tenants) {
      out.print(
          style.bold("Tenant " + Printable.brief(tenant.tenant()))
              + "  %d of %d closed: %s\n"
                  .formatted(tenant.closed(), tenant.items().size(), counts(tenant)));
      for (ChecklistGroup group : ChecklistGroup.values()) {
        out.print("  " + style.heading(group.title()) + "\n");
        tenant.of(group).forEach(item -> item(item, out, style));
      }
      out.print("\n");
    }
    out.flush();
  }

  private static String counts(TenantChecklist tenant) {
    return "%d satisfied, %d attested, %d violated, %d undetermined"
        .formatted(
            tenant.count(ItemState.SATISFIED),
            tenant.count(ItemState.ATTESTED),
            tenant.count(ItemState.VIOLATED),
            tenant.count(ItemState.UNDETERMINED));
  }

  private static void item(ItemResult item, PrintWriter out, Style style) {
    String state = Columns.pad(item.state().word(), 12);
    String shown =
        switch (item.state()) {
          case VIOLATED -> style.removed(state);
          case SATISFIED, ATTESTED -> style.added(state);
          case UNDETERMINED -> style.faint(state);
        };
    out.print("    " + shown + "  " + item.item().title() + "\n");
    List<Evidence> evidence = item.evidence();
    for (Evidence one : evidence.subList(0, Math.min(MOST, evidence.size()))) {
      String place = one.place().map(p -> " (" + p + ")").orElse("");
      String text = Printable.brief(one.text() + place);
      out.print("        " + Columns.wrap(text, 8, 8) + "\n");
    }
    if (evidence.size() > MOST) {
      out.print("        and %d more\n".formatted(evidence.size() - MOST));
    }
  }

  /** Writes it as JSON, in the form that {@code docs/manual-terminal.md} describes. */
  public static void writeJson(List<TenantChecklist> tenants, OutputStream stream) {
    try (JsonGenerator json = JsonForm.on(stream)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("tool");
      json.writeStringProperty("name", Version.TOOL);
      json.writeStringProperty("version", Version.current());
      json.writeEndObject();
      json.writeArrayPropertyStart("tenants");
      for (TenantChecklist tenant : tenants) {
        json.writeStartObject();
        json.writeStringProperty("tenant", tenant.tenant());
        json.writeObjectPropertyStart("counts");
        for (ItemState state : ItemState.values()) {
          json.writeNumberProperty(state.word(), tenant.count(state));
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("items");
        tenant.items().forEach(item -> item(item, json));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void item(ItemResult item, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", item.item().id());
    json.writeStringProperty("group", item.item().group().word());
    json.writeStringProperty("title", item.item().title());
    json.writeStringProperty("sentence", item.item().sentence());
    json.writeStringProperty("state", item.state().word());
    json.writeArrayPropertyStart("evidence");
    for (Evidence one : item.evidence()) {
      json.writeStartObject();
      json.writeStringProperty("state", one.state().word());
      json.writeStringProperty("text", one.text());
      json.writeStringProperty("file", one.place().map(Evidence.Place::file).orElse(""));
      json.writeNumberProperty("line", one.place().map(Evidence.Place::line).orElse(0));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
