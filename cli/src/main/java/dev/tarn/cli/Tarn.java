package dev.tarn.cli;

import dev.tarn.application.OptionName;
import dev.tarn.application.QueryException;
import dev.tarn.application.QuestionException;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.graphstore.archive.ArchiveException;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.NearestName;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command: finds the verb, runs it, and turns every failure into one line and an exit code. */
public final class Tarn {
  private final Terminal terminal;

  Tarn(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command line; returns its exit code: 0 done, 1 could not, 2 wrong usage. */
  public int run(String... args) {
    List<String> words = verbFirst(args);
    if (words.isEmpty()) {
      HelpText.overview(terminal.out());
      return 0;
    }
    String first = words.get(0);
    List<String> rest = words.subList(1, words.size());
    switch (first) {
      case "help", "-h", "--help" -> {
        return help(rest);
      }
      case "-V", "--version" -> {
        return run(Verbs.named("version").orElseThrow(), rest);
      }
      default -> {}
    }
    Verbs.Entry entry = Verbs.named(first).orElse(null);
    if (entry == null) {
      return unknown(first);
    }
    return run(entry, rest);
  }

  private int help(List<String> topics) {
    if (topics.isEmpty()) {
      HelpText.overview(terminal.out());
      return 0;
    }
    Verbs.Entry entry = Verbs.named(topics.get(0)).orElse(null);
    return entry == null ? unknown(topics.get(0)) : run(entry, List.of("--help"));
  }

  private int unknown(String word) {
    String what = word.startsWith("-") ? "option before the verb" : "verb";
    error(
        "tarn: unknown "
            + what
            + " "
            + word
            + NearestName.suggestion(word, Verbs.names())
            + " (tarn help lists all)");
    return CommandException.USAGE;
  }

  private int run(Verbs.Entry entry, List<String> args) {
    Verb verb = entry.create().get();
    CommandLine line = new CommandLine(verb);
    line.setCommandName("tarn " + entry.name());
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(terminal.columns() > 0 ? Math.max(80, terminal.columns()) : 100);
    line.getCommandSpec()
        .usageMessage()
        .customSynopsis(("tarn " + entry.name() + " " + entry.arguments()).strip() + " [options]");
    line.setExpandAtFiles(false); // @file names a set of minima
    line.setOverwrittenOptionsAllowed(true);
    String name = "tarn " + entry.name() + ": ";
    try {
      line.parseArgs(args.toArray(new String[0]));
      if (line.isUsageHelpRequested()) {
        line.usage(terminal.out(), terminal.columns() > 0 ? Ansi.AUTO : Ansi.OFF);
        return 0;
      }
      verb.runOn(terminal);
      return 0;
    } catch (CommandLine.ParameterException e) {
      error(name + explain(e) + " (tarn help " + entry.name() + " shows all options)");
      return CommandException.USAGE;
    } catch (CommandException e) {
      return failed(name, e, e.exitCode(), verb.showsStackTrace());
    } catch (QuestionException e) {
      int exitCode = e.isMisuse() ? CommandException.USAGE : CommandException.FAILED;
      return failed(name, e, exitCode, verb.showsStackTrace());
    } catch (LandscapeStoreException | ArchiveException | UncheckedIOException e) {
      return failed(name, e, CommandException.FAILED, verb.showsStackTrace());
    } catch (OutOfMemoryError e) {
      error(name + "not enough memory; try TARN_JAVA_OPTIONS=-Xmx8g");
      return CommandException.FAILED;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return failed(
          name,
          e,
          CommandException.FAILED,
          verb.showsStackTrace() || System.getenv("TARN_STACKTRACE") != null);
    }
  }

  private int failed(String name, Throwable e, int exitCode, boolean stacktrace) {
    terminal.out().flush();
    error(name + oneLine(e));
    if (stacktrace) {
      e.printStackTrace(terminal.err());
    }
    return exitCode;
  }

  private void error(String line) {
    PrintStream err = terminal.err();
    err.println(line);
    err.flush();
  }

  /** What went wrong, in one line. */
  public static String oneLine(Throwable e) {
    Throwable shown = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    String message = Objects.requireNonNullElse(shown.getMessage(), "").strip();
    String text;
    if (shown instanceof NoSuchFileException) {
      text = message + ": no such file or folder";
    } else if (shown instanceof AccessDeniedException) {
      text = message + ": permission denied";
    } else if (shown instanceof QuestionException question) {
      text = question.worded(OptionName::flag);
    } else if (shown instanceof CommandException
        || shown instanceof LandscapeStoreException
        || shown instanceof ArchiveException
        || shown instanceof QueryException
        || shown instanceof IOException
        || (shown instanceof IllegalArgumentException && !message.isEmpty())) {
      text = message;
    } else {
      text =
          "internal error, please report it with the output of --stacktrace: "
              + shown.getClass().getSimpleName()
              + (message.isEmpty() ? "" : ": " + message);
    }
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Options of every verb may stand before it as well. */
  private static List<String> verbFirst(String[] args) {
    List<String> before = new ArrayList<>();
    int i = 0;
    while (i < args.length
        && (args[i].startsWith("--store")
            || args[i].equals("--json")
            || args[i].equals("--csv")
            || args[i].equals("--stacktrace"))) {
      before.add(args[i]);
      if (args[i].equals("--store") && i + 1 < args.length) {
        before.add(args[++i]);
      }
      i++;
    }
    List<String> words = new ArrayList<>(Arrays.asList(args).subList(i, args.length));
    words.addAll(Math.min(1, words.size()), before);
    return words;
  }

  private static String explain(CommandLine.ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        List<String> known = new ArrayList<>();
        for (OptionSpec option : e.getCommandLine().getCommandSpec().options()) {
          known.addAll(Arrays.asList(option.names()));
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return "unknown option " + name + NearestName.suggestion(name, known);
      }
      return "unexpected argument " + word;
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      List<String> names = missing.getMissing().stream().map(Tarn::label).toList();
      return "expected " + String.join(" and ", names) + ", found nothing";
    }
    return Objects.requireNonNullElse(e.getMessage(), "wrong usage").replaceAll("\\s*\\R\\s*", " ");
  }

  private static String label(@Nullable ArgSpec arg) {
    if (arg instanceof OptionSpec option) {
      return option.longestName() + " " + option.paramLabel();
    }
    return arg == null ? "an argument" : arg.paramLabel();
  }
}
