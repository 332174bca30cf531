package dev.tarn.graphstore.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A one-dimensional numpy array of float64 in a Python pickle of protocol 0 to 5, read without
 * running anything: calls are kept as data, and only those that numpy writes for such arrays are
 * understood.
 */
final class PickledArray {
  private static final int MOST_OPERATIONS = 10_000;
  private static final Object MARK = new Object();

  /** {@code module name}. */
  private record Global(String name) {}

  /** A call and the state that was given to its result. */
  private static final class Call {
    private final Object function;
    private final Object arguments;
    private @Nullable Object state;

    Call(Object function, Object arguments) {
      this.function = function;
      this.arguments = arguments;
    }
  }

  private static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
      super(message, null, false, false);
    }
  }

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private PickledArray(byte[] pickle) {
    in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The array, if the pickle is one; its values are finite. */
  static Optional<double[]> read(byte[] pickle) {
    try {
      return Optional.of(array(new PickledArray(pickle).run()));
    } catch (NotUnderstood
        | java.nio.BufferUnderflowException
        | java.util.NoSuchElementException
        | ClassCastException
        | IndexOutOfBoundsException
        | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Object run() {
    for (int operations = 0; operations < MOST_OPERATIONS; operations++) {
      int op = in.get() & 0xff;
      if (op == '.') {
        return stack.pop();
      }
      step(op);
    }
    throw new NotUnderstood("too long");
  }

  private void step(int op) {
    switch (op) {
      case 0x80 -> in.get();
      case 0x95 -> in.getLong();
      case '(' -> stack.push(MARK);
      case ')' -> stack.push(List.of());
      case 't', 'l' -> stack.push(toMark());
      case 0x85 -> stack.push(last(1));
      case 0x86 -> stack.push(last(2));
      case 0x87 -> stack.push(last(3));
      case 'N' -> stack.push(Optional.empty());
      case 0x88 -> stack.push(1L);
      case 0x89 -> stack.push(0L);
      case 'K' -> stack.push((long) (in.get() & 0xff));
      case 'M' -> stack.push((long) (in.getShort() & 0xffff));
      case 'J' -> stack.push((long) in.getInt());
      case 0x8a -> stack.push(longOf(in.get() & 0xff));
      case 'I', 'L' -> stack.push(integerLine());
      case 'U', 'C' -> stack.push(bytes(in.get() & 0xff));
      case 'T', 'B' -> stack.push(bytes(in.getInt()));
      case 0x8e, 0x96 -> stack.push(bytes(Math.toIntExact(in.getLong())));
      case 0x8c -> stack.push(text(in.get() & 0xff));
      case 'X' -> stack.push(text(in.getInt()));
      case 0x8d -> stack.push(text(Math.toIntExact(in.getLong())));
      case 'S' -> stack.push(quotedLine());
      case 'V' -> stack.push(unicodeLine());
      case 'c' -> stack.push(new Global(line() + " " + line()));
      case 0x93 -> stackGlobal();
      case 'R', 0x81 -> call();
      case 'b' -> build();
      case 'q' -> memo.put(in.get() & 0xff, stack.element());
      case 'r' -> memo.put(in.getInt(), stack.element());
      case 'p' -> memo.put(Integer.parseInt(line()), stack.element());
      case 0x94 -> memo.put(memo.size(), stack.element());
      case 'h' -> stack.push(remembered(in.get() & 0xff));
      case 'j' -> stack.push(remembered(in.getInt()));
      case 'g' -> stack.push(remembered(Integer.parseInt(line())));
      case '0' -> stack.pop();
      default -> throw new NotUnderstood("operation " + op);
    }
  }

  private Object remembered(int key) {
    Object value = memo.get(key);
    if (value == null) {
      throw new NotUnderstood("memo " + key);
    }
    return value;
  }

  private List<Object> toMark() {
    List<Object> items = new ArrayList<>();
    for (Object top = stack.pop(); top != MARK; top = stack.pop()) {
      items.add(0, top);
    }
    return items;
  }

  private List<Object> last(int count) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(0, stack.pop());
    }
    return items;
  }

  private byte[] bytes(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new NotUnderstood("length " + length);
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private String text(int length) {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  private String line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte b = in.get(); b != '\n'; b = in.get()) {
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private long integerLine() {
    String text = line();
    return Long.parseLong(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
  }

  private long longOf(int length) {
    byte[] bytes = bytes(length);
    long value = length > 0 && bytes[length - 1] < 0 ? -1 : 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    return value;
  }

  /** A Python 2 string in quotes, with its escapes. */
  private byte[] quotedLine() {
    String text = line();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        bytes.write(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> bytes.write('\n');
        case 'r' -> bytes.write('\r');
        case 't' -> bytes.write('\t');
        case 'x' -> {
          bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> bytes.write(escaped);
      }
    }
    return bytes.toByteArray();
  }

  /** A line of raw-unicode-escape. */
  private String unicodeLine() {
    String text = line();
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 5 < text.length() && text.charAt(i + 1) == 'u') {
        decoded.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        decoded.append(text.charAt(i));
      }
    }
    return decoded.toString();
  }

  private void stackGlobal() {
    Object name = stack.pop();
    Object module = stack.pop();
    stack.push(new Global(module + " " + name));
  }

  private void call() {
    Object arguments = stack.pop();
    Object function = stack.pop();
    stack.push(new Call(function, arguments));
  }

  private void build() {
    Object state = stack.pop();
    if (stack.element() instanceof Call call) {
      call.state = state;
    } else {
      throw new NotUnderstood("state of something else");
    }
  }

  private static double[] array(Object value) {
    if (value instanceof Call call && call.function instanceof Global function) {
      if (function.name().endsWith(".multiarray _reconstruct")
          && call.state instanceof List<?> state
          && state.size() == 5) {
        return decode(state.get(1), state.get(2), state.get(4));
      }
      if (function.name().endsWith(".numeric _frombuffer")
          && call.arguments instanceof List<?> arguments
          && arguments.size() == 4) {
        return decode(arguments.get(2), arguments.get(1), arguments.get(0));
      }
    }
    throw new NotUnderstood("not an array");
  }

  private static double[] decode(@Nullable Object shape, @Nullable Object type, Object data) {
    long size = 1;
    for (Object extent : (List<?>) java.util.Objects.requireNonNullElse(shape, List.of())) {
      size = Math.multiplyExact(size, (Long) java.util.Objects.requireNonNull(extent));
    }
    byte[] bytes = dataBytes(data);
    if (bytes.length != size * Double.BYTES) {
      throw new NotUnderstood("size");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order(type));
    double[] values = new double[bytes.length / Double.BYTES];
    buffer.asDoubleBuffer().get(values);
    for (double x : values) {
      if (!Double.isFinite(x)) {
        throw new NotUnderstood("not finite");
      }
    }
    return values;
  }

  private static ByteOrder order(@Nullable Object type) {
    if (type instanceof Call call
        && call.function instanceof Global function
        && function.name().equals("numpy dtype")
        && call.arguments instanceof List<?> arguments
        && !arguments.isEmpty()
        && "f8".equals(ascii(arguments.get(0)))) {
      boolean big =
          call.state instanceof List<?> state
              && state.size() > 1
              && ">".equals(ascii(state.get(1)));
      return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
    throw new NotUnderstood("not float64");
  }

  private static String ascii(@Nullable Object text) {
    return text instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : String.valueOf(text);
  }

  /** Bytes, or what Python 3 writes for them in protocol 2: a call that encodes a text. */
  private static byte[] dataBytes(Object data) {
    if (data instanceof byte[] bytes) {
      return bytes;
    }
    if (data instanceof Call call
        && call.arguments instanceof List<?> arguments
        && !arguments.isEmpty()) {
      Object first = arguments.get(0);
      if (first instanceof byte[] bytes) {
        return bytes;
      }
      if (first instanceof String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    throw new NotUnderstood("no data");
  }
}
