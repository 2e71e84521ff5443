#include "text/numbers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "harness.h"

// What numbers are worth in the writing of each language, and which differences are changes.

using namespace recto;

namespace {

const Locale kEnglish{.language = "en"};

/// The likeliest reading of each number of `text`, as digits.
std::vector<std::string> values(const std::string& text, const std::string& tag) {
  std::vector<std::string> result;
  for (const Number& number : number_reader(*parse_locale(tag)).numbers(text, Separators::own)) {
    result.push_back(written_out(number.values.front()) + (number.is_loose ? "?" : ""));
  }
  return result;
}

using Values = std::vector<std::string>;

struct Reading {
  std::string locale;
  std::string text;
  Values values;
};

struct Sentence {
  std::string locale;
  std::string source;
  std::string translation;
};

/// The messages of number/changed about that pair, hints included.
std::vector<std::string> messages(const Sentence& sentence) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic :
       testing::diagnostics({sentence.source, sentence.translation, sentence.locale})) {
    if (diagnostic.rule == "number/changed") result.push_back(diagnostic.message);
  }
  return result;
}

}  // namespace

TEST_CASE("numbers: separators, digits and magnitudes are read as the language writes them") {
  const std::vector<Reading> readings = {
      {"en", "50,000 of 1.5 and 12,345.67", {"50000", "1.5", "12345.67"}},
      {"vi", "50.000 trong 1,5 và 12.345,67", {"50000", "1.5", "12345.67"}},
      {"fr", "50\u202F000 et 1,5 sur 12 345", {"50000", "1.5", "12345"}},
      {"de", "50.000 und 1,5 von 12.345", {"50000", "1.5", "12345"}},
      {"de-CH", "50’000 und 1.5", {"50000", "1.5"}},
      {"en-IN", "12,34,567 rupees, 5 lakh, 2 crore", {"1234567", "500000", "20000000"}},
      {"hi", "5 करोड़", {"50000000"}},
      {"zh-CN", "5万兆瓦时，3兆", {"50000", "3000000"}},
      {"ar", "٥٠٬٠٠٠ و ١٫٥ مليون", {"50000", "1500000"}},
      {"fa", "۵۰٬۰۰۰ و ۳ میلیارد", {"50000", "3000000000"}},
      {"ja", "1億5千万人と３００円、2兆", {"150000000", "300", "2000000000000"}},
      {"ja", "1万2000と1.5億", {"12000", "150000000"}},
      {"zh", "1.5 亿和130 万，5万亿，3百", {"150000000", "1300000", "5000000000000", "300"}},
      {"zh", "5千克和3千米", {"5", "3"}},
      {"zh-Hant", "5萬和3億", {"50000", "300000000"}},
      {"ko", "6천9백만 명, 5만명, 3조", {"69000000", "50000", "3000000000000"}},
      {"ko",
       "1조 2천억, 3만 5천, 1억 2,000만, 6천 9백만",
       {"1200000000000", "35000", "120000000", "69000000"}},
      {"vi", "1 tỷ 200 triệu đồng, 3 triệu 20 người", {"1200000000", "3000000", "20"}},
      {"th", "5 ล้าน, 3 หมื่น", {"5000000", "30000"}},
      {"vi", "5 nghìn tỷ, 3 triệu rưỡi, 2 tỉ", {"5000000000000", "3500000", "2000000000"}},
      {"es", "5 mil millones y 2 billones", {"5000000000", "2000000000000"}},
      {"de", "3 Milliarden, 2 Mrd. und 4 Mio. Euro", {"3000000000", "2000000000", "4000000"}},
      {"ru", "5 миллиардов и 3 млн, 2 миллионами", {"5000000000", "3000000", "2000000"}},
      {"id", "5 miliar dan 3 juta", {"5000000000", "3000000"}},
      {"tr", "%50, 3 milyar", {"50", "3000000000"}},
      {"en",
       "$500B, 43.2k, 7M+, 5-million, 10x, x3",
       {"500000000000", "43200", "7000000", "5000000", "10", "3"}},
      {"en", "1990s, 21st, 5GB, 2024-06-03", {"1990", "21", "5", "2024", "6", "3"}},
      {"en", "1.2.3 on 10.0.0.1", {"1", "2", "3", "10", "0", "0", "1"}},
  };
  for (const Reading& reading : readings) {
    INFO(reading.locale << ": " << reading.text);
    CHECK(values(reading.text, reading.locale) == reading.values);
  }
}

