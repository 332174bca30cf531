package dev.tarn.cli;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.Question;
import dev.tarn.application.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A verb that asks one question about a landscape, or about a part of it, and prints the answer.
 *
 * @param <A> what the answer is
 */
abstract class AskingVerb<A extends Answer> extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Mixin ProjectionOptions part = new ProjectionOptions();

  @Override
  final void run(Terminal terminal) {
    Question<A> question = question();
    try (OpenLandscape open = open()) {
      Subject subject = new Subject(open.source(), part.projection());
      A answer = question.answer(subject);
      NamedValues values = values(open, answer);
      if (forPrograms()) {
        Json.write(subject.part().addTo(values), terminal);
        return;
      }
      announce(terminal, subject);
      print(terminal, open, answer);
    }
  }

  /** The question, from the options; wrong ones are refused before anything is opened. */
  abstract Question<A> question();

  /** Opens the landscape. */
  OpenLandscape open() {
    return OpenLandscape.read(storeLocation(), name);
  }

  /** The answer for programs; a verb that draws does so here and adds the file. */
  NamedValues values(OpenLandscape open, A answer) {
    return answer.values();
  }

  /** The answer for people, and what they usually want next. */
  abstract void print(Terminal terminal, OpenLandscape open, A answer);
}
