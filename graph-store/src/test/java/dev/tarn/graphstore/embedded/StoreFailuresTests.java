package dev.tarn.graphstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.LandscapeStoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreFailuresTests {
  private static final Path FOLDER = Path.of("store");

  @Test
  void aFullDiskIsSaidToBeFullHoweverDeepTheCause() {
    Throwable deep =
        new IllegalStateException(
            "could not commit", new RuntimeException(new IOException("No space left on device")));
    assertThat(StoreFailures.on("write to", FOLDER, deep))
        .hasMessage(
            "store store: no space left on the disk; everything committed before is safe:"
                + " free some space and run again")
        .hasCause(deep);
  }

  @Test
  void aMissingPermissionNamesTheFile() {
    Throwable failure = new RuntimeException(new AccessDeniedException("store/data"));
    assertThat(StoreFailures.onOpen(FOLDER, failure))
        .hasMessage("store store: no permission to write store/data");
  }

  @Test
  void anythingElseIsTheFirstLineOfTheDeepestCause() {
    Throwable failure = new RuntimeException("outer", new IOException("inner\nsecond line"));
    assertThat(StoreFailures.on("read", FOLDER, failure))
        .hasMessage("could not read store store: inner");
  }

  @Test
  void whatIsAlreadyOursStaysAsItIs() {
    LandscapeStoreException ours = new LandscapeStoreException("ours");
    assertThat(StoreFailures.on("read", FOLDER, ours)).isSameAs(ours);
  }

  @Test
  void aCauseThatIsItselfDoesNotHang() {
    Exception a = new Exception("a");
    Exception b = new Exception("b", a);
    a.initCause(b);
    assertThat(StoreFailures.on("read", FOLDER, b).getMessage()).startsWith("could not read");
  }
}
