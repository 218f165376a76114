package dev.larder.memcached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Writes into {@code target}, and prints, how many tests of the contracts are green on which. */
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
    String kind = ((MemcachedContract) context.getRequiredTestInstance()).kind();
    String line = kind + ": " + context.getStore(NAMESPACE).getOrDefault("count", Integer.class, 0);
    Path directory = Files.createDirectories(Path.of("target"));
    Files.writeString(directory.resolve("contract-counts-" + kind + ".txt"), line + "\n");
    System.out.println(line);
  }
}
