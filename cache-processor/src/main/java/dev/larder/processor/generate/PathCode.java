package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.PathModel;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Writes how paths are read, step by step; each step but the last goes into a local variable. */
final class PathCode {
  private final Scope scope;
  private final CodeBlock.Builder body;
  private final String result;
  private final Map<String, Operand> variables = new HashMap<>();

  /**
   * Writes into a body.
   *
   * @param result the variable of the method's result; not asked for before there is one
   */
  PathCode(Scope scope, CodeBlock.Builder body, String result) {
    this.scope = scope;
    this.body = body;
    this.result = result;
  }

  /** What a path reads. */
  Operand read(PathModel path) {
    Operand at = Operand.variable(path.fromResult() ? result : path.root(), path.rootType());
    String way = path.root();
    for (PathModel.Step step : path.steps()) {
      at = variable(at, way).member(step.source(), step.type());
      way += "." + step.name();
    }
    return at;
  }

  /** What a path reads, in a variable. */
  Operand variable(PathModel path) {
    StringBuilder way = new StringBuilder(path.root());
    path.steps().forEach(step -> way.append('.').append(step.name()));
    return variable(read(path), way.toString());
  }

  /** The operand in a variable of its own, or in that which was already made for the same way. */
  Operand variable(Operand operand, String way) {
    return operand.isVariable()
        ? operand
        : variables.computeIfAbsent(way, any -> declared(operand, way));
  }

  private Operand declared(Operand operand, String way) {
    String name = scope.local(property(way.substring(way.lastIndexOf('.') + 1)));
    TypeName type = typeOf(operand.type());
    body.addStatement(
        "$T $N = $L", operand.isNullable() ? boxed(type) : type, name, operand.code());
    return new Operand(CodeBlock.of("$N", name), operand.type(), true, operand.isNullable());
  }

  private static String property(String member) {
    boolean isGetter = member.matches("get\\p{Lu}.*");
    return isGetter ? Words.field(member.substring(3)) : member;
  }

  private static TypeName boxed(TypeName type) {
    return type.isPrimitive() ? type.box() : type;
  }

  private static TypeName typeOf(TypeMirror type) {
    if (type.getKind() != TypeKind.WILDCARD) {
      return TypeNames.plain().of(type);
    }
    TypeMirror bound = ((WildcardType) type).getExtendsBound();
    return bound == null ? ClassName.OBJECT : TypeNames.plain().of(bound);
  }
}
