package dev.zonewright.ui.palette;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.ui.keys.Command;
import java.util.List;

/**
 * What can be gone to at the moment that the palette opens.
 *
 * @param files all that are opened, analysed or not
 * @param commands what the window can be asked to do just now
 * @param activeFile the one on show; empty for none
 * @param activeText its text
 */
public record PaletteContext(
    Analysis analysis,
    List<String> files,
    List<ControlInfo> controls,
    List<Command> commands,
    String activeFile,
    String activeText) {
  public PaletteContext {
    files = List.copyOf(files);
    controls = List.copyOf(controls);
    commands = List.copyOf(commands);
  }

  PaletteIndex index() {
    return PaletteIndex.of(analysis, files, controls, commands, activeFile, activeText);
  }
}
