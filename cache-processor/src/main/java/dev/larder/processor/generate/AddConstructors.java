package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeVariable;

/** One constructor around a delegate, or one for each constructor of the class. */
final class AddConstructors implements Rule {
  private static final Set<String> INJECTION_MARKS = Set.of("Inject", "Autowired");

  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    if (decorator.isSubclass()) {
      decorator.service().constructors().stream()
          .map(constructor -> inherited(decorator, constructor))
          .forEach(type::addMethod);
    } else {
      type.addMethod(delegating(decorator));
    }
  }

  private static MethodSpec delegating(Decorator decorator) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    decorator.marks().inject().ifPresent(constructor::addAnnotation);
    if (AddHeader.isPublic(decorator)) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    ParameterSpec.Builder delegate =
        ParameterSpec.builder(decorator.serviceType(), Decorator.DELEGATE);
    decorator.marks().uncached().ifPresent(delegate::addAnnotation);
    return constructor
        .addParameter(RuntimeNames.CACHE_MANAGER, "caches")
        .addParameter(delegate.build())
        .addStatement("this.$1N = $2T.requireNonNull($1N, $1S)", Decorator.DELEGATE, Objects.class)
        .addCode(assignments(decorator, "caches"))
        .build();
  }

  private static MethodSpec inherited(Decorator decorator, ExecutableElement original) {
    String caches = cachesName(original);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    marks(decorator, original).forEach(constructor::addAnnotation);
    for (Modifier modifier : List.of(Modifier.PUBLIC, Modifier.PROTECTED)) {
      if (original.getModifiers().contains(modifier)) {
        constructor.addModifiers(modifier);
      }
    }
    TypeNames types = TypeNames.annotated();
    constructor.addTypeVariables(types.declarations(original.getTypeParameters()));
    constructor.addParameter(RuntimeNames.CACHE_MANAGER, caches);
    original.getParameters().forEach(parameter -> constructor.addParameter(copy(parameter, types)));
    original.getThrownTypes().stream().map(types::of).forEach(constructor::addException);
    CodeBlock arguments =
        original.getParameters().stream()
            .map(parameter -> CodeBlock.of("$N", parameter.getSimpleName().toString()))
            .collect(CodeBlock.joining(", "));
    return constructor
        .varargs(original.isVarArgs())
        .addCode(arguments.isEmpty() ? arguments : CodeBlock.of("super($L);\n", arguments))
        .addCode(assignments(decorator, caches))
        .build();
  }

  /** {@code caches}, or a longer name where a parameter has that one. */
  private static String cachesName(ExecutableElement original) {
    NameAllocator names = new NameAllocator();
    List<String> taken = new ArrayList<>();
    for (VariableElement parameter : original.getParameters()) {
      taken.add(names.newName(parameter.getSimpleName().toString()));
    }
    return names.newName(taken.contains("caches") ? "cacheManager" : "caches");
  }

  private static ParameterSpec copy(VariableElement parameter, TypeNames types) {
    ParameterSpec.Builder copy =
        ParameterSpec.builder(types.of(parameter.asType()), parameter.getSimpleName().toString());
    parameter.getAnnotationMirrors().stream()
        .filter(mirror -> !Signature.isOnType(parameter.asType(), mirror))
        .map(AnnotationSpec::get)
        .forEach(copy::addAnnotation);
    return copy.build();
  }

  /** The injection marks of the constructor; one is added where it is the only one. */
  private static List<AnnotationSpec> marks(Decorator decorator, ExecutableElement original) {
    List<AnnotationSpec> marks = new ArrayList<>();
    original.getAnnotationMirrors().stream()
        .filter(AddConstructors::isInjectionMark)
        .map(AnnotationSpec::get)
        .forEach(marks::add);
    boolean isOnly = decorator.service().constructors().size() == 1;
    if (marks.isEmpty() && isOnly) {
      decorator
          .marks()
          .inject()
          .map(AnnotationSpec::builder)
          .ifPresent(mark -> marks.add(mark.build()));
    }
    marks.addAll(Signature.deprecation(original));
    marks.addAll(Signature.repeated(original, SafeVarargs.class));
    suppression(decorator, original).ifPresent(marks::add);
    return marks;
  }

  private static boolean isInjectionMark(AnnotationMirror mirror) {
    return INJECTION_MARKS.contains(
        MoreTypes.asTypeElement(mirror.getAnnotationType()).getSimpleName().toString());
  }

  private static Optional<AnnotationSpec> suppression(
      Decorator decorator, ExecutableElement original) {
    LintTokens.Gathered lints =
        decorator.lints().in(Signature.isDeprecated(original)).element(original);
    original.getParameters().forEach(parameter -> lints.type(parameter.asType()));
    original.getThrownTypes().forEach(lints::type);
    original.getTypeParameters().stream()
        .map(parameter -> ((TypeVariable) parameter.asType()).getUpperBound())
        .forEach(lints::type);
    boolean isSafe = !Signature.repeated(original, SafeVarargs.class).isEmpty();
    return lints.token("unchecked", isSafe || !Signature.pollutesHeap(original)).suppression();
  }

  private static CodeBlock assignments(Decorator decorator, String caches) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (CacheMember cache : decorator.caches().all()) {
      code.addStatement("this.$N = $L", cache.field(), SpecCode.opened(decorator, cache, caches));
    }
    return code.build();
  }
}
