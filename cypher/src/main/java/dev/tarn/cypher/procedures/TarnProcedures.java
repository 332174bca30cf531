package dev.tarn.cypher.procedures;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Makes the procedures and functions {@code tarn.*} known to a database in this process. A server
 * of its own finds them in the plugin instead.
 */
public final class TarnProcedures {
  private TarnProcedures() {}

  /**
   * As {@link #register}, if the text of a query may call one of them and the store is in this
   * process; else nothing. A server that somebody else runs has the plugin, or has them not.
   */
  public static void registerFor(String query, GraphStore store) {
    if (query.contains("tarn") && store instanceof Neo4jLandscapeStore embedded) {
      register(embedded.database());
    }
  }

  /**
   * Registers them with the database's management service, unless they are known there already:
   * idempotent.
   */
  public static void register(GraphDatabaseService database) {
    GlobalProcedures procedures =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(GlobalProcedures.class);
    synchronized (procedures) {
      boolean known =
          procedures
              .getCurrentView()
              .getAllProcedures(org.neo4j.kernel.api.QueryLanguage.CYPHER_5)
              .anyMatch(signature -> signature.name().toString().equals("tarn.help"));
      if (known) {
        return;
      }
      try {
        for (Class<?> type : Handbook.procedures()) {
          procedures.registerProcedure(type);
        }
        for (Class<?> type : Handbook.functions()) {
          procedures.registerFunction(type);
        }
      } catch (ProcedureException e) {
        throw new IllegalStateException("could not register tarn.*: " + e.getMessage(), e);
      }
    }
  }
}
