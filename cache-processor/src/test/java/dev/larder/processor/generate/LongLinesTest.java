package dev.larder.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongLinesTest {
  private static final String LONG = "a".repeat(45);

  @Test
  void whatFitsStays() {
    String fits = "    Key key = new Key(" + LONG + ", " + "b".repeat(29) + ");";
    assertThat(fits).hasSize(100);
    assertThat(LongLines.broken(fits)).isEqualTo(fits);
  }

  @Test
  void anAssignmentBreaksFirst() {
    String made = "new Key(" + LONG + ", " + "b".repeat(30) + ");";
    assertThat(LongLines.broken("    Key key = " + made))
        .isEqualTo("    Key key =\n        " + made);
  }

  @Test
  void argumentsStandOnALineOfTheirOwnOrOneEach() {
    assertThat(LongLines.broken("    return users.get(" + LONG + ", k -> f(1, 2), " + LONG + ");"))
        .isEqualTo(
            "    return users.get(\n        "
                + String.join(",\n        ", LONG, "k -> f(1, 2)", LONG)
                + ");");
    assertThat(
            LongLines.broken("    return users.cache().get(\"a, b\", \"(" + LONG + LONG + "\");"))
        .isEqualTo(
            "    return users.cache().get(\n        \"a, b\",\n        \"(" + LONG + LONG + "\");");
  }

  @Test
  void aChoiceBreaksBeforeItsSigns() {
    assertThat(LongLines.broken("    " + LONG + " == null ? " + LONG + " : f(b ? c : d),"))
        .isEqualTo("    " + LONG + " == null\n        ? " + LONG + "\n        : f(b ? c : d),");
  }

  @Test
  void aSignatureBreaksBeforeItsThrowsThenBehindItsParenthesis() {
    String fits = "  public String find(Map<String, Long> " + LONG + ")";
    assertThat(LongLines.broken(fits + " throws IOException, TimeoutException {"))
        .isEqualTo(fits + "\n      throws IOException, TimeoutException {");
    assertThat(
            LongLines.broken(
                "  public String find(Map<String, Long> "
                    + LONG
                    + ", @A({1, 2}) int b, String c) {"))
        .isEqualTo(
            "  public String find(\n      Map<String, Long> "
                + LONG
                + ", @A({1, 2}) int b, String c) {");
  }

  @Test
  void aConditionBreaksInItsCallAndALambdaBehindItsArrow() {
    String call = "f(" + LONG.substring(6) + ", b)";
    assertThat(LongLines.broken("    if (!delegate." + LONG + "(" + LONG + ", b)) {"))
        .isEqualTo("    if (!delegate." + LONG + "(\n        " + LONG + ", b)) {");
    assertThat(LongLines.broken("    k -> " + LONG + "." + call + ","))
        .isEqualTo("    k ->\n        " + LONG + "." + call + ",");
  }

  @Test
  void aTypeAsLongAsALineStandsAlone() {
    String type = "private final Cache<" + LONG + ", " + LONG + ">";
    assertThat(LongLines.broken("  " + type + " names;")).isEqualTo("  " + type + "\n      names;");
    assertThat(LongLines.broken("  " + type + " NAMES ="))
        .isEqualTo("  " + type + "\n      NAMES =");
  }

  @Test
  void commentsAndWhatHasNoBreakStay() {
    String comment = "  // " + LONG + "(" + LONG + ", " + LONG + ")";
    assertThat(LongLines.broken(comment)).isEqualTo(comment);
    String text = "    f(\"" + LONG + LONG + LONG + "\");";
    assertThat(LongLines.broken(text)).isEqualTo("    f(\n        " + text.strip().substring(2));
  }
}
