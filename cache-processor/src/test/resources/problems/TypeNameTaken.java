//1 error [TypeNameTaken] The decorator of Users is to be named CachedUsers, as another class is; rename that one.
import dev.larder.annotation.*;

/*1*/interface Users {
  @Cached
  String find(long id);
}

class CachedUsers {}
