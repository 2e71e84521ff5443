#include "checks/code_messages.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "checks/code_text.h"

namespace recto::checks {
namespace {

/// A code, and what it holds for people.
struct Message {
  std::string frame;
  std::vector<std::string_view> texts;
};

Message message_of(std::string_view code) {
  constexpr std::string_view kOpening = "\"'<";
  constexpr std::string_view kClosing = "\"'>";
  Message message;
  for (std::size_t at = 0; at < code.size(); ++at) {
    message.frame += code[at];
    const std::size_t kind = kOpening.find(code[at]);
    if (kind == kOpening.npos) continue;
    const std::size_t close = code.find(kClosing[kind], at + 1);
    if (close == code.npos) continue;
    const std::string_view text = code.substr(at + 1, close - at - 1);
    const bool is_words = text.find(' ') != text.npos || !is_ascii(text);
    const bool is_quoted = kOpening[kind] == kClosing[kind];
    if (text.empty() || (!is_quoted && (!is_words || text.find_first_of("<{[=;") != text.npos)))
      continue;
    message.texts.push_back(text);
    message.frame += kClosing[kind];
    at = close;
  }
  return message;
}

}  // namespace

bool differ_in_messages(std::string_view ours, std::string_view theirs) {
  const Message source = message_of(ours);
  const Message translation = message_of(theirs);
  if (source.frame != translation.frame || source.texts.size() != translation.texts.size())
    return false;
  // Arguments that changed places do something else.
  if (std::is_permutation(source.texts.begin(), source.texts.end(), translation.texts.begin()))
    return false;
  for (std::size_t i = 0; i < source.texts.size(); ++i) {
    const std::string_view text = source.texts[i];
    if (text == translation.texts[i]) continue;
    if (text.find(' ') == text.npos || !is_for_people(text)) return false;
  }
  return true;
}

}  // namespace recto::checks
