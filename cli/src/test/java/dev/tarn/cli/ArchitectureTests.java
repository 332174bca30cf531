package dev.tarn.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tarn.cli.verb.Verb;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, over every module of the reactor. */
@AnalyzeClasses(
    packages = "dev.tarn",
    importOptions = {DoNotIncludeTests.class, ArchitectureTests.NoTestJars.class})
class ArchitectureTests {

  /** The vocabulary's tests come as a jar once it is packaged. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String LANDSCAPE = "dev.tarn.landscape..";
  private static final String POTENTIALS = "dev.tarn.potentials..";
  private static final String EXPLORER = "dev.tarn.explorer..";
  private static final String LEARNING = "dev.tarn.learning..";
  private static final String GRAPH_STORE = "dev.tarn.graphstore..";
  private static final String ANALYTICS = "dev.tarn.analytics..";
  private static final String APPLICATION = "dev.tarn.application..";
  private static final String RUN_FILES = "dev.tarn.application.runfile";
  private static final String CYPHER = "dev.tarn.cypher..";
  private static final String CLI = "dev.tarn.cli..";
  private static final String CATALOGUE = "dev.tarn.potentials.catalogue";

  /** The catalogue is a list that verbs may show. */
  private static final DescribedPredicate<JavaClass> COMPUTING =
      resideInAnyPackage(ANALYTICS, EXPLORER, LEARNING, POTENTIALS)
          .and(not(resideInAPackage(CATALOGUE)));

  private static final DescribedPredicate<JavaAccess<?>> STARTS_A_COMPUTATION =
      DescribedPredicate.describe(
          "a constructor or static method of a computing module",
          access ->
              COMPUTING.test(access.getTargetOwner())
                  && access instanceof JavaCodeUnitAccess<?> call
                  && call.getTarget()
                      .resolveMember()
                      .map(ArchitectureTests::makesSomething)
                      .orElse(true));

  private static boolean makesSomething(JavaCodeUnit unit) {
    return unit.isConstructor() || unit.getModifiers().contains(JavaModifier.STATIC);
  }

  @ArchTest
  static final ArchRule landscapeUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage(LANDSCAPE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(LANDSCAPE, "java..", "org.jspecify..")
          .because("every module speaks this vocabulary, so it must not drag a library into any");

  @ArchTest
  static final ArchRule potentialsKnowOnlyTheVocabulary =
      module(POTENTIALS, LANDSCAPE)
          .because("a function does not care how it is searched: users write their own");

  @ArchTest
  static final ArchRule explorerKnowsOnlyPotentials =
      module(EXPLORER, LANDSCAPE, POTENTIALS)
          .because(
              "finding must run where no database is, on a cluster's worker, in a test; and it must"
                  + " know no model of learning");

  @ArchTest
  static final ArchRule learningKnowsOnlyPotentialsAndTheExplorer =
      module(LEARNING, LANDSCAPE, POTENTIALS, EXPLORER)
          .because("a model is a potential, and brings campaigns of its own where it needs one");

  @ArchTest
  static final ArchRule searchesAreInLayers =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.tarn.explorer.search..")
          .layer("linear")
          .definedBy("dev.tarn.explorer.search.linear")
          .layer("stationary")
          .definedBy("dev.tarn.explorer.search.stationary")
          .layer("minimise")
          .definedBy("dev.tarn.explorer.search.minimise")
          .layer("saddle")
          .definedBy("dev.tarn.explorer.search.saddle")
          .whereLayer("linear")
          .mayOnlyBeAccessedByLayers("stationary", "minimise", "saddle")
          .whereLayer("stationary")
          .mayOnlyBeAccessedByLayers("minimise", "saddle")
          .whereLayer("minimise")
          .mayOnlyBeAccessedByLayers("saddle")
          .whereLayer("saddle")
          .mayNotBeAccessedByAnyLayer()
          .because("a layer can be read knowing only those below it");

  @ArchTest
  static final ArchRule graphStoreKnowsOnlyTheVocabulary =
      module(GRAPH_STORE, LANDSCAPE)
          .because("keeping does not care who found a point or what will be computed from it");

  @ArchTest
  static final ArchRule analyticsKnowsOnlyTheVocabulary =
      module(ANALYTICS, LANDSCAPE)
          .because("computing needs a Network, wherever that was read from");

  @ArchTest
  static final ArchRule applicationIsBelowThoseWhoAsk =
      noClasses()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CYPHER, CLI)
          .because("a question is the same whether a person, a query or a program asks it");