TEST_CASE("numbers: parts of names, addresses and fractions are loose") {
  for (const std::string text : {"GPT-4", "UTF-8", "H.264", "/v2", "api-v2", "24/7", "0x1F", "3f2a",
                                 "x86_64", "a@b=5", "COVID-19", "n^2"}) {
    INFO(text);
    for (const std::string& value : values(text, "en")) CHECK(value.back() == '?');
  }
}

TEST_CASE("numbers: a text full of digits is read in one pass") {
  std::string digits;
  for (int i = 0; i < 20000; ++i) digits += "1,";
  CHECK(number_reader(kEnglish).numbers(digits, Separators::either).size() == 20000);
  CHECK(number_reader(kEnglish).numbers(std::string(100000, '7'), Separators::own).empty());
}

TEST_CASE("numbers: a slip changes one digit, swaps two or moves the point") {
  CHECK(is_slip(50000, 5000));
  CHECK(is_slip(2024, 2042));
  CHECK(is_slip(160, 161));
  CHECK(is_slip(1.5, 15));
  CHECK(is_slip(1.7, 7.1));
  CHECK(is_slip(12, 123));
  CHECK_FALSE(is_slip(2024, 2024));
  CHECK_FALSE(is_slip(300, 2));
  CHECK_FALSE(is_slip(2019, 2031));
}

TEST_CASE("number/changed: what translators do with numbers is no change") {
  const std::vector<Sentence> sentences = {
      {"vi", "The dam holds 50,000 litres.", "Con đập chứa 50.000 lít nước."},
      {"vi", "The dam holds 50,000 litres.", "Con đập chứa 50,000 lít nước."},
      {"vi", "It grew 10x, to $500B.", "Nó tăng 10 lần, lên 500 tỷ đô la."},
      {"vi", "On June 3, 2024, 250 people came.", "Ngày 3 tháng 6 năm 2024, 250 người đã đến."},
      {"ja", "On June 3, 2024, 250 people came.", "2024年6月3日、250人が訪れました。"},
      {"ja", "Two of the 30 boats have 2,500 litres.", "30隻のうち2つには2500リットルあります。"},
      {"ja", "The prize is 150 million yen.", "賞金は1億5千万円です。"},
      {"ko", "About 69 million people live here.", "약 6천9백만 명이 삽니다."},
      {"ja", "It costs 7 to 8 million yen.", "費用は700-800万円です。"},
      {"zh", "It costs 1.5 million yuan.", "费用为150 万元。"},
      {"zh-CN", "The lamps are 15% off, the ropes 30% off.", "灯打 85 折，绳子打 7 折。"},
      {"zh-CN", "The dam makes 50,000 MWh.", "大坝发电5万兆瓦时。"},
      {"ar", "We build on Layer 2 with 45 nodes.", "نبني على الطبقة الثانية مع 45 عقدة."},
      {"id", "Eleven of the 40 villages agreed.", "Sebelas dari 40 desa setuju."},
      {"id", "11 of the 40 villages agreed.", "Sebelas dari 40 desa setuju."},
      {"th", "It was founded in 2002 with 35 members.", "ก่อตั้งในปี 2545 โดยมีสมาชิก 35 คน"},
      {"tr", "About 50% of 1,200 users.", "1.200 kullanıcının yaklaşık %50'si."},
      {"fa", "About 50,000 people came.", "حدود ۵۰٬۰۰۰ نفر آمدند."},
      {"fr", "It opens at 9 PM, for 1,500 people.", "Ouverture à 21 h 00, pour 1 500 personnes."},
      {"de", "It opens at 9:30 PM.", "Geöffnet ab 21:30 Uhr."},
      {"fr", "We are open 24/7.", "Nous sommes ouverts 24 heures sur 24 et 7 jours sur 7."},
      {"vi", "Our support works 20/7.", "Chúng tôi hỗ trợ 24/7."},
      {"ja", "A 3D map with UTF-8 names and H.264 video.", "UTF-8の名前とH.264動画の三次元地図。"},
      {"de", "Music of the 1990s.", "Musik der 90er."},
      {"de", "Version 1.2.3 runs on 10.0.0.1.", "Version 1.2.3 läuft auf 10.0.0.1."},
      {"es", "It raised 5 billion dollars.", "Recaudó 5 mil millones de dólares."},
      {"fr", "Model 3 405 arrived.", "Le modèle 3 405 est arrivé."},
      {"fr", "Llama 3, 405 layers.", "Llama 3 405 couches."},
      {"de", "Use `port 8080` or {50} of 70.", "Nutze `port 9090` oder {60} von 70."},
      {"de", "See [the 12 rules](https://a.example/12).",
       "Siehe [die 12 Regeln](https://a.example/13)."},
      {"fr", "The 2023-24 season had 480 games.", "La saison 2023–2024 a compté 480 matchs."},
      {"de", "It holds 50,000 litres.", "Er fasst 50 000 Liter."},
      {"de", "Model 3 405 kg heavy and 2 000 high.", "Modell 3: 405 kg schwer und 2.000 hoch."},
      {"zh", "It opened in 1998 and closed in 2024.", "它于一九九八年开业，二〇二四年关闭。"},
      {"ja", "It opened in 1998, with 350 seats.", "平成10年に三百五十席で開業しました。"},
      {"fa", "It opened in 2024 with 85 seats.", "در سال ۱۴۰۳ با ۸۵ صندلی باز شد."},
      {"de", "At 12 AM, 45 lamps go out.", "Um 0:00 Uhr gehen 45 Lampen aus."},
      {"ja", "It fell by 1/2 within 45 days.", "45日で2分の1に減りました。"},
  };
  for (const Sentence& sentence : sentences) {
    INFO(sentence.locale << ": " << sentence.translation);
    CHECK(messages(sentence) == Values());
  }
}

