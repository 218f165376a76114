package dev.larder;

import dev.larder.annotation.Cached;

/** Has the processor write how orders are written. */
interface OrderService {
  /** The order of that number. */
  @Cached
  @SuppressWarnings("larder.MutableValue") // nobody calls it
  Order find(long id);
}
