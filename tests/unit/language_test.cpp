#include "text/language.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

using recto::Locale;
using recto::Mixture;

Mixture read(const std::string& text, const std::string& translation,
             const std::string& source = "en") {
  const recto::LanguageReader reader(*recto::parse_locale(source),
                                     *recto::parse_locale(translation));
  return reader.read(text, {recto::span_at(0, text.size())});
}

TEST_CASE("English prose has signs of English for readers of any other language") {
  const std::string text = "The keeper notes what the weather is and waits for those who are late.";
  for (const std::string locale : {"fr", "de", "es", "vi", "id", "tr", "ja", "ar", "ru", "sw"}) {
    INFO(locale);
    const Mixture mixture = read(text, locale);
    REQUIRE(mixture.stretches.size() == 1);
    CHECK(mixture.signs == 0);
    CHECK(recto::source_signs(mixture) >= 5);
  }
}

TEST_CASE("prose in the language of the translation has none of the source's") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"fr", "Le gardien note le temps qu’il fait et attend les navires en retard."},
      {"de", "Der Wärter notiert das Wetter und wartet auf die Schiffe, die spät kommen."},
      {"es", "El guardián anota el tiempo que hace y espera a los barcos que llegan tarde."},
      {"vi", "Người gác đèn ghi lại thời tiết và chờ những con tàu đến muộn."},
      {"ja", "灯台守は天気を書き留め、遅れて来る船を待ちます。"},
      {"ru", "Смотритель записывает погоду и ждёт корабли, которые опаздывают."},
  };
  for (const auto& [locale, text] : texts) {
    INFO(locale);
    const Mixture mixture = read(text, locale);
    CHECK(recto::source_signs(mixture) == 0);
    CHECK(mixture.signs >= 3);
  }
}

TEST_CASE("a text that is half English divides where the language changes") {
  const std::string text = "Le gardien allume la lampe. Then he waits for those who are late.";
  const Mixture mixture = read(text, "fr");
  REQUIRE(mixture.stretches.size() == 1);
  const std::string stretch(recto::slice(text, mixture.stretches[0].span));
  CHECK(stretch == "lampe. Then he waits for those who are late");
}

TEST_CASE("a third language is named by its small words") {
  const Mixture mixture =
      read("El barco sale a las seis y vuelve cuando la marea está alta en el puerto.", "ja");
  CHECK(recto::language_tag(mixture.other) == "es");
  CHECK(mixture.other_signs >= 5);
}

TEST_CASE("a neighbouring language is told apart by the words that the two do not share") {
  const Mixture mixture = read(
      "O faroleiro acende a lâmpada ao anoitecer e não dorme até que os navios cheguem à baía.",
      "es");
  CHECK(recto::language_tag(mixture.other) == "pt");
  CHECK(mixture.other_signs >= 4);
  CHECK(mixture.signs == mixture.shared_signs);
}

TEST_CASE("names of code are no words of a language") {
  const Mixture mixture = read("Ouvrez is-not-for.you et has_been(x) dans v2-that/with.", "fr");
  CHECK(recto::source_signs(mixture) == 0);
}

TEST_CASE("text in a script that neither language writes is foreign") {
  CHECK(recto::is_in_foreign_script(read("フェリーは朝に出ます。", "zh")));
  CHECK(!recto::is_in_foreign_script(
      read("渡轮早上六点出发，驶向「フェリー」码头，请提前买票。", "zh")));
  CHECK(recto::is_in_foreign_script(read("Смотритель ждёт корабли.", "vi")));
}

TEST_CASE("what a text is written in is told by its letters and small words", "[language]") {
  CHECK(recto::likely_language(
            "The kettle is on the stove, and it has been there for a long time.") == "en");
  CHECK(recto::likely_language(
            "Der Kessel steht auf dem Herd, und das ist er, seit wir ihn haben.") == "de");
  CHECK(recto::likely_language("Чайник стоит на плите, и это не так, как было, но он уже там.") ==
        "ru");
  CHECK(recto::likely_language("やかんはコンロの上にあります。kettle boil") == "ja");
  CHECK(recto::likely_language("水壶在炉子上。`kettle --boil`") == "zh");
  CHECK(recto::likely_language("주전자는 난로 위에 있습니다.") == "ko");
  CHECK(recto::likely_language("kettle boil").empty());
  CHECK(recto::likely_language("").empty());
}

}  // namespace
