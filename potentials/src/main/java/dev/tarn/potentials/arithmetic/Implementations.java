package dev.tarn.potentials.arithmetic;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/** Chooses between the loops that use the vector unit and plain ones. */
final class Implementations {
  private Implementations() {}

  /**
   * An instance of the class of that name where the incubating module of vectors is there, else a
   * plain one.
   */
  static <T> T best(Class<T> type, String vectorUnitClass, Supplier<T> plain) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain.get();
    }
    try {
      // Compiled apart, as a class that names an incubating module cannot be free of warnings.
      return Class.forName(Implementations.class.getPackageName() + "." + vectorUnitClass)
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError e) {
      return plain.get();
    }
  }
}