TEST_CASE("number/changed: a number that moved to the next paragraph is no change") {
  CHECK(messages({"de", "We have 120 goats.\n\nThey need 350 litres, and 77 pens.",
                  "Wir haben Ziegen, 350 Liter brauchen sie.\n\nSie sind 120 und haben 77 Ställe."})
            .empty());
}

TEST_CASE("number/changed: the message says how each side reads") {
  const auto message = [](const Sentence& sentence) {
    const auto all = messages(sentence);
    return all.size() == 1 ? all.front() : std::to_string(all.size());
  };
  CHECK(message({"vi", "It holds 50,000 litres.", "Nó chứa 5.000 lít."}) ==
        "source says 50000 (\"50,000\"), the translation reads as 5000 (\"5.000\")");
  CHECK(message({"vi", "It holds 40,000 litres.", "Nó chứa 4,000 lít."}) ==
        "source says 40000 (\"40,000\"), the translation reads as 4000 (\"4,000\")");
  CHECK(message({"ja", "It costs 12,000 yen.", "費用は12,00円です。"}) ==
        "source says 12000 (\"12,000\"), the translation reads as 12 (\"12,00\")");
  CHECK(message({"ja", "It costs 1.5 billion yen.", "費用は15億5千万円です。"}) ==
        "source says 1500000000 (\"1.5 billion\"), the translation reads as 1550000000 "
        "(\"15億5千万\")");
  CHECK(message({"es", "It raised 5 billion dollars.", "Recaudó 5 billones de dólares."}) ==
        "source says 5000000000 (\"5 billion\"), the translation reads as 5000000000000 (\"5 "
        "billones\")");
  CHECK(message({"de", "Only 35% of them came.", "Nur 48 % von ihnen kamen."}) ==
        "source says 35, the translation 48");
  CHECK(message({"fr", "In 2024 it rained.", "En **2042** il a plu."}) ==
        "source says 2024, the translation 2042");
}

TEST_CASE("number/changed: a word that begins like an hour of the day is none") {
  // 21 would be 9 PM.
  CHECK(messages({"fr", "The band plays 9 amazing songs in 45 towns.",
                  "Le groupe joue 21 tubes dans 45 villes."})
            .size() == 1);
}

