package dev.zonewright.ui.palette;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.control.ControlInfo;
import java.util.List;

/**
 * What can be gone to at the moment that the palette opens.
 *
 * @param files all that are opened, analysed or not
 * @param activeFile the one on show; empty for none
 * @param activeText its text
 */
public record PaletteContext(
    Analysis analysis,
    List<String> files,
    List<ControlInfo> controls,
    String activeFile,
    String activeText) {
  public PaletteContext {
    files = List.copyOf(files);
    controls = List.copyOf(controls);
  }

  PaletteIndex index() {
    return PaletteIndex.of(analysis, files, controls, activeFile, activeText);
  }
}
