//1 error [CacheTwoValues] Cache "users" holds java.lang.String for Finder.find(long id), but java.lang.Integer for Names.age(long id); give one of them another name.
import dev.larder.annotation.*;

interface Finder {
  @Cached(name = "users")
  String find(long id);
}

interface Names {
  @Cached(name = /*1*/"users")
  int age(long id);
}
