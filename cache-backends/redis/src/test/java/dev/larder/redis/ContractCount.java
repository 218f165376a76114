package dev.larder.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Counts the tests of a contract that succeeded, and writes into {@code target} how many were green
 * on which servers.
 */
final class ContractCount implements AfterEachCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(ContractCount.class);

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      ExtensionContext.Store store = context.getParent().orElseThrow().getStore(NAMESPACE);
      store.put("count", 1 + store.getOrDefault("count", Integer.class, 0));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    int count = context.getStore(NAMESPACE).getOrDefault("count", Integer.class, 0);
    String servers = ((RedisCacheContract) context.getRequiredTestInstance()).servers();
    Path directory = Files.createDirectories(Path.of("target"));
    Files.writeString(
        directory.resolve("contract-counts-" + servers + ".txt"), servers + ": " + count + "\n");
  }
}
