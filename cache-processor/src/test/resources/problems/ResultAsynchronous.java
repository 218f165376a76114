//1 error [ResultAsynchronous] find(long id) returns java.util.concurrent.CompletableFuture<java.lang.String>, and asynchronous results are not cached yet; annotate the method that computes the value.
//2 error [ResultAsynchronous] ask(long id) returns java.util.concurrent.Future<java.lang.String>, and asynchronous results are not cached yet; annotate the method that computes the value.
//3 error [ResultAsynchronous] mono(long id) returns reactor.core.publisher.Mono<java.lang.String>, and asynchronous results are not cached yet; annotate the method that computes the value.
import dev.larder.annotation.*;
import java.util.concurrent.*;

interface Users {
  /*1*/@Cached
  CompletableFuture<String> find(long id);

  /*2*/@Cached
  Future<String> ask(long id);

  /*3*/@Cached
  reactor.core.publisher.Mono<String> mono(long id);
}
//== org/reactivestreams/Publisher.java
package org.reactivestreams;

public interface Publisher<T> {}
//== reactor/core/publisher/Mono.java
package reactor.core.publisher;

public abstract class Mono<T> implements org.reactivestreams.Publisher<T> {}
