package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page in a headless Chromium that reaches nothing but this machine, over its own protocol. */
final class Chromium implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 90;
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

  private final Process process;
  private final WebSocket socket;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  private Chromium(Process process, String page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(page), new Answers())
            .join();
  }

  /** Where it is installed; empty if it is not. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("chromium.log");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1400,1000",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("chromium"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    for (int i = 0; i < 10 * PATIENCE_SECONDS && process.isAlive(); i++) {
      Matcher listening = LISTENING.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
      if (listening.find()) {
        String pages =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create("http://" + listening.group(1) + "/json"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : new ObjectMapper().readTree(pages)) {
          if (page.get("type").asText().equals("page")) {
            return new Chromium(process, page.get("webSocketDebuggerUrl").asText());
          }
        }
      }
      Thread.sleep(100);
    }
    process.destroy();
    throw new AssertionError("Chromium did not start: " + Files.readString(log));
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode message = json.readTree(text.toString());
          CompletableFuture<JsonNode> asked =
              message.has("id") ? waiting.remove(message.get("id").asInt()) : null;
          if (asked != null) {
            asked.complete(message);
          }
        } catch (IOException e) {
          throw new AssertionError(e);
        } finally {
          text.setLength(0);
        }
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }
  }

  private JsonNode send(String method, ObjectNode parameters) {
    int id = lastId.incrementAndGet();
    ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    WebSocket unused = socket.sendText(message.toString(), true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  void open(URI address) {
    JsonNode unused = send("Page.navigate", json.createObjectNode().put("url", address.toString()));
  }

  /** The value of a JavaScript expression in the page, as text. */
  String evaluate(String expression) {
    return send(
            "Runtime.evaluate",
            json.createObjectNode().put("expression", expression).put("returnByValue", true))
        .path("result")
        .path("result")
        .path("value")
        .asText();
  }

  /** Waits until the expression is true. */
  void await(String expression) throws InterruptedException {
    for (int i = 0; i < 5 * PATIENCE_SECONDS; i++) {
      if (evaluate("!!(" + expression + ")").equals("true")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError(
        "waited in vain for "
            + expression
            + "; the page says: "
            + evaluate("document.body.innerText.slice(0, 2000)"));
  }

  void screenshot(Path file) throws IOException {
    String image =
        send("Page.captureScreenshot", json.createObjectNode().put("format", "png"))
            .path("result")
            .path("data")
            .asText();
    Files.write(file, Base64.getDecoder().decode(image));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