TEST_CASE("number/changed: several counts are lost with what they tell, round ones may be words") {
  const std::string source = "We had 1,200 orders, then 9,000, and I tested it with 2,000.";
  CHECK(messages({"de", source, "Getestet hatte ich es mit 2000."}) ==
        Values{"source says 1,200, 9,000, the translation has no such number here"});
  CHECK(messages({"de", "We had 1,000 orders, then 9,000, and I tested it with 2,000.",
                  "Wir hatten tausend, dann neuntausend, getestet hatte ich es mit 2000."})
            .empty());
}

TEST_CASE("number/changed: several counts that are others are one finding, single digits none") {
  const std::string source = "The town has 64 gates, 261 wells, and 84 boats.";
  CHECK(messages({"de", source, "Die Stadt hat 28 Tore, 116 Brunnen und 59 Boote."}) ==
        Values{"source says 64, 261, 84, the translation 28, 116, 59"});
  CHECK(messages({"de", source, "Die Stadt hat 28 Tore und 116 Brunnen."}).empty());
  // The number of an issue is no wording.
  CHECK(messages({"de", "The gate is mended, see #17908.", "Das Tor ist repariert."}) ==
        Values{"source says 17908, the translation has no such number here"});
  CHECK(messages({"de", "It has 6 gates and 8 boats.", "Sie hat 12 Tore und 35 Boote."}).empty());
}

TEST_CASE("number/changed: times, halves, cents and abbreviations say the same in other digits") {
  for (const Sentence& sentence :
       std::vector<Sentence>{{"da", "The train leaves at 9:15 AM from platform 4.",
                              "Toget kører kl. 09.15 fra perron 4."},
                             {"fi", "The call is on June 26 at 5 PM.", "Puhelu on 26.6. klo 17."},
                             {"de", "It moves 15,000 messages.", "Es bewegt 15 Tsd. Nachrichten."},
                             {"fr", "It moves 15,000 messages.", "Il déplace 15 k messages."},
                             {"de", "Take 1½ spoons.", "1,5 Löffel nehmen."},
                             {"ja", "It ends on December 12, 2023.", "2023年12月12日に終わる。"}}) {
    INFO(sentence.translation);
    CHECK(messages(sentence).empty());
  }
  CHECK(messages({"ja", "It ended on September 11, 2023, and lasts to December 31.",
                  "2023年9月1日に終わり、12月31日まで続く。"}) ==
        Values{"source says 11, the translation 1"});
  CHECK(messages({"de", "It leaves at 9:15 AM.", "Es fährt um 9.45 Uhr."}).size() == 1);
}

TEST_CASE("number/changed: a slip of long numbers is sure, another wording a hint") {
  const auto severity = [](const Sentence& sentence) {
    const auto all = testing::diagnostics({sentence.source, sentence.translation, sentence.locale});
    REQUIRE(all.size() == 1);
    CHECK(all.front().rule == "number/changed");
    return all.front().severity;
  };
  CHECK(severity({"de", "We counted 160 goats.", "Wir zählten 610 Ziegen."}) == Severity::warning);
  CHECK(severity({"de", "It weighs 1.7 tons.", "Es wiegt 7,1 Tonnen."}) == Severity::warning);
  CHECK(severity({"de", "It was in 2019.", "Das war im Jahr 2031."}) == Severity::warning);
  CHECK(severity({"de", "The road is 30 miles long.", "Die Straße ist 48 Kilometer lang."}) ==
        Severity::hint);
  CHECK(severity({"de", "The road is 100 miles long.", "Die Straße ist 160 Kilometer lang."}) ==
        Severity::hint);
  CHECK(severity({"de", "We saw 4 goats.", "Wir sahen 5 Ziegen."}) == Severity::hint);
}

TEST_CASE("number/changed: blocks that are nothing but numbers take no long time") {
  std::string source;
  std::string translation;
  for (int block = 0; block < 400; ++block) {
    for (int i = 0; i < 110; ++i) {
      source += std::to_string(1000 + block * 211 + i) + " ";
      translation += std::to_string(900000 + block * 211 + i) + " ";
    }
    source += "\n\n";
    translation += "\n\n";
  }
  CHECK(messages({"de", source, translation}).empty());
}
