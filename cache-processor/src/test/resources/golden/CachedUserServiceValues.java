package com.acme.shop;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.generated.Serializers;
import dev.larder.generated.ValueSerializer;
import dev.larder.generated.Values;
import javax.annotation.processing.Generated;

/** How the values of the caches of {@link UserService} are written to bytes. */
@Generated("dev.larder.processor.LarderProcessor")
final class CachedUserServiceValues {
  private static final ValueSerializer<UserService.User> USER = new UserSerializer();

  private static final ValueSerializer<UserService.Region> REGION = new RegionSerializer();

  private CachedUserServiceValues() {}

  static Values<UserService.User> users() {
    return Values.of(
        UserService.User.class,
        USER,
        UserService.User.class,
        String.class,
        UserService.Region.class,
        Integer.class);
  }

  static Values<String> userNames() {
    return Values.of(String.class, Serializers.STRING, String.class);
  }

  static Values<Integer> sizes() {
    return Values.of(Integer.class, Serializers.INTEGER, Integer.class);
  }

  private static final class UserSerializer extends ValueSerializer<UserService.User> {
    @Override
    public void write(Kryo kryo, Output output, UserService.User user) {
      output.writeVarLong(user.userId(), false);
      Serializers.STRING.writeOrNull(kryo, output, user.name());
      REGION.writeOrNull(kryo, output, user.region());
    }

    @Override
    public UserService.User read(Kryo kryo, Input input, Class<? extends UserService.User> type) {
      return new UserService.User(
          input.readVarLong(false),
          Serializers.STRING.readOrNull(kryo, input),
          REGION.readOrNull(kryo, input));
    }
  }

  private static final class RegionSerializer extends ValueSerializer<UserService.Region> {
    @Override
    public void write(Kryo kryo, Output output, UserService.Region region) {
      Serializers.STRING.writeOrNull(kryo, output, region.country());
      Serializers.INTEGER.writeOrNull(kryo, output, region.code());
    }

    @Override
    public UserService.Region read(
        Kryo kryo, Input input, Class<? extends UserService.Region> type) {
      return new UserService.Region(
          Serializers.STRING.readOrNull(kryo, input), Serializers.INTEGER.readOrNull(kryo, input));
    }
  }
}
