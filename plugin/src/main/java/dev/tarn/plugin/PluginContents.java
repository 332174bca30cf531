package dev.tarn.plugin;

import dev.tarn.cypher.procedures.Handbook;
import java.util.List;

/**
 * What the plugin offers. The jar holds what this class reaches, and nothing else: a server loads
 * every class that it finds in a plugin.
 */
public final class PluginContents {
  private PluginContents() {}

  /** Its procedures and functions. */
  public static List<Handbook.Entry> contents() {
    return Handbook.all();
  }
}
