package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.RecordedUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the {@code @CacheModel} of generated classes, and finds what it was made from. */
public final class RecordedUseReader {
  private static final String CACHE_MODEL = "dev.larder.generated.CacheModel";
  private static final Map<String, String> ANNOTATIONS =
      Map.of("read", "Cached", "put", "CachePut", "evict", "CacheEvict", "clear", "CacheEvict");

  private final Types types;
  private final Elements elements;

  public RecordedUseReader(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** The uses that a generated class records; none, if it is not one. */
  public List<RecordedUse> read(TypeElement generated) {
    return MoreElements.getAnnotationMirror(generated, CACHE_MODEL)
        .toJavaUtil()
        .map(this::uses)
        .orElse(List.of());
  }

  private List<RecordedUse> uses(AnnotationMirror model) {
    Map<String, Object> values = written(model);
    if (!(values.get("type") instanceof DeclaredType type)) {
      return List.of();
    }
    return items(values.getOrDefault("uses", List.of()))
        .map(use -> use(MoreTypes.asTypeElement(type), written((AnnotationMirror) use)))
        .toList();
  }

  private RecordedUse use(TypeElement type, Map<String, Object> values) {
    String operation = text(values, "operation");
    String cache = text(values, "cache");
    Optional<ExecutableElement> method = method(type, text(values, "method"));
    return new RecordedUse(
        type,
        method.map(found -> place(found, operation, cache)).orElse(Place.of(type)),
        method.map(found -> text(type, found)).orElse(text(values, "method")),
        operation,
        new CacheId(Optional.ofNullable((String) values.get("chain")), cache),
        Optional.ofNullable(values.get("key")).map(RecordedUseReader::texts),
        Optional.ofNullable((String) values.get("value")),
        texts(values.getOrDefault("settings", List.of())));
  }

  private Optional<ExecutableElement> method(TypeElement type, String id) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> id(type, method).equals(id))
        .findFirst();
  }

  private String id(TypeElement type, ExecutableElement method) {
    return member(type, method).getParameterTypes().stream()
        .map(types::erasure)
        .map(TypeText::of)
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  private String text(TypeElement type, ExecutableElement method) {
    return MethodText.of(method, member(type, method));
  }

  private ExecutableType member(TypeElement type, ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(MoreTypes.asDeclared(type.asType()), method));
  }

  /** The annotation that names the cache, or else one that leaves the name open. */
  private static Place place(ExecutableElement method, String operation, String cache) {
    List<StatedAnnotation> stated =
        StatedAnnotation.of(method).stream()
            .filter(one -> one.kind().equals(ANNOTATIONS.get(operation)))
            .toList();
    return stated.stream()
        .filter(one -> one.text("name").equals(Optional.of(cache)))
        .findFirst()
        .or(() -> stated.stream().filter(one -> one.text("name").isEmpty()).findFirst())
        .map(StatedAnnotation::place)
        .orElse(Place.of(method));
  }

  /** What was written, not what is so by default. */
  private static Map<String, Object> written(AnnotationMirror annotation) {
    return annotation.getElementValues().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().getSimpleName().toString(),
                entry -> entry.getValue().getValue()));
  }

  private static String text(Map<String, Object> values, String attribute) {
    return (String) values.getOrDefault(attribute, "");
  }

  private static List<String> texts(Object list) {
    return items(list).map(String.class::cast).toList();
  }

  private static Stream<Object> items(Object list) {
    return list instanceof List<?> items
        ? items.stream().map(item -> ((AnnotationValue) item).getValue())
        : Stream.empty();
  }
}
