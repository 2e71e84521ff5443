#include "checks/terms_tbx.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/error.h"
#include "checks/term_merger.h"
#include "text/unicode.h"
#include "text/xml.h"

namespace recto {
namespace {

constexpr std::string_view kKeepNote = "do not translate";
/// Of an entry: each term of the source gets every rendering, so they multiply.
constexpr std::size_t kMostTexts = 200;

struct Entry {
  struct Text {
    std::string locale;
    std::string term;
    std::string status;
  };
  std::vector<Text> texts;
  std::string note;
};

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Reads both editions: they differ in the names of their elements.
class TbxReader {
 public:
  explicit TbxReader(Locale source_locale) : source_locale_(std::move(source_locale)) {}

  void start(std::string_view full_name, const xml::Attributes& attributes) {
    const std::string_view name = without_prefix(full_name);
    if (name == "martif" || name == "tbx") is_tbx_ = true;
    if (name == "termEntry" || name == "conceptEntry") entry_ = Entry();
    if (name == "langSet" || name == "langSec") {
      const auto tag = attributes.find("xml:lang");
      const auto locale = tag == attributes.end() ? std::nullopt : parse_locale(tag->second);
      locale_ = locale ? locale->tag() : std::string();
    }
    if (name == "term") entry_.texts.push_back({locale_, {}, {}});
    is_overfull_ = is_overfull_ || entry_.texts.size() > kMostTexts;
    const auto type = attributes.find("type");
    const bool is_typed_status =
        name == "termNote" && type != attributes.end() && type->second == "administrativeStatus";
    target_ = name == "term"                                      ? Target::term
              : is_typed_status || name == "administrativeStatus" ? Target::status
              : name == "note"                                    ? Target::note
                                                                  : Target::nothing;
  }

  void text(std::string_view text) {
    if (target_ == Target::note) entry_.note += text;
    if (entry_.texts.empty()) return;
    if (target_ == Target::term) entry_.texts.back().term += text;
    if (target_ == Target::status) entry_.texts.back().status += text;
  }

  void end(std::string_view full_name) {
    const std::string_view name = without_prefix(full_name);
    target_ = Target::nothing;
    if (is_overfull_) return;
    if (name == "termEntry" || name == "conceptEntry") take_entry();
  }

  bool is_tbx() const { return is_tbx_; }
  bool is_overfull() const { return is_overfull_; }
  Terms take() { return merger_.take(); }

 private:
  enum class Target { nothing, term, status, note };

  bool is_source(const Entry::Text& text) const {
    const auto locale = parse_locale(text.locale);
    return locale && locale->language == source_locale_.language;
  }

  static bool is_rejected(const Entry::Text& text) {
    const std::string_view status = trimmed(text.status);
    return status.starts_with("deprecatedTerm") || status.starts_with("supersededTerm");
  }

  void take_entry() {
    for (const Entry::Text& source : entry_.texts) {
      const std::string term(trimmed(source.term));
      if (!is_source(source) || is_rejected(source) || term.empty()) continue;
      const std::string note(trimmed(entry_.note));
      if (note == kKeepNote) {
        merger_.term(term).keep = merger_.term(term).match_case = true;
      } else {
        merger_.note(term, note);
      }
      for (const Entry::Text& text : entry_.texts) {
        if (is_source(text) || text.locale.empty()) continue;
        if (is_rejected(text))
          merger_.reject(term, text.locale, std::string(trimmed(text.term)));
        else
          merger_.allow(term, text.locale, std::string(trimmed(text.term)));
      }
    }
  }

  Locale source_locale_;
  TermMerger merger_;
  Entry entry_;
  std::string locale_;
  Target target_ = Target::nothing;
  bool is_tbx_ = false;
  bool is_overfull_ = false;
};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      result += c;
    else
      result += ' ';
  }
  return result;
}

std::string term_section(std::string_view term, std::string_view status) {
  return "<termSec><term>" + escaped(term) + "</term><termNote type=\"administrativeStatus\">" +
         std::string(status) + "</termNote></termSec>";
}

std::string language_section(const std::string& tag, const Rendering& rendering) {
  std::string text = "        <langSec xml:lang=\"" + tag + "\">";
  for (const std::string& use : rendering.use) {
    const bool is_first = &use == &rendering.use.front();
    text += term_section(use, is_first ? "preferredTerm-admn-sts" : "admittedTerm-admn-sts");
  }
  for (const std::string& rejected : rendering.reject) {
    text += term_section(rejected, "deprecatedTerm-admn-sts");
  }
  return text + "</langSec>\n";
}

}  // namespace

Terms terms_of_tbx(std::string_view bytes, const std::string& path, const Locale& source_locale) {
  TbxReader reader(source_locale);
  const auto problem = xml::read(
      bytes,
      {.on_start = [&](std::string_view name,
                       const xml::Attributes& attributes) { reader.start(name, attributes); },
       .on_end = [&](std::string_view name) { reader.end(name); },
       .on_text = [&](std::string_view text) { reader.text(text); }});
  if (problem) throw Error(path, problem->line, problem->message);
  if (!reader.is_tbx()) throw Error(path, 0, "is no TBX file: it has neither <martif> nor <tbx>");
  if (reader.is_overfull()) {
    throw Error(path, 0, "has an entry of more than " + std::to_string(kMostTexts) + " terms");
  }
  return reader.take();
}

std::string tbx_of(const Terms& terms, const Locale& source_locale) {
  const std::string from = source_locale.tag();
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"" +
      from +
      "\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
      "  <tbxHeader><fileDesc><sourceDesc><p>recto</p></sourceDesc></fileDesc></tbxHeader>\n"
      "  <text>\n    <body>\n";
  std::size_t number = 0;
  for (const Term& term : terms) {
    text += "      <conceptEntry id=\"c" + std::to_string(++number) + "\">\n";
    const std::string note = term.keep ? std::string(kKeepNote) : term.note;
    if (!note.empty()) text += "        <note>" + escaped(note) + "</note>\n";
    text += language_section(from, {.use = {term.source}, .reject = {}});
    for (const auto& [tag, rendering] : term.by_locale) text += language_section(tag, rendering);
    text += "      </conceptEntry>\n";
  }
  return text + "    </body>\n  </text>\n</tbx>\n";
}

}  // namespace recto
