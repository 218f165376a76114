package dev.larder.processor.generate;

import static java.util.stream.Collectors.toList;

import com.google.gson.stream.JsonWriter;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.PathModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Evict;
import dev.larder.processor.model.UseModel.Put;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes which caches a type uses, for tools to read: JSON, in source order. */
public final class ReportGenerator {
  private final ServiceModel service;
  private final JsonWriter json;

  private ReportGenerator(ServiceModel service, JsonWriter json) {
    this.service = service;
    this.json = json;
  }

  /** The text of the report. */
  public static String generate(ServiceModel service) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      new ReportGenerator(service, json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private void write() throws IOException {
    json.beginObject();
    json.name("type").value(service.element().getQualifiedName().toString());
    json.name("mode").value(service.mode().name().toLowerCase(Locale.ROOT));
    json.name("generated").value(generatedName());
    json.name("caches").beginArray();
    for (CacheId cache : service.uses().map(UseModel::cache).distinct().collect(toList())) {
      writeCache(cache);
    }
    json.endArray().name("methods").beginArray();
    for (MethodModel method : service.methods()) {
      if (!method.uses().isEmpty()) {
        writeMethod(method);
      }
    }
    json.endArray().endObject();
  }

  private String generatedName() {
    return service.packageName().isEmpty()
        ? service.generatedName()
        : service.packageName() + "." + service.generatedName();
  }

  private void writeCache(CacheId cache) throws IOException {
    json.beginObject();
    writeId(cache);
    List<UseModel> uses = service.uses().filter(use -> use.cache().equals(cache)).collect(toList());
    texts(
        "key",
        uses.stream()
            .flatMap(use -> use.key().stream())
            .limit(1)
            .flatMap(key -> key.names().stream())
            .collect(toList()));
    writeValue(uses.stream().flatMap(ReportGenerator::value).limit(1).collect(toList()));
    texts(
        "settings",
        service.read(cache).map(Read::settings).stream()
            .flatMap(settings -> settings.stated().stream())
            .collect(toList()));
    texts("readBy", methods(cache, "read"));
    texts("putBy", methods(cache, "put"));
    texts("evictedBy", methods(cache, "evict"));
    texts("clearedBy", methods(cache, "clear"));
    json.endObject();
  }

  private void writeId(CacheId cache) throws IOException {
    json.name("cache").value(cache.name());
    if (cache.chain().isPresent()) {
      json.name("chain").value(cache.chain().get());
    }
  }

  private void writeValue(List<ValueModel> values) throws IOException {
    for (ValueModel value : values) {
      json.name("value").value(value.name());
      json.name("fingerprint").value(Fingerprints.text(value.fingerprint()));
      json.name("immutable").value(value.isImmutable());
    }
  }

  private List<String> methods(CacheId cache, String operation) {
    return service.methods().stream()
        .filter(
            method ->
                method.uses().stream()
                    .anyMatch(
                        use -> use.cache().equals(cache) && use.operation().equals(operation)))
        .map(MethodId::of)
        .collect(toList());
  }

  private void writeMethod(MethodModel method) throws IOException {
    json.beginObject().name("method").value(MethodId.of(method)).name("uses").beginArray();
    for (UseModel use : method.uses()) {
      json.beginObject().name("operation").value(use.operation());
      writeId(use.cache());
      texts("key", paths(use));
      writeDetails(use);
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void writeDetails(UseModel use) throws IOException {
    if (use instanceof Put put) {
      json.name("value").value(put.source().map(PathModel::text).orElse("result"));
    } else if (use instanceof Evict evict && evict.beforeInvocation()) {
      json.name("beforeInvocation").value(true);
    } else if (use instanceof Read read) {
      if (read.condition().isPresent()) {
        json.name("condition").value(read.condition().get().name());
      }
      if (read.unless().isPresent()) {
        json.name("unless").value(read.unless().get().name());
      }
    }
  }

  private static List<String> paths(UseModel use) {
    return use.key().stream()
        .flatMap(key -> key.parts().stream())
        .map(KeyModel.Part::path)
        .map(PathModel::text)
        .collect(toList());
  }

  private static Stream<ValueModel> value(UseModel use) {
    if (use instanceof Read read) {
      return read.value().stream();
    }
    return use instanceof Put put ? put.value().stream() : Stream.empty();
  }

  /** An array of texts; left out if there are none. */
  private void texts(String name, Collection<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (String text : texts) {
      json.value(text);
    }
    json.endArray();
  }
}
