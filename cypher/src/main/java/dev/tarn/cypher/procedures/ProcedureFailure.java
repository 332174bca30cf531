package dev.tarn.cypher.procedures;

import org.neo4j.kernel.api.exceptions.Status;

/**
 * A procedure or function cannot do what it was asked; the message is one line. Neo4j passes it on
 * as it stands because it says its status, and wraps every other exception.
 */
final class ProcedureFailure extends RuntimeException implements Status.HasStatus {
  private static final long serialVersionUID = 1L;

  ProcedureFailure(String message) {
    super(message);
  }

  ProcedureFailure(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public Status status() {
    return Status.Procedure.ProcedureCallFailed;
  }
}
