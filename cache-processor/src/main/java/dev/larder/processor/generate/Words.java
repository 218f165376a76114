package dev.larder.processor.generate;

import com.palantir.javapoet.NameAllocator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Makes identifiers of names that people chose for caches and types. */
final class Words {
  private Words() {}

  /** As a field is named: {@code userProfiles} for {@code user-profiles}. */
  static String field(String name) {
    List<String> words = of(name);
    String joined =
        lower(words.get(0))
            + words.stream().skip(1).map(Words::capitalized).collect(Collectors.joining());
    return SourceVersion.isKeyword(joined) ? joined + "Cache" : joined;
  }

  /** As a constant is named: {@code USER_PROFILES} for {@code user-profiles}. */
  static String constant(String name) {
    return of(name).stream()
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("_"));
  }

  /** As a type is named: {@code UserProfiles} for {@code user-profiles}. */
  static String type(String name) {
    return of(name).stream().map(Words::capitalized).collect(Collectors.joining());
  }

  /** With an upper-case first letter. */
  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The name, or with a number if it is taken: {@code IDS_2}. */
  static String free(String wish, String mark, NameAllocator names) {
    String given = names.newName(wish);
    for (int number = 2; !given.equals(wish) && given.endsWith("_"); number++) {
      given = names.newName(wish + mark + number);
    }
    return given;
  }

  private static String lower(String word) {
    boolean isAcronym = word.equals(word.toUpperCase(Locale.ROOT));
    return isAcronym
        ? word.toLowerCase(Locale.ROOT)
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  /** The words; what cannot stand in an identifier parts them, and so does an upper-case letter. */
  private static List<String> of(String name) {
    List<String> words =
        Arrays.stream(name.split("[^\\p{javaJavaIdentifierPart}]+|_+|(?<=\\p{Ll})(?=\\p{Lu})"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toList());
    if (words.isEmpty()) {
      return List.of("cache");
    }
    if (!Character.isJavaIdentifierStart(words.get(0).charAt(0))) {
      words.add(0, "cache");
    }
    return words;
  }
}
