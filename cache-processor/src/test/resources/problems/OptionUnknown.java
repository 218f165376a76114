//option -Alarder.MutableValue=warning
//option -Alarder.OpenValue=off
//0 error [OptionUnknown] -Alarder.MutableValue=warning means nothing; write off, warn or error.
import dev.larder.annotation.*;

interface Users {
  @Cached
  Object find(long id);

  @Cached
  String name(long id);
}
