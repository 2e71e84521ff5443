#include "base/diagnostic.h"

#include <array>
#include <utility>

namespace recto {
namespace {

constexpr std::array<std::pair<Severity, std::string_view>, 4> kNames = {{
    {Severity::off, "off"},
    {Severity::hint, "hint"},
    {Severity::warning, "warning"},
    {Severity::error, "error"},
}};

}  // namespace

std::string name_of(Severity severity) {
  for (const auto& [value, name] : kNames) {
    if (value == severity) return std::string(name);
  }
  return {};
}

std::optional<Severity> parse_severity(std::string_view name) {
  for (const auto& [value, word] : kNames) {
    if (word == name) return value;
  }
  return std::nullopt;
}

std::string edited(std::string_view text, Span part, const std::vector<Edit>& edits) {
  std::string result;
  std::uint32_t at = part.begin;
  for (const Edit& edit : edits) {
    result += slice(text, {at, edit.span.begin});
    result += edit.text;
    at = edit.span.end;
  }
  return result += slice(text, {at, part.end});
}

}  // namespace recto
