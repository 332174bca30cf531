package dev.tarn.graphstore.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes on to a port of this machine, until told to break. */
final class BreakableConnection implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicLong bytesUntilBreak = new AtomicLong(Long.MAX_VALUE);

  BreakableConnection(int target) {
    this.target = target;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Breaks what is open once that many more bytes went to the server; what comes later passes. */
  void breakAfter(long bytes) {
    bytesUntilBreak.set(bytes);
  }

  /** Breaks what is open and refuses what comes, until {@link #restore}. */
  void takeDown() {
    down.set(true);
    breakAll();
  }

  void restore() {
    down.set(false);
  }

  private void breakAll() {
    sockets.forEach(BreakableConnection::closeQuietly);
    sockets.clear();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (down.get()) {
          client.close();
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        daemon(() -> pass(client, server, true));
        daemon(() -> pass(server, client, false));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (counted && bytesUntilBreak.addAndGet(-n) < 0) {
          bytesUntilBreak.set(Long.MAX_VALUE);
          breakAll();
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return;
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "breakable-connection");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    breakAll();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
