package dev.larder.internal.config;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a setting may stand in a message. */
final class Secrets {
  private static final String HIDDEN = "***";

  /** What stands before the last {@code @} of a URL, or of what was meant as one. */
  private static final Pattern USER_INFO =
      Pattern.compile("^([a-z0-9+.-]*://)?.*@", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** A URL whose host was forgotten behind its password: {@code redis://:secret}. */
  private static final Pattern NO_HOST =
      Pattern.compile("(://[^:/?]*:)(?![0-9]{1,5}([/?,]|$))[^/?]*");

  private static final Pattern QUERY = Pattern.compile("([?#]).*", Pattern.DOTALL);

  /** A path is the number of a database, or else may be a password at the wrong place. */
  private static final Pattern PATH =
      Pattern.compile("(://[^/?#,]*/)(?![0-9]{0,5}([?#,]|$))[^?#]*");

  private Secrets() {}

  /** Whether the value of a key is a secret as a whole, by the key's last word. */
  static boolean isSecret(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Stream.of("password", "passwd", "passphrase", "secret", "token")
        .anyMatch(last::contains);
  }

  /** What is secret in a value. */
  static Stream<String> in(String key, String value) {
    if (isSecret(key)) {
      return Stream.of(value).filter(secret -> !secret.isEmpty());
    }
    return value.equals(masked(value))
        ? Stream.empty()
        : Stream.concat(Stream.of(value), userInfo(value));
  }

  /** What stands between the scheme and the host, and its part behind the first colon. */
  private static Stream<String> userInfo(String value) {
    int end = value.lastIndexOf('@');
    int begin = value.indexOf("://") < 0 ? 0 : value.indexOf("://") + 3;
    if (end <= begin) {
      return Stream.empty();
    }
    String info = value.substring(begin, end);
    return Stream.of(info, info.substring(info.indexOf(':') + 1)).filter(part -> !part.isEmpty());
  }

  /** The value in quotes, without what is secret in it. */
  static String shown(String key, String value) {
    return '"' + (isSecret(key) ? HIDDEN : cut(masked(value))) + '"';
  }

  private static String masked(String value) {
    String shown = USER_INFO.matcher(value).replaceFirst(Secrets::hidden);
    if (!shown.contains("@")) {
      shown = NO_HOST.matcher(shown).replaceFirst("$1" + HIDDEN);
    }
    if (!shown.contains("://")) {
      return shown;
    }
    shown = PATH.matcher(shown).replaceFirst("$1" + HIDDEN);
    return QUERY.matcher(shown).replaceFirst("$1" + HIDDEN);
  }

  private static String hidden(MatchResult userInfo) {
    return (userInfo.group(1) == null ? "" : userInfo.group(1)) + HIDDEN + "@";
  }

  private static String cut(String value) {
    return value.length() <= 200 ? value : value.substring(0, 200) + "...";
  }
}
