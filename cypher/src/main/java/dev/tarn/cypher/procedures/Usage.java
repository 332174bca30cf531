package dev.tarn.cypher.procedures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a procedure or function is used, besides what Neo4j's own annotations say. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Usage {
  /** The options that it takes. */
  Option[] options() default {};

  /** A call that works on a landscape named lj13. */
  String example();
}
