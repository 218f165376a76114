package dev.larder.integration.engine;

import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A store with all its capabilities whose listeners are known, and which outlives the managers that
 * are closed over it.
 */
final class PostedStore implements InvocationHandler {
  private final Store store;
  private final Post post;

  private PostedStore(Store store, Post post) {
    this.store = store;
    this.post = post;
  }

  static Store of(Store store, Post post) {
    Set<Class<?>> capabilities = new LinkedHashSet<>();
    collect(store.getClass(), capabilities);
    return (Store)
        Proxy.newProxyInstance(
            PostedStore.class.getClassLoader(),
            capabilities.toArray(Class<?>[]::new),
            new PostedStore(store, post));
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
      case "close" -> null;
      case "open", "announcing" -> of((Store) call(method, arguments), post);
      case "put", "putAll", "remove", "removeAll", "removeIf", "touch", "clear", "publish" ->
          change(method, arguments);
      case "subscribe" -> subscribe((String) arguments[0], (Messaging.Listener) arguments[1]);
      default -> call(method, arguments);
    };
  }

  private Object change(Method method, Object[] arguments) throws Throwable {
    post.mayTell();
    try {
      return call(method, arguments);
    } finally {
      post.mayTell();
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Messaging.Subscription subscribe(String channel, Messaging.Listener listener) {
    Messaging messaging = (Messaging) store;
    Post.Address address = post.begin(messaging, channel);
    Messaging.Subscription subscription =
        messaging.subscribe(channel, new KnownListener(listener, address));
    address.upToDate();
    return () -> {
      post.end(address);
      subscription.close();
    };
  }

  private record KnownListener(Messaging.Listener listener, Post.Address address)
      implements Messaging.Listener {
    @Override
    public void heard(long number, byte[] message) {
      listener.heard(number, message);
      address.arrived(number);
    }

    @Override
    public void interrupted() {
      listener.interrupted();
      address.upToDate();
    }
  }
}
