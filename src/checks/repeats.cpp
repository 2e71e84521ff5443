#include "checks/repeats.h"

#include "base/utf8.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

// In code points. Shorter ones repeat rightly: `Try it out:`
constexpr std::size_t kShortest = 20;

}  // namespace

Repeats::Repeats(const Post& post) : texts_(post.blocks.size()) {
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (post.blocks[i].kind != BlockKind::paragraph) continue;
    std::string text = plain_text(post, post.blocks[i]);
    if (count_code_points(text) < kShortest) continue;
    places_[text].push_back(i);
    texts_[i] = std::move(text);
  }
}

std::optional<std::size_t> Repeats::other_than(std::size_t index) const {
  const std::string& text = texts_[index];
  if (text.empty()) return std::nullopt;
  const std::vector<std::size_t>& places = places_.at(text);
  if (places.front() != index) return places.front();
  return places.size() > 1 ? std::optional(places[1]) : std::nullopt;
}

std::size_t Repeats::count(std::size_t index) const {
  return texts_[index].empty() ? 0 : places_.at(texts_[index]).size();
}

}  // namespace recto::checks
