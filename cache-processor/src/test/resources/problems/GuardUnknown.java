//1 error [GuardUnknown] Users has no method "worthCachng" for the condition of find(long id). Did you mean "worthCaching"?
//2 error [GuardUnknown] Users has no method "isStrange" for the unless of load(long id). Write a boolean method of that name.
import dev.larder.annotation.*;

interface Users {
  @Cached(condition = /*1*/"worthCachng")
  String find(long id);

  @Cached(unless = /*2*/"isStrange")
  String load(long id);

  boolean worthCaching(long id);
}
