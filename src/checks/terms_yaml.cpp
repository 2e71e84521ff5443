#include "checks/terms_yaml.h"

#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "text/unicode.h"
#include "text/yaml.h"

namespace recto {
namespace {

/// Whether nobody would see `c`, and no script needs it.
bool is_unseen(char32_t c) {
  constexpr char32_t kNonJoiner = 0x200C;
  constexpr char32_t kJoiner = 0x200D;
  return is_control(c) && c != kNonJoiner && c != kJoiner;
}

bool has_unseen(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_unseen(next_code_point(text, at))) return true;
  }
  return false;
}

/// `text` in double quotes, with escapes.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    std::array<char, 16> escape{};
    if (c == '"' || c == '\\')
      result.append("\\").push_back(static_cast<char>(c));
    else if (c == '\n')
      result += "\\n";
    else if (is_unseen(c) &&
             std::snprintf(escape.data(), escape.size(), "\\U%08X", static_cast<unsigned>(c)) > 0)
      result += escape.data();
    else
      result += text.substr(begin, at - begin);
  }
  return result + "\"";
}

/// `text` as a scalar that stays a text wherever it stands.
std::string scalar(std::string_view text) {
  constexpr std::string_view kMarks = ":#,[]{}&*!|>?'\"%@`\\\n\t";
  bool is_plain = !text.empty() && text.find_first_of(kMarks) == std::string_view::npos &&
                  text.front() != ' ' && text.back() != ' ' && text.front() != '-' &&
                  text.front() != '=' && text.front() != '.';
  is_plain = is_plain && !has_unseen(text);
  if (is_plain) {
    yaml::Node node{.kind = yaml::Kind::scalar, .text = std::string(text)};
    is_plain = yaml::type_of(node) == yaml::Type::string;
  }
  return is_plain ? std::string(text) : quoted(text);
}

std::string list(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return scalar(texts.front());
  std::string result = "[";
  for (const std::string& text : texts) result += (result.size() > 1 ? ", " : "") + scalar(text);
  return result + "]";
}

std::string rendering_text(const Rendering& rendering) {
  std::string result = "{";
  if (!rendering.use.empty()) result += "use: " + list(rendering.use);
  if (!rendering.reject.empty()) {
    result += std::string(result.size() > 1 ? ", " : "") + "not: " + list(rendering.reject);
  }
  return result + "}";
}

}  // namespace

std::string yaml_entry(const Term& term) {
  std::string text = "- source: " + scalar(term.source) + "\n";
  if (!term.note.empty()) text += "  note: " + scalar(term.note) + "\n";
  if (term.keep) text += "  keep: true\n";
  if (term.match_case != term.keep) {
    text += std::string("  case: ") + (term.match_case ? "true" : "false") + "\n";
  }
  for (const auto& [tag, rendering] : term.by_locale) {
    // `no` alone would be a key that YAML 1.1 takes for false.
    text += "  " + (tag == "no" ? quoted(tag) : tag) + ": " + rendering_text(rendering) + "\n";
  }
  return text;
}

Terms new_terms(const Terms& found, const Terms& known) {
  struct Known {
    bool is_kept = false;
    std::set<std::string> locales;
  };
  std::map<std::string, Known> entries;
  for (const Term& term : known) {
    Known& entry = entries[folded(term.source)];
    entry.is_kept = entry.is_kept || term.keep;
    for (const auto& [tag, rendering] : term.by_locale) entry.locales.insert(tag);
  }
  Terms result;
  for (Term term : found) {
    const auto entry = entries.find(folded(term.source));
    if (entry != entries.end()) {
      if (term.keep || entry->second.is_kept) continue;
      std::erase_if(term.by_locale,
                    [&](const auto& part) { return entry->second.locales.contains(part.first); });
      if (term.by_locale.empty()) continue;
    }
    result.push_back(std::move(term));
  }
  return result;
}

}  // namespace recto