  @ArchTest
  static final ArchRule thoseWhoAskDoNotCompute =
      noClasses()
          .that()
          .resideInAnyPackage(CYPHER, CLI)
          .should()
          .accessTargetWhere(STARTS_A_COMPUTATION)
          .because(
              "verbs and procedures show results; whoever needs a search or an algorithm asks the"
                  + " application, which is then there for all. Results are records beside the"
                  + " algorithms, so reading one is allowed and making one is not");

  @ArchTest
  static final ArchRule noVerbUsesAnother =
      classes()
          .that(are(aVerb()))
          .should(useNoVerbButThemselves())
          .because("what two verbs need is a question, or a way to show an answer");

  @ArchTest
  static final ArchRule packagesCanBeOverseen =
      classes()
          .that()
          .resideInAnyPackage(APPLICATION, CYPHER, CLI)
          .should(resideInAPackageOfAtMost(30))
          .because("nobody finds a class among more than thirty");

  @ArchTest
  static final ArchRule cypherIsBelowTheCommand =
      noClasses()
          .that()
          .resideInAPackage(CYPHER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI)
          .because("procedures must run in a server that has no command line");

  @ArchTest
  static final ArchRule neo4jOnlyBehindTheStoreAndInCypher =
      only("org.neo4j..", GRAPH_STORE, CYPHER)
          .because("the database can then be replaced, and verbs that need none never load it");

  @ArchTest
  static final ArchRule jgraphtOnlyInAnalytics =
      only("org.jgrapht..", ANALYTICS)
          .because("everybody else hands over a Network and gets records back");

  @ArchTest
  static final ArchRule communityLibraryOnlyInAnalytics =
      only("nl.cwts..", ANALYTICS).because("one library, one module");

  @ArchTest
  static final ArchRule csvLibraryOnlyInLearning =
      only("de.siegmar..", LEARNING)
          .because("one library, one module; tables are written without one");

  @ArchTest
  static final ArchRule bitmapLibraryOnlyInTheExplorer =
      only("org.roaringbitmap..", EXPLORER).because("one library, one module");

  @ArchTest
  static final ArchRule jacksonOnlyForArchivesRunFilesAndTheCommand =
      only("com.fasterxml..", GRAPH_STORE, RUN_FILES, CLI)
          .because("JSON and YAML are formats of files and of the command, not of the science");

  @ArchTest
  static final ArchRule picocliOnlyInTheCommand =
      only("picocli..", CLI).because("one library, one module");

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      slices()
          .matching("dev.tarn.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that can be read alone can be understood alone");

  @ArchTest
  static final ArchRule everyPackageIsIntroduced =
      classes()
          .that(not(resideInAPackage("dev.tarn")))
          .should(resideInAnIntroducedPackage())
          .because(
              "package-info.java defines the terms of its package and switches null checks on");

  @ArchTest
  static final ArchRule theCoreNeverPrints =
      noClasses()
          .that(resideInAnyPackage(LANDSCAPE, POTENTIALS, EXPLORER, LEARNING, ANALYTICS))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.logging..")
          .allowEmptyShould(true)
          .because("the numeric core returns what it has to say; only the command talks to people");

  @ArchTest
  static final ArchRule formattingNamesItsLocale =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a decimal comma in a JSON file is a bug that shows only on other machines");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
          .because("such a name hides that nobody decided what the class is for");

  @ArchTest
  static final ArchRule noMutableStatics =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("two landscapes may be open in one process");

  private static DescribedPredicate<JavaClass> aVerb() {
    return DescribedPredicate.describe(
        "verbs",
        type ->
            type.isAssignableTo(Verb.class)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.isTopLevelClass());
  }

  private static ArchCondition<JavaClass> useNoVerbButThemselves() {
    return new ArchCondition<>("use no verb but themselves") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(to -> aVerb().test(to.getTargetClass()) && !to.getTargetClass().equals(item))
            .forEach(to -> events.add(SimpleConditionEvent.violated(to, to.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInAPackageOfAtMost(int most) {
    return new ArchCondition<>("reside in a package of at most " + most + " classes") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        long size =
            item.getPackage().getClasses().stream().filter(JavaClass::isTopLevelClass).count();
        events.add(
            new SimpleConditionEvent(
                item, size <= most, item.getPackageName() + " has " + size + " classes"));
      }
    };
  }

  private static ArchRule module(String module, String... mayUse) {
    String[] allowed = new String[mayUse.length + 1];
    allowed[0] = module;
    System.arraycopy(mayUse, 0, allowed, 1, mayUse.length);
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(resideInAPackage("dev.tarn..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }

  private static ArchRule only(String library, String... modules) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(modules)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static ArchCondition<JavaClass> resideInAnIntroducedPackage() {
    return new ArchCondition<>("reside in a package with an annotated package-info.java") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean introduced = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                item, introduced, item.getFullName() + ": its package has no package-info.java"));
      }
    };
  }
}
