package dev.zonewright.report;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * The one form that JSON leaves the program in: indented by two spaces, lines ended by LF, and pure
 * ASCII, so that neither a terminal nor an odd locale can change it.
 */
public final class JsonForm {
  private JsonForm() {}

  /** A generator that leaves the stream open. */
  public static JsonGenerator on(OutputStream out) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    return factory.createGenerator(new Indented(factory), out, JsonEncoding.UTF8);
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private final JsonFactory factory;

    Indented(JsonFactory factory) {
      this.factory = factory;
    }

    @Override
    public int getStreamWriteFeatures(int defaults) {
      return factory.getStreamWriteFeatures();
    }

    @Override
    public int getFormatWriteFeatures(int defaults) {
      return factory.getFormatWriteFeatures();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withArrayEmptySeparator("");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
      printer.indentObjectsWith(indenter);
      printer.indentArraysWith(indenter);
      return printer;
    }
  }
}
