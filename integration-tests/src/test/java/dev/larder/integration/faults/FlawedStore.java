package dev.larder.integration.faults;

import dev.larder.spi.Announcing;
import dev.larder.spi.Leasing;
import dev.larder.spi.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** A real store with all that it can, save for one guard. */
final class FlawedStore implements InvocationHandler {
  private final Object store;
  private final Flaw flaw;

  private FlawedStore(Object store, Flaw flaw) {
    this.store = store;
    this.flaw = flaw;
  }

  static Store of(Store store, Flaw flaw) {
    return flaw == Flaw.NONE ? store : (Store) flawed(store, flaw);
  }

  private static Object flawed(Object store, Flaw flaw) {
    Set<Class<?>> capabilities = new LinkedHashSet<>();
    collect(store.getClass(), capabilities);
    // So that the engine itself publishes, where it can be seen.
    capabilities.remove(Announcing.class);
    if (flaw == Flaw.NO_LEASE) {
      capabilities.remove(Leasing.class);
    }
    return Proxy.newProxyInstance(
        FlawedStore.class.getClassLoader(),
        capabilities.toArray(Class<?>[]::new),
        new FlawedStore(store, flaw));
  }

  private static void collect(Class<?> type, Set<Class<?>> interfaces) {
    for (Class<?> each : type.getInterfaces()) {
      if (Modifier.isPublic(each.getModifiers())) {
        interfaces.add(each);
      }
      collect(each, interfaces);
    }
    if (type.getSuperclass() != null) {
      collect(type.getSuperclass(), interfaces);
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "open" -> flawed(call(method, arguments), flaw);
      case "clear" -> flaw == Flaw.CLEAR_FORGOTTEN ? null : call(method, arguments);
      case "readOrLease", "lease", "tryLease" ->
          answer((String) arguments[0], call(method, arguments));
      default -> call(method, arguments);
    };
  }

  private Object answer(String key, Object answer) {
    return flaw == Flaw.FILL_UNCHECKED && answer instanceof Leasing.Granted granted
        ? new Leasing.Granted(new PutLease((Store) store, key, granted.lease()), granted.present())
        : answer;
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A lease that is filled whether or not it stands. */
  private record PutLease(Store store, String key, Leasing.Lease lease) implements Leasing.Lease {
    @Override
    public boolean fill(byte[] value, Duration timeToLive) {
      store.put(key, value, timeToLive);
      return true;
    }

    @Override
    public boolean renew(Duration leaseTime) {
      return lease.renew(leaseTime);
    }

    @Override
    public void release() {
      lease.release();
    }
  }
}
