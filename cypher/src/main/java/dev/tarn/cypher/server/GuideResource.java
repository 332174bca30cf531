package dev.tarn.cypher.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;

/**
 * The guide and the style sheet over HTTP, under {@code /tarn}. Public, and found in this package,
 * because Neo4j's web server makes it. Where a password is needed it tells nothing of the store:
 * what it shows of a landscape is the name that it was asked for.
 */
@Path("/")
public final class GuideResource {

  /** The Browser's style sheet. */
  @GET
  @Path("tarn.grass")
  public Response styleSheet() {
    return answer("text/plain", StyleSheet.text());
  }

  /** The page that the Browser opens with. */
  @GET
  @Path("guide.html")
  public Response guide(
      @QueryParam("landscape") @Nullable String landscape,
      @Context Config config,
      @Context DatabaseManagementService service) {
    Optional<String> shown = Optional.ofNullable(landscape);
    if (shown.isEmpty() && !config.get(GraphDatabaseSettings.auth_enabled)) {
      shown = LandscapeServer.newest(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    }
    return answer("text/html", Guide.html(shown));
  }

  private static Response answer(String type, String text) {
    return Response.ok(text.getBytes(StandardCharsets.UTF_8), type + "; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
