//option -Alarder.MutableValue=error
//1 error [MutableValue] bytes(long id) returns byte[], which all callers share while it is cached, but the elements of byte[] can be set; return an immutable type.
import dev.larder.annotation.*;

interface Users {
  /*1*/@Cached
  byte[] bytes(long id);
}
