package io.kouxin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rule: arrows point to what knows less, and every package is a room or lies in one. */
class RoomsTest {
  private static final ApplicationModules ROOMS =
      ApplicationModules.of(BotApplication.class, new ImportOption.DoNotIncludeTests());

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kouxin");

  @Test
  void arrows_point_to_what_knows_less() {
    assertThat(ROOMS.stream().count()).as("rooms that verify() sees").isGreaterThan(20);
    ROOMS.verify();
  }

  @Test
  void pictures_of_the_rooms_are_drawn_by_the_build() {
    new Documenter(ROOMS, Documenter.Options.defaults().withOutputFolder("target/rooms"))
        .writeModulesAsPlantUml()
        .writeIndividualModulesAsPlantUml()
        .writeModuleCanvases();
    assertThat(java.nio.file.Path.of("target/rooms/components.puml")).isNotEmptyFile();
  }

  @Test
  void every_package_is_a_room_or_lies_in_one() {
    List<String> outside =
        packages()
            .filter(
                name -> rooms().noneMatch(room -> name.equals(room) || name.startsWith(room + ".")))
            .toList();
    assertThat(outside).as("packages without @ApplicationModule above them").isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(packages().filter(name -> !isMarked(name)).toList()).isEmpty();
  }

  @Test
  void the_root_holds_nothing_but_the_application() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getPackageName().equals("io.kouxin"))
                .map(JavaClass::getSimpleName))
        .containsExactly("BotApplication");
  }

  @Test
  void no_room_is_named_after_nothing() {
    Set<String> nothing = Set.of("common", "util", "core", "shared", "service");
    assertThat(packages().filter(name -> nothing.contains(name.replaceFirst(".*\\.", ""))))
        .isEmpty();
  }

  /** Packages that hold classes; the root does not count. */
  private static Stream<String> packages() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals("io.kouxin"))
        .distinct()
        .sorted();
  }

  private static Stream<String> rooms() {
    return packages().filter(name -> isAnnotated(name, ApplicationModule.class));
  }

  private static boolean isMarked(String name) {
    return isAnnotated(name, NullMarked.class);
  }

  private static boolean isAnnotated(
      String name, Class<? extends java.lang.annotation.Annotation> with) {
    JavaPackage found = CLASSES.getPackage(name);
    return found.isAnnotatedWith(with);
  }
}
