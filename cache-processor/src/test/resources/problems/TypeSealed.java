//1 error [TypeSealed] Users is sealed, so no decorator can be a subtype; annotate a type that is not.
//2 error [TypeSealed] Orders is sealed, so no decorator can be a subtype; annotate a type that is not.
import dev.larder.annotation.*;

sealed /*1*/interface Users permits Known {
  @Cached
  String find(long id);
}

final class Known implements Users {
  public String find(long id) { return ""; }
}

sealed /*2*/class Orders permits Late {
  @Cached
  String find(long id) { return ""; }
}

final class Late extends Orders {}
