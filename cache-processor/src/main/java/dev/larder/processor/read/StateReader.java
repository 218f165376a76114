package dev.larder.processor.read;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.Written;
import dev.larder.processor.model.WrittenClass;
import dev.larder.processor.model.WrittenClass.Member;
import dev.larder.processor.model.WrittenClass.Setting;
import dev.larder.processor.model.WrittenClass.Setting.How;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads how a person would take an object of a class apart, and put it together again. */
final class StateReader {
  private final Lookup lookup;
  private final Types types;
  private final ParameterNames names;
  private final Access access;
  private final WrittenReader values;
  private final Doubts doubts;

  StateReader(
      Lookup lookup, ParameterNames names, Access access, WrittenReader values, Doubts doubts) {
    this.lookup = lookup;
    this.types = lookup.types();
    this.names = names;
    this.access = access;
    this.values = values;
    this.doubts = doubts;
  }

  /** A part of the state, before it is known how it is written. */
  private record Field(
      VariableElement element, TypeMirror type, Optional<String> getter, List<Element> used) {
    String name() {
      return element.getSimpleName().toString();
    }
  }

  /** A way to make an object: the fields that a constructor takes, in its order, or none. */
  private record Making(Optional<ExecutableElement> constructor, List<String> parameters) {}

  /** How its objects are written. */
  WrittenClass of(DeclaredType type, String key) {
    return MoreTypes.asTypeElement(type).getKind() == ElementKind.RECORD
        ? ofRecord(type, key)
        : ofClass(type, key);
  }

  private WrittenClass ofRecord(DeclaredType type, String key) {
    TypeElement element = MoreTypes.asTypeElement(type);
    List<Member> members = new ArrayList<>();
    List<Element> used = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    element
        .getRecordComponents()
        .forEach(
            component -> {
              String name = component.getSimpleName().toString();
              TypeMirror held =
                  MoreTypes.asExecutable(types.asMemberOf(type, component.getAccessor()))
                      .getReturnType();
              members.add(
                  new Member(
                      name,
                      element,
                      values.written(label(type, name), held),
                      name + "()",
                      new Setting(How.CONSTRUCTOR, "")));
              used.add(component.getAccessor());
              parameters.add(name);
            });
    return new WrittenClass(type, key, false, false, parameters, false, members, used);
  }

  private WrittenClass ofClass(DeclaredType type, String key) {
    List<Field> fields = fields(type);
    Making making = making(type, fields);
    List<Member> members = new ArrayList<>();
    List<Element> used = new ArrayList<>();
    making.constructor.ifPresent(used::add);
    for (Field field : fields) {
      Written written = values.written(label(type, field.name()), field.type);
      Setting setting = setting(type, field, making, used);
      used.addAll(field.used);
      members.add(
          new Member(
              field.name(),
              MoreElements.asType(field.element.getEnclosingElement()),
              written,
              field.getter.orElse(""),
              setting));
    }
    TypeElement element = MoreTypes.asTypeElement(type);
    boolean isExact = !element.getModifiers().contains(Modifier.FINAL);
    WrittenClass found =
        new WrittenClass(
            type,
            key,
            isExact,
            false,
            making.parameters,
            making.constructor.isEmpty(),
            members,
            used);
    tellHidden(found);
    return found;
  }

  private void tellHidden(WrittenClass found) {
    Optional<Member> hidden = found.members().stream().filter(Member::isHidden).findFirst();
    if (hidden.isPresent()) {
      boolean isUnread = hidden.get().getter().isEmpty();
      doubts.hidden(
          found.type(),
          "lets nobody " + (isUnread ? "read " : "set ") + hidden.get().name(),
          mend(found));
    } else if (found.isConstructorHidden()) {
      doubts.hidden(found.type(), "has no constructor that can be called", mend(found));
    }
  }

  private String mend(WrittenClass found) {
    String mend = "give it getters, and a constructor that takes its fields by their names";
    var module = lookup.elements().getModuleOf(found.type().asElement());
    return module == null || module.isUnnamed()
        ? mend
        : mend
            + ", or let module "
            + module.getQualifiedName()
            + " say: opens "
            + MoreElements.getPackage(found.type().asElement()).getQualifiedName()
            + " to dev.larder.runtime";
  }

  private static String label(DeclaredType type, String member) {
    return type.asElement().getSimpleName() + "." + member;
  }

  /** Those of the class by their names, then those of what it extends. */
  private List<Field> fields(DeclaredType type) {
    List<Field> fields = new ArrayList<>();
    for (TypeMirror at = type;
        at.getKind() == TypeKind.DECLARED && !MoreTypes.isTypeOf(Object.class, at);
        at = above((DeclaredType) at)) {
      DeclaredType declaring = (DeclaredType) at;
      TypeElement element = MoreTypes.asTypeElement(declaring);
      if (WrittenReader.isPlatforms(element)) {
        values.unwritable(
            type,
            "extends " + element.getQualifiedName() + ", whose state cannot be reached",
            "hold what it is made of");
        return List.of();
      }
      ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
          .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
          .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
          .sorted(Comparator.comparing(field -> field.getSimpleName().toString()))
          .forEach(field -> fields.add(field(type, field, types.asMemberOf(declaring, field))));
    }
    return fields;
  }

