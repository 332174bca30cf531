package dev.tarn.cli.verb;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.Projection;
import dev.tarn.application.Question;
import dev.tarn.application.Subject;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Terminal;

/**
 * A verb that asks one question about a landscape and prints the answer.
 *
 * @param <A> what the answer is
 */
public abstract class AskingVerb<A extends Answer> extends Verb {

  @Override
  protected final void run(Terminal terminal) {
    Question<A> question = question();
    try (OpenLandscape open = open()) {
      Subject subject = new Subject(open.source(), projection());
      A answer = question.answer(subject);
      NamedValues values = values(open, answer);
      if (forPrograms()) {
        Json.write(subject.part().addTo(values), terminal);
        return;
      }
      String left = subject.part().describe();
      if (!left.isEmpty()) {
        terminal.out().println(left + "\n");
      }
      print(terminal, open, answer);
    }
  }

  /** The question, from the options; wrong ones are refused before anything is opened. */
  protected abstract Question<A> question();

  /** What the person calls the landscape. */
  protected abstract String name();

  /** Which part of it is meant. */
  protected Projection projection() {
    return Projection.NONE;
  }

  /** Opens the landscape. */
  protected OpenLandscape open() {
    return OpenLandscape.read(storeLocation(), name());
  }

  /** The answer for programs; a verb that draws does so here and adds the file. */
  protected NamedValues values(OpenLandscape open, A answer) {
    return answer.values();
  }

  /** The answer for people, and what they usually want next. */
  protected abstract void print(Terminal terminal, OpenLandscape open, A answer);
}
