package dev.larder.internal.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A locale by its fields: {@code language_country_script_extensions_variant}, without the empty
 * ones at the end. Ill-formed locales, too, have a text of their own.
 */
public final class LocaleText {
  private static final int FIELDS = 5;

  /** What a system property can make of these languages, and what they are everywhere else. */
  private static final Map<String, String> CURRENT = Map.of("iw", "he", "in", "id", "ji", "yi");

  private LocaleText() {}

  /** The locale's text. */
  public static String of(Locale locale) {
    String language = locale.getLanguage();
    String all =
        String.join(
            "_",
            field(CURRENT.getOrDefault(language, language)),
            field(locale.getCountry()),
            locale.getScript(),
            extensions(locale),
            locale.getVariant());
    return withoutEmptyEnd(all, locale.getVariant());
  }

  private static String withoutEmptyEnd(String all, String variant) {
    int end = all.length();
    while (variant.isEmpty() && end > 0 && all.charAt(end - 1) == '_') {
      end--;
    }
    return all.substring(0, end);
  }

  private static String extensions(Locale locale) {
    return locale.getExtensionKeys().stream()
        .sorted()
        .map(key -> key + "-" + locale.getExtension(key))
        .collect(Collectors.joining("-"));
  }

  /** Only an ill-formed language or country holds what is escaped here. */
  private static String field(String text) {
    return text.replace("%", "%25").replace("_", "%5F");
  }

  /** Whether some locale can have this text. */
  public static boolean isText(String text) {
    String[] fields = text.split("_", FIELDS);
    return text.isEmpty()
        || (!fields[fields.length - 1].isEmpty()
            && isField(fields[0])
            && (fields.length == 1 || isField(fields[1])));
  }

  private static boolean isField(String field) {
    String plain = field.replace("%5F", "_").replace("%25", "%");
    return field(plain).equals(field);
  }
}
