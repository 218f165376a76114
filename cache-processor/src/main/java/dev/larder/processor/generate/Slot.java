package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.PartModel;
import dev.larder.processor.model.PartModel.RecordPart;
import dev.larder.processor.model.PathModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One part of a key, records flattened.
 *
 * @param path what is read from the method's parameters or result
 * @param components the components of records that lead from there to the part; none if the path
 *     itself does
 * @param part how it stands in the key; never a record
 * @param levels how many of the enclosing records begin here, the innermost ones; 0 if none does
 */
record Slot(PathModel path, List<RecordPart.Component> components, PartModel part, int levels) {

  Slot {
    components = List.copyOf(components);
  }

  /** The slots of a key in order. */
  static List<Slot> of(KeyModel key) {
    List<Slot> slots = new ArrayList<>();
    for (KeyModel.Part part : key.parts()) {
      add(part.path(), List.of(), part.model(), 0, slots);
    }
    return slots;
  }

  private static void add(
      PathModel path,
      List<RecordPart.Component> components,
      PartModel part,
      int levels,
      List<Slot> slots) {
    if (!(part instanceof RecordPart record)) {
      slots.add(new Slot(path, components, part, levels));
      return;
    }
    int begins = levels + 1;
    for (RecordPart.Component component : record.components()) {
      List<RecordPart.Component> longer = new ArrayList<>(components);
      longer.add(component);
      add(path, longer, component.part(), begins, slots);
      begins = 0;
    }
  }

  /** The name that a person would give it: that of the last step, component or parameter. */
  String name() {
    List<String> words = words();
    return words.get(words.size() - 1);
  }

  /** The name beside others of the same name: {@code fromId} for {@code from.id}. */
  String longName() {
    List<String> words = words();
    return words.size() == 1 ? name() : words.get(words.size() - 2) + Words.capitalized(name());
  }

  private List<String> words() {
    return Stream.concat(
            Stream.of(path.text().split("\\.", -1)),
            components.stream().map(RecordPart.Component::name))
        .toList();
  }

  /** Whether it is a primitive that is always there. */
  boolean isPrimitive() {
    return components.isEmpty() && path.steps().isEmpty() && type().isPrimitive();
  }

  /** Whether a record begins here, so that a mark may stand for its absence. */
  boolean mayBeAbsent() {
    return levels > 0;
  }

  /** The type in a field of the key. */
  TypeName fieldType() {
    if (mayBeAbsent() || !part.isOwnKey()) {
      return ClassName.OBJECT;
    }
    return isPrimitive() ? type() : TypeNames.plain().boxed(part.type());
  }

  private TypeName type() {
    return TypeNames.plain().of(part.type());
  }
}
