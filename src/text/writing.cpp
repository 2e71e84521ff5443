// Which script a language is written in, by a table of its own: ICU takes long to ask.

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace recto {
namespace {

struct Writing {
  std::string_view name;  // of a language or of an ISO 15924 script
  std::array<Script, 3> scripts;
};

constexpr std::array<Writing, 48> kWritings = {{
    {"Cyrl", {Script::cyrillic}},
    {"Arab", {Script::arabic}},
    {"Latn", {Script::latin}},
    {"Hant", {Script::han}},
    {"Hans", {Script::han}},
    {"Hani", {Script::han}},
    {"Jpan", {Script::han, Script::hiragana, Script::katakana}},
    {"Kore", {Script::hangul}},
    {"Deva", {Script::devanagari}},
    {"Grek", {Script::greek}},
    {"Hebr", {Script::hebrew}},
    {"Thai", {Script::thai}},
    {"ar", {Script::arabic}},
    {"ba", {Script::cyrillic}},
    {"be", {Script::cyrillic}},
    {"bg", {Script::cyrillic}},
    {"bho", {Script::devanagari}},
    {"ce", {Script::cyrillic}},
    {"ckb", {Script::arabic}},
    {"cv", {Script::cyrillic}},
    {"el", {Script::greek}},
    {"fa", {Script::arabic}},
    {"he", {Script::hebrew}},
    {"hi", {Script::devanagari}},
    {"iw", {Script::hebrew}},
    {"ja", {Script::han, Script::hiragana, Script::katakana}},
    {"kk", {Script::cyrillic}},
    {"ko", {Script::hangul}},
    {"ky", {Script::cyrillic}},
    {"mai", {Script::devanagari}},
    {"mk", {Script::cyrillic}},
    {"mn", {Script::cyrillic}},
    {"mr", {Script::devanagari}},
    {"ne", {Script::devanagari}},
    {"os", {Script::cyrillic}},
    {"ps", {Script::arabic}},
    {"ru", {Script::cyrillic}},
    {"sa", {Script::devanagari}},
    {"sd", {Script::arabic}},
    {"sr", {Script::cyrillic}},
    {"tg", {Script::cyrillic}},
    {"th", {Script::thai}},
    {"tt", {Script::cyrillic}},
    {"ug", {Script::arabic}},
    {"uk", {Script::cyrillic}},
    {"ur", {Script::arabic}},
    {"yi", {Script::hebrew}},
    {"zh", {Script::han}},
}};

/// Languages in scripts of their own that recto does not tell apart.
constexpr std::array<std::string_view, 24> kOtherWritings = {
    "am", "as", "bn", "bo", "chr", "dv", "dz", "gu",  "hy", "ii", "ka", "km",
    "kn", "lo", "ml", "my", "nqo", "or", "pa", "sat", "si", "ta", "te", "ti"};

const Writing* writing(const Locale& locale) {
  const std::string& name = locale.script.empty() ? locale.language : locale.script;
  const auto* found = std::find_if(kWritings.begin(), kWritings.end(),
                                   [&](const Writing& entry) { return entry.name == name; });
  return found == kWritings.end() ? nullptr : found;
}

/// Whether the locale has a script that recto does not tell apart; a tag may name it.
bool has_other_writing(const Locale& locale) {
  return !locale.script.empty() || std::find(kOtherWritings.begin(), kOtherWritings.end(),
                                             locale.language) != kOtherWritings.end();
}

}  // namespace

Scripts::Scripts(const Locale& locale) {
  const auto add = [this](Script script) { bits_ |= 1U << static_cast<unsigned>(script); };
  for (const Script script : {Script::common, Script::inherited, Script::latin}) add(script);
  if (const Writing* found = writing(locale)) {
    for (const Script script : found->scripts) add(script);
    return;
  }
  if (has_other_writing(locale)) add(Script::other);
}

bool is_written_in_latin(const Locale& locale) {
  const Writing* found = writing(locale);
  return found != nullptr ? found->scripts.front() == Script::latin : !has_other_writing(locale);
}

}  // namespace recto
