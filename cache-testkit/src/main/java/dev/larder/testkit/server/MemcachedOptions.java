package dev.larder.testkit.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a setup says.
 *
 * @param certificates null: no TLS
 * @param login null: anybody is welcome
 * @param arguments of the program
 */
record MemcachedOptions(
    @Nullable TestCertificates certificates,
    @Nullable MemcachedLogin login,
    List<String> arguments) {
  static final MemcachedOptions PLAIN = new MemcachedOptions(null, null, List.of());

  MemcachedOptions {
    arguments = List.copyOf(arguments);
  }

  MemcachedOptions withCertificates(TestCertificates newCertificates) {
    return new MemcachedOptions(newCertificates, login, arguments);
  }

  MemcachedOptions withLogin(MemcachedLogin newLogin) {
    return new MemcachedOptions(certificates, newLogin, arguments);
  }

  MemcachedOptions withArguments(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new MemcachedOptions(certificates, login, all);
  }
}
