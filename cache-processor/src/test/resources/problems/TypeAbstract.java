//1 error [TypeAbstract] Users leaves load(long id) abstract, so a decorator of it cannot be made; annotate the class that implements it.
import dev.larder.annotation.*;

abstract /*1*/class Users {
  @Cached
  String find(long id) { return load(id); }

  abstract String load(long id);
}
