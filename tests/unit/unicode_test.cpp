#include "text/unicode.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/excerpt.h"

using namespace recto;

namespace {

const Locale kEnglish{.language = "en"};
const Locale kTurkish{.language = "tr"};

std::vector<std::string> words(const std::string& text, const std::string& language) {
  std::vector<std::string> result;
  for (const Span span : word_spans(text, Locale{.language = language})) {
    result.emplace_back(slice(text, span));
  }
  return result;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("unicode: code points are read in both directions", "[unicode]") {
  const std::string text = "aé中😀";
  std::vector<char32_t> forwards;
  for (std::size_t at = 0; at < text.size();) forwards.push_back(next_code_point(text, at));
  CHECK(forwards == std::vector<char32_t>{U'a', U'é', U'中', U'😀'});
  std::vector<char32_t> backwards;
  for (std::size_t at = text.size(); at > 0;) backwards.push_back(previous_code_point(text, at));
  CHECK(backwards == std::vector<char32_t>{U'😀', U'中', U'é', U'a'});
  std::string again;
  for (const char32_t c : forwards) append_utf8(again, c);
  CHECK(again == text);
}

TEST_CASE("unicode: what is not UTF-8 is found and read as a replacement", "[unicode]") {
  CHECK_FALSE(first_invalid_utf8("zwölf Boxkämpfer"));
  CHECK(first_invalid_utf8("ab\xC3") == 2U);
  CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1U);  // a surrogate
  std::size_t at = 1;
  CHECK(next_code_point("a\xFF", at) == 0xFFFD);
  CHECK(at == 2);
  CHECK(previous_code_point("a\xFF", at) == 0xFFFD);
  CHECK(at == 1);
}

TEST_CASE("unicode: every function survives any bytes", "[unicode]") {
  std::string bytes;
  for (int round = 0; round < 4; ++round) {
    for (int value = 0; value < 256; ++value) {
      bytes += static_cast<char>((value * 7 + round * 31) % 256);
    }
  }
  CHECK(count_code_points(bytes) > 0);
  CHECK(display_width(bytes) > 0);
  CHECK_FALSE(nfc(bytes).empty());
  CHECK_FALSE(folded(bytes).empty());
  CHECK_FALSE(without_marks(bytes).empty());
  CHECK_FALSE(lower_case(bytes, kTurkish).empty());
  for (const char* language : {"en", "th", "ja", "ko"}) {
    for (const Span span : word_spans(bytes, Locale{.language = language})) {
      CHECK(span.begin < span.end);
      CHECK(span.end <= bytes.size());
    }
  }
  CHECK_NOTHROW(is_nfc(bytes));
}

TEST_CASE("unicode: letters are told from what stands beside them", "[unicode]") {
  struct Range {
    char32_t first;
    char32_t last;
    Script script;
  };
  const std::vector<Range> ranges = {
      {U'À', U'Ö', Script::latin},      {U'Ø', U'ö', Script::latin},
      {U'ø', U'ɏ', Script::latin},      {U'Ѐ', U'ҁ', Script::cyrillic},
      {U'ف', U'ي', Script::arabic},     {U'Ḁ', U'ỿ', Script::latin},
      {U'ぁ', U'ゖ', Script::hiragana}, {U'ァ', U'ヺ', Script::katakana},
      {U'一', U'鿼', Script::han},     {U'가', U'힣', Script::hangul}};
  for (const auto& [first, last, script] : ranges) {
    for (const char32_t c : {first, last}) {
      CHECK(script_of(c) == script);
      CHECK(is_letter(c));
      CHECK(character_kind(c) == CharacterKind::letter);
    }
  }
  for (const char32_t c : std::u32string(U"×÷҂・゠。")) CHECK_FALSE(is_letter(c));
  CHECK(script_of(0x0640) == Script::common);  // the stretching of a line
}

TEST_CASE("unicode: what composes is composed among letters that do not", "[unicode]") {
  CHECK(nfc("tiê\u0301ng Viê\u0323t") == "tiếng Việt");
  CHECK(nfc("か\u3099") == "が");
  CHECK(nfc("가\u11A8") == "각");
  CHECK(folded("TIÊ\u0301NG") == "tiếng");
}

TEST_CASE("unicode: short ways agree with ICU's long ones for every character", "[unicode]") {
  // A Thai letter is neither composed nor folded, and never read the short way.
  constexpr std::string_view kThai = "ก";
  for (char32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    CAPTURE(text);
    CHECK(nfc(text) + std::string(kThai) == nfc(text + std::string(kThai)));
    CHECK(folded(text) + std::string(kThai) == folded(text + std::string(kThai)));
    for (const char* before : {"a", "か", "가", "ي"}) CHECK(is_nfc(nfc(before + text)));
  }
}

TEST_CASE("unicode: case follows the language", "[unicode]") {
  CHECK(lower_case("ISTANBUL", kEnglish) == "istanbul");
  CHECK(lower_case("ISTANBUL", kTurkish) == "ıstanbul");
  CHECK(lower_case("ΟΔΟΣ", Locale{.language = "el"}) == "οδος");
  CHECK(folded("Straße") == folded("STRASSE"));
}

TEST_CASE("unicode: composed and decomposed text are the same in NFC", "[unicode]") {
  CHECK(nfc("ho\u0301a") == "hóa");
  CHECK_FALSE(is_nfc("ho\u0301a"));
  CHECK(is_nfc("hóa"));
  CHECK(folded("HO\u0301A") == "hóa");
}

TEST_CASE("unicode: marks are taken off, letters stay", "[unicode]") {
  CHECK(without_marks("hóa") == "hoa");
  CHECK(without_marks("hoà") == "hoa");
  CHECK(without_marks("đường") == "đuong");
  CHECK(without_marks("한국") == "한국");
}

TEST_CASE("unicode: wide characters take two cells, marks none, an emoji two", "[unicode]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("ho\u0301a") == 3);
  CHECK(display_width("한국어") == 6);
  CHECK(display_width("🧑‍🍳") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("🇻🇳") == 2);
  CHECK(display_width("สวัสดี") == 4);
}

TEST_CASE("unicode: characters are told apart", "[unicode]") {
  CHECK(is_letter(U'đ'));
  CHECK(is_letter(U'中'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_mark(0x0301));
  CHECK(is_upper(U'Đ'));
  CHECK(is_lower(U'đ'));
  CHECK(is_space(0x00A0));
  CHECK(is_space(0x3000));
  CHECK(is_punctuation(U'。'));
  CHECK(is_punctuation(U'$'));
  CHECK(is_control(0x200B));
  CHECK(is_emoji(U'😀'));
  CHECK_FALSE(is_emoji(U'1'));
  CHECK(digit_value(0x0665) == 5);
  CHECK(digit_value(0xFF12) == 2);
  CHECK_FALSE(digit_value(U'a'));
  CHECK(is_right_to_left(U'ع'));
  CHECK_FALSE(is_right_to_left(U'a'));
}

TEST_CASE("unicode: a language has its scripts, and Latin", "[unicode]") {
  const Locale japanese{.language = "ja"};
  CHECK(writes_in(japanese, script_of(U'中')));
  CHECK(writes_in(japanese, script_of(U'カ')));
  CHECK(writes_in(japanese, script_of(U'A')));
  CHECK_FALSE(writes_in(japanese, script_of(U'한')));
  CHECK_FALSE(writes_in(Locale{.language = "ko"}, script_of(U'中')));
  CHECK_FALSE(writes_in(Locale{.language = "fr"}, script_of(U'д')));
  CHECK(writes_in(Locale{.language = "sr"}, script_of(U'д')));
  CHECK_FALSE(writes_in(Locale{.language = "sr", .script = "Latn"}, script_of(U'д')));
  CHECK(writes_in(Locale{.language = "bn"}, Script::other));
}

TEST_CASE("unicode: words keep apostrophes and dots inside, hyphens part them", "[unicode]") {
  CHECK(words("l'API, d’OpenAI", "fr") == Words{"l'API", "d’OpenAI"});
  CHECK(words("well-known", "en") == Words{"well", "known"});
  CHECK(words("Node.js 3.14, 50,000.", "en") == Words{"Node.js", "3.14", "50,000"});
  CHECK(words("'quoted'", "en") == Words{"quoted"});
  CHECK(words("ho\u0301a.", "vi") == Words{"ho\u0301a"});
  CHECK(words("OpenAI의 모델", "ko") == Words{"OpenAI의", "모델"});
  CHECK(words("随着ChatGPT迅速", "en") == Words{"随着", "ChatGPT", "迅速"});
  CHECK(words("می\u200Cخواهم\u200C", "fa") == Words{"می\u200Cخواهم"});
  CHECK(words("", "en").empty());
  CHECK(words("—…!", "en").empty());
}

TEST_CASE("unicode: scripts without blanks are split by dictionary", "[unicode]") {
  CHECK(words("สวัสดีชาวโลก", "th") == Words{"สวัสดี", "ชาว", "โลก"});
  CHECK(words("今天天气很好", "zh").size() > 2);
  CHECK(words("Latin only", "ja") == Words{"Latin", "only"});
}

TEST_CASE("unicode: old character sets are converted", "[unicode]") {
  CHECK(converted_to_utf8("caf\xE9", "ISO8859-1") == "café");
  CHECK(converted_to_utf8("\xC4\xC1", "KOI8-R") == "да");
  CHECK_FALSE(converted_to_utf8("x", "no-such-charset"));
}

TEST_CASE("scripts: both tables of languages say whether one is written in Latin letters") {
  using recto::Script;
  for (const char* tag :
       {"ja", "ja-Jpan", "ko-Kore", "hi-Deva", "sa", "mai", "tg", "tt", "yi", "sr-Cyrl", "bn",
        "bn-Beng", "am", "dv", "el-Grek", "th-Thai", "zh-Hani"}) {
    INFO(tag);
    const recto::Locale locale = *recto::parse_locale(tag);
    CHECK_FALSE(recto::is_written_in_latin(locale));
    const bool has_own = [&] {
      for (const Script script :
           {Script::greek, Script::cyrillic, Script::arabic, Script::hebrew, Script::devanagari,
            Script::thai, Script::han, Script::hangul, Script::other}) {
        if (recto::writes_in(locale, script)) return true;
      }
      return false;
    }();
    CHECK(has_own);
  }
  CHECK(recto::writes_in(*recto::parse_locale("ja-Jpan"), Script::katakana));
  CHECK_FALSE(recto::writes_in(*recto::parse_locale("sr-Latn"), Script::cyrillic));
  CHECK_FALSE(recto::writes_in(*recto::parse_locale("vi"), Script::other));
}

TEST_CASE("unicode: a language has an alphabet", "[unicode]") {
  CHECK(alphabet(Locale{.language = "vi"}).find(U'ờ') != std::u32string::npos);
  CHECK(alphabet(Locale{.language = "fr"}).find(U'é') != std::u32string::npos);
  CHECK(alphabet(Locale{.language = "ru"}).find(U'ё') != std::u32string::npos);
  CHECK(alphabet(Locale{.language = "fr"}).find(U'ờ') == std::u32string::npos);
}

TEST_CASE("two long texts are quoted from a little before what differs") {
  const std::string common(100, 'x');
  CHECK(recto::short_quotes("tea", "cups") == std::pair<std::string, std::string>("tea", "cups"));
  const auto [left, right] =
      recto::short_quotes(common + " one two 1988", common + " one two 1989");
  CHECK(left == "...one two 1988");
  CHECK(right == "...one two 1989");
  // No blank to cut at, and none between the bytes of a letter.
  std::string letters;
  for (int i = 0; i < 60; ++i) letters += "\u8336";
  const auto quotes = recto::short_quotes(letters + "1", letters + "2");
  CHECK(!recto::first_invalid_utf8(quotes.first));
  CHECK(quotes.first.ends_with("\u83361"));
}