  private TypeMirror above(DeclaredType type) {
    return types.directSupertypes(type).stream()
        .filter(one -> !MoreTypes.asElement(one).getKind().isInterface())
        .map(TypeMirror.class::cast)
        .findFirst()
        .orElseGet(() -> types.getNoType(TypeKind.NONE));
  }

  private Field field(DeclaredType type, VariableElement field, TypeMirror held) {
    if (isReached(type, field)) {
      return new Field(field, held, Optional.of(name(field)), List.of(field));
    }
    Optional<ExecutableElement> getter =
        methods(type)
            .filter(method -> method.getParameters().isEmpty())
            .filter(method -> isGetter(name(method), name(field), held))
            .filter(method -> types.isSameType(signature(type, method).getReturnType(), held))
            .findFirst();
    return new Field(
        field,
        held,
        getter.map(method -> name(method) + "()"),
        getter.<List<Element>>map(List::of).orElse(List.of()));
  }

  /** A field that another one of that name hides cannot be reached through an object. */
  private boolean isReached(DeclaredType type, VariableElement field) {
    return access.reaches(field)
        && lookup.elements().getAllMembers(MoreTypes.asTypeElement(type)).contains(field);
  }

  private static boolean isGetter(String method, String field, TypeMirror held) {
    boolean isBoolean = held.getKind() == TypeKind.BOOLEAN;
    return method.equals(field)
        || method.equals("get" + capitalized(field))
        || (isBoolean && method.equals("is" + capitalized(field)));
  }

  private Stream<ExecutableElement> methods(DeclaredType type) {
    return ElementFilter.methodsIn(lookup.elements().getAllMembers(MoreTypes.asTypeElement(type)))
        .stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getTypeParameters().isEmpty())
        .filter(method -> access.reaches(method) && throwsNothing(method));
  }

  private javax.lang.model.type.ExecutableType signature(
      DeclaredType type, ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(type, method));
  }

  private boolean throwsNothing(ExecutableElement method) {
    return method.getThrownTypes().stream().allMatch(lookup::isUnchecked);
  }

  /** By the constructor that takes the fewest, if what it does not take can be set. */
  private Making making(DeclaredType type, List<Field> fields) {
    return ElementFilter.constructorsIn(type.asElement().getEnclosedElements()).stream()
        .filter(access::reaches)
        .filter(this::throwsNothing)
        .filter(names::known)
        .sorted(Comparator.comparing(constructor -> constructor.getParameters().size()))
        .filter(constructor -> fits(type, constructor, fields))
        .findFirst()
        .map(found -> new Making(Optional.of(found), parameters(found)))
        .orElseGet(() -> bare(type));
  }

  /** One without parameters, though reflection must do the rest; if there is none, nothing. */
  private Making bare(DeclaredType type) {
    return new Making(
        ElementFilter.constructorsIn(type.asElement().getEnclosedElements()).stream()
            .filter(access::reaches)
            .filter(this::throwsNothing)
            .filter(constructor -> constructor.getParameters().isEmpty())
            .findFirst(),
        List.of());
  }

  private boolean fits(DeclaredType type, ExecutableElement constructor, List<Field> fields) {
    List<String> parameters = parameters(constructor);
    List<? extends TypeMirror> parameterTypes =
        MoreTypes.asExecutable(types.asMemberOf(type, constructor)).getParameterTypes();
    for (int i = 0; i < parameters.size(); i++) {
      if (!isField(parameters.get(i), parameterTypes.get(i), fields)) {
        return false;
      }
    }
    return fields.stream()
        .filter(field -> !parameters.contains(field.name()))
        .allMatch(field -> isAssignable(type, field) || setter(type, field).isPresent());
  }

  private boolean isField(String name, TypeMirror type, List<Field> fields) {
    return fields.stream()
            .filter(field -> field.name().equals(name))
            .filter(field -> types.isSameType(field.type, type))
            .count()
        == 1;
  }

  private static List<String> parameters(ExecutableElement constructor) {
    return constructor.getParameters().stream()
        .map(StateReader::name)
        .collect(toUnmodifiableList());
  }

  private Setting setting(DeclaredType type, Field field, Making making, List<Element> used) {
    if (making.parameters.contains(field.name())) {
      return new Setting(How.CONSTRUCTOR, "");
    }
    if (isAssignable(type, field)) {
      return new Setting(How.FIELD, "");
    }
    Optional<ExecutableElement> setter = setter(type, field);
    setter.ifPresent(used::add);
    return setter
        .map(method -> new Setting(How.METHOD, name(method)))
        .orElse(new Setting(How.REFLECTION, ""));
  }

  private boolean isAssignable(DeclaredType type, Field field) {
    return isReached(type, field.element) && !field.element.getModifiers().contains(Modifier.FINAL);
  }

  private Optional<ExecutableElement> setter(DeclaredType type, Field field) {
    return methods(type)
        .filter(method -> method.getParameters().size() == 1)
        .filter(
            method ->
                name(method).equals("set" + capitalized(field.name()))
                    || name(method).equals(field.name()))
        .filter(
            method ->
                types.isSameType(signature(type, method).getParameterTypes().get(0), field.type))
        .findFirst();
  }

  private static String name(Element element) {
    return element.getSimpleName().toString();
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }
}
