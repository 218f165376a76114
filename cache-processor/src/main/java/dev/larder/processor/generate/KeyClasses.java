package dev.larder.processor.generate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableList;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The key classes of a generated class: one for each shape, in the order of their first use. */
final class KeyClasses {
  private static final int LONGEST_NAME = 32;

  private final Map<List<String>, KeyClass> classes = new LinkedHashMap<>();

  KeyClasses(ServiceModel service, ClassName owner, NameAllocator names) {
    Map<List<String>, List<UseModel>> shapes = new LinkedHashMap<>();
    service.methods().stream()
        .filter(MethodModel::isWritten)
        .flatMap(method -> method.uses().stream())
        .filter(use -> use.key().isPresent() && !key(use).isOwnKey())
        .filter(use -> !key(use).names().isEmpty())
        .forEach(
            use -> shapes.computeIfAbsent(key(use).names(), any -> new ArrayList<>()).add(use));
    shapes.forEach(
        (shape, uses) -> {
          ClassName type = owner.nestedClass(names.newName(className(shape, uses.get(0))));
          List<KeyModel> keys = uses.stream().map(KeyClasses::key).toList();
          classes.put(shape, new KeyClass(type, shape, fields(keys)));
        });
  }

  private static KeyModel key(UseModel use) {
    return use.key().orElseThrow();
  }

  /** All of them. */
  Collection<KeyClass> all() {
    return classes.values();
  }

  /** The one for keys like this. */
  KeyClass of(KeyModel key) {
    return Objects.requireNonNull(classes.get(key.names()), () -> "no class for " + key);
  }

  /** {@code LongStringKey}; where that is too long to read, after the cache of the first use. */
  private static String className(List<String> shape, UseModel first) {
    String words = shape.stream().map(KeyClasses::word).collect(joining());
    String cache = first.cache().name();
    boolean isLong = words.length() > LONGEST_NAME;
    return (isLong ? Words.type(cache.substring(cache.lastIndexOf('.') + 1)) : words) + "Key";
  }

  /** What a type is called in the name; {@code UUIDList} for {@code list(UUID)}. */
  private static String word(String part) {
    int open = part.indexOf('(');
    if (open < 0) {
      return Words.capitalized(part.substring(part.lastIndexOf('.') + 1));
    }
    String inner = word(part.substring(open + 1, part.length() - 1));
    return inner + Words.capitalized(part.substring(0, open));
  }

  private static List<KeyClass.Field> fields(List<KeyModel> keys) {
    List<List<Slot>> uses = keys.stream().map(Slot::of).collect(toCollection(ArrayList::new));
    NameAllocator names = new NameAllocator();
    names.newName("that");
    names.newName("other");
    names.newName("index");
    Set<String> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    uses.get(0).stream().map(Slot::name).filter(name -> !once.add(name)).forEach(again::add);
    List<KeyClass.Field> fields = new ArrayList<>();
    for (int i = 0; i < uses.get(0).size(); i++) {
      int at = i;
      List<Slot> slots = uses.stream().map(use -> use.get(at)).collect(toUnmodifiableList());
      Slot first = slots.get(0);
      String wish = again.contains(first.name()) ? first.longName() : first.name();
      fields.add(new KeyClass.Field(names.newName(wish), type(slots)));
    }
    return fields;
  }

  private static TypeName type(List<Slot> slots) {
    TypeName first = slots.get(0).fieldType();
    if (slots.stream().allMatch(slot -> slot.fieldType().equals(first))) {
      return first;
    }
    TypeName boxed = first.isPrimitive() ? first.box() : first;
    boolean isSame =
        slots.stream()
            .map(Slot::fieldType)
            .allMatch(type -> (type.isPrimitive() ? type.box() : type).equals(boxed));
    return isSame ? boxed : ClassName.OBJECT;
  }
}
