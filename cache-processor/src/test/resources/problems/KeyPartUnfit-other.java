//1 error [KeyPartUnfit] Shop.NumberPart cannot be a key part: it is a KeyPart<java.lang.String>, not one of Shop.Number.
import dev.larder.KeyPart;
import dev.larder.annotation.*;

interface Shop {
  @KeyedBy(NumberPart.class)
  final class Number {}

  final class NumberPart implements KeyPart<String> {
    public String format(String value) { return value; }
    public String parse(String text) { return text; }
  }

  /*1*/@Cached
  String find(Number number);
}
