#include "checks/vocabulary.h"

#include "checks/names.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kShortestWord = 3;  // code points; shorter ones are everywhere

}  // namespace

const SourceWords& Vocabulary::whole_text() const {
  if (!whole_text_) whole_text_.emplace(*post_);
  return *whole_text_;
}

std::uint32_t Vocabulary::number(std::string_view word) const {
  const auto next = static_cast<std::uint32_t>(numbered_.size());
  const auto [place, is_new] = numbers_.try_emplace(word, next);
  if (is_new) numbered_.push_back(word);
  return place->second;
}

std::optional<std::uint32_t> Vocabulary::number_of(std::string_view word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

const NamedText& Vocabulary::named(const std::string& text) const {
  const auto [place, is_new] = named_.try_emplace(text);
  if (!is_new) return place->second;
  const std::string& kept = place->first;
  const std::vector<Span> words = checks::source_words(kept, post_->locale);
  NamedText& named = place->second;
  for (const Span word : words) named.words.push_back(number(slice(kept, word)));
  for (const std::string_view name : checks::name_words(kept, words)) {
    named.names.push_back(number(name));
  }
  return named;
}

const Vocabulary::Prose& Vocabulary::prose() const {
  if (prose_) return *prose_;
  prose_.emplace();
  for (const Block& block : post_->blocks) {
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::row) continue;
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::text) continue;
      const std::string_view text = slice(*post_, piece.span);
      for (const Span span : word_spans(text, language_)) {
        const std::string_view word = slice(text, span);
        const bool is_new = prose_->words.insert(word).second;
        if (is_new && !is_lower_case_word(word)) {
          prose_->names.insert(nfc(lower_case(word, post_->locale)));
        }
      }
    }
  }
  return *prose_;
}

bool is_lower_case_word(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (!is_letter(c) || is_upper(c)) return false;
    ++letters;
  }
  return letters >= kShortestWord;
}

}  // namespace recto
