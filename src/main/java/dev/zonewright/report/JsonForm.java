package dev.zonewright.report;

import dev.zonewright.kube.secret.Masked;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.core.util.Separators;

/**
 * The one form that JSON leaves the program in: indented by two spaces, lines ended by LF, and pure
 * ASCII that shows, so that neither a terminal nor an odd locale can change it. Credentials in its
 * texts are masked.
 */
public final class JsonForm {
  private JsonForm() {}

  /** A generator that leaves the stream open. */
  public static JsonGenerator on(OutputStream out) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new DeleteToo())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    return new WithoutCredentials(
        factory.createGenerator(new Indented(factory), out, JsonEncoding.UTF8));
  }

  /** Masks the texts; names of properties are the program's own, or names of objects. */
  private static final class WithoutCredentials extends JsonGeneratorDelegate {
    WithoutCredentials(JsonGenerator to) {
      super(to, false);
    }

    @Override
    public JsonGenerator writeString(@Nullable String text) {
      super.writeString(text == null ? null : Masked.within(text));
      return this;
    }
  }

  /** JSON lets DEL stand as it is; a terminal acts on it. */
  private static final class DeleteToo extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] ascii = standardAsciiEscapesForJSON();

    DeleteToo() {
      ascii[0x7f] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return null;
    }
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
