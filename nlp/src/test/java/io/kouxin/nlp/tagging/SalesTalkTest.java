package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.SalesTalk.Loan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries borrow of the topics that are about the same. */
class SalesTalkTest {
  private static Encoder encoder;

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open(Locale.CHINESE);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static List<Loan> loans(String phrases) {
    var said = Stream.of(phrases.split("，")).map(encoder::encode).toList();
    var weights = new Weights();
    said.forEach(p -> weights.add(p.tokens().stream().map(PhraseMeaning::gram).toList()));
    return SalesTalk.chinese()
        .loans(
            said.stream()
                .map(p -> PhraseMeaning.of(p, weights, Centres.of(Tongue.CHINESE)))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "发货总是拖，货等了一个月还没到, delivery-overdue",
    "怕资料泄露出去，数据放别人那里不踏实, data-security-worry",
    "领导一直约不上，说了算的人不露面, no-access-to-decider",
    "运输途中化了，温度没保住, cold-chain"
  })
  void an_entry_borrows_of_the_topics_that_say_the_same(String phrases, String topic) {
    assertThat(loans(phrases))
        .extracting(loan -> SalesTalk.chinese().topics().get(loan.topic()).id())
        .contains(topic);
  }

  @Test
  void what_an_entry_borrows_adds_up_to_one_and_the_nearest_gives_most() {
    List<Loan> loans = loans("发货总是拖，货等了一个月还没到");
    assertThat(loans)
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    assertThat(loans.stream().mapToDouble(Loan::share).sum()).isCloseTo(1, within(1e-9));
  }

  /** The gists are made from the wordings; whoever changes those has to make them anew. */
  @Test
  void there_is_a_gist_for_each_topic_and_it_points_at_its_own_wordings() {
    SalesTalk talk = SalesTalk.chinese();
    assertThat(talk.topics()).hasSameSizeAs(SalesTalk.wordings().keySet());
    assertThat(talk.topics())
        .allSatisfy(
            topic -> {
              double[] gist = new double[topic.gist().length];
              Arrays.setAll(gist, i -> topic.gist()[i]);
              assertThat(Arrays.stream(gist).map(x -> x * x).sum()).isCloseTo(1, within(1e-3));
            });
    int last = talk.topics().size() - 1;
    for (int t : List.of(0, last / 2, last)) {
      List<Loan> own = loans(String.join("，", talk.topics().get(t).wordings()));
      assertThat(own.getFirst().topic()).isEqualTo(t);
    }
  }
}
