#include "checks/passages.h"

#include <algorithm>

#include "align/language_lists.h"
#include "checks/check.h"
#include "checks/front_matter.h"
#include "checks/tags.h"

namespace recto::checks {
namespace {

bool holds_passages(const Block& block) {
  return block.kind != BlockKind::code && block.kind != BlockKind::esm &&
         block.kind != BlockKind::divider && block.kind != BlockKind::definition;
}

/// Sorts the pieces of a block into its passages.
class Sorter {
 public:
  Sorter(const Post& post, std::size_t index)
      : post_(post), block_(post.blocks[index]), text_{.block = index} {}

  std::vector<Passage> sorted() {
    for (const Inline& piece : block_.inlines) add(piece);
    close(text_);
    for (Passage& other : others_) close(other);
    std::sort(passages_.begin(), passages_.end(),
              [](const Passage& a, const Passage& b) { return a.span().begin < b.span().begin; });
    return std::move(passages_);
  }

 private:
  void add(const Inline& piece) {
    if (piece.kind == InlineKind::link || piece.kind == InlineKind::image) {
      if (!piece.title.is_empty()) {
        others_.push_back({PassageKind::title, {piece.title}, text_.block});
      }
      if (piece.kind == InlineKind::image && !piece.content.is_empty()) {
        others_.push_back({PassageKind::alt, {piece.content}, text_.block});
        hidden_ = std::max(hidden_, piece.span.end);
      }
      if (piece.kind == InlineKind::link && shows_its_target(post_, piece)) {
        hidden_ = std::max(hidden_, piece.span.end);
      }
    }
    if (piece.kind == InlineKind::html) {
      const std::string_view tag = slice(post_, piece.span);
      if (tag.starts_with("<code")) in_code_ = !tag.ends_with("/>");
      if (tag.starts_with("</code")) in_code_ = false;
      add_attributes(piece);
    }
    if (piece.kind == InlineKind::placeholder) add_parameters(piece);
    if (piece.kind != InlineKind::text || piece.span.begin < hidden_ || in_code_) return;
    while (cell_ < block_.cells.size() && block_.cells[cell_].end <= piece.span.begin) {
      close(text_);
      ++cell_;
    }
    if (block_.kind == BlockKind::row) text_.kind = PassageKind::cell;
    text_.pieces.push_back(piece.span);
  }

  void add_attributes(const Inline& piece) {
    const auto tag = read_tag(post_, piece.span);
    // What an abbreviation stands for is often told in its own language.
    if (!tag || slice(post_, tag->name) == "abbr") return;
    for (const Attribute& attribute : tag->attributes) {
      const bool is_text = !attribute.is_code && !attribute.value.is_empty() &&
                           is_text_attribute(slice(post_, attribute.name));
      if (is_text) others_.push_back({PassageKind::title, {attribute.value}, text_.block});
    }
  }

  /// The named parameters of a shortcode that are for people: `caption="The dam"`.
  void add_parameters(const Inline& piece) {
    const std::string_view text = slice(post_, piece.span);
    if (!text.starts_with("{{<") && !text.starts_with("{{%")) return;
    for (std::size_t at = text.find("=\""); at != text.npos;) {
      const std::size_t begin = at + 2;
      const std::size_t end = text.find('"', begin);
      if (end == text.npos) return;
      const std::size_t name = text.substr(0, at).find_last_of(" \t\r\n") + 1;
      if (end > begin && is_text_attribute(text.substr(name, at - name))) {
        const Span value = span_at(piece.span.begin + begin, end - begin);
        others_.push_back({PassageKind::title, {value}, text_.block});
      }
      at = text.find("=\"", end + 1);
    }
  }

  void close(Passage& passage) {
    if (!passage.pieces.empty()) passages_.push_back(passage);
    passage.pieces.clear();
  }

  const Post& post_;
  const Block& block_;
  Passage text_;
  std::vector<Passage> others_;
  std::vector<Passage> passages_;
  std::size_t cell_ = 0;
  bool in_code_ = false;      // between <code> and </code>
  std::uint32_t hidden_ = 0;  // up to here nothing is prose of the block itself
};

void add_front_matter(const Subject& subject, std::vector<PairedPassage>& passages) {
  std::size_t index = 0;
  for (const PairedKey& key : paired_keys(subject)) {
    const auto add = [&](const yaml::Node& node) {
      if (node.kind != yaml::Kind::scalar || node.span.is_empty()) return;
      passages.push_back({{PassageKind::key, {node.span}, index}, {}, key.source.value.span});
    };
    ++index;
    if (key.role != KeyRole::translate) continue;
    add(key.translation.value);
    for (const yaml::Node& item : key.translation.value.items) add(item);
  }
}

/// The list that runs together in the block of the translation at `index`: its text is read all the
/// same.
const Cause* list_in(const Causes& causes, std::size_t index) {
  const auto found = std::find_if(causes.begin(), causes.end(), [&](const Cause& cause) {
    return cause.kind == CauseKind::run_together && cause.translation.first == index;
  });
  return found == causes.end() ? nullptr : &*found;
}

std::optional<Span> bytes_of(const Post& post, const Run& run) {
  return run.count == 0 ? std::nullopt : std::optional(span_of(post, run));
}

}  // namespace

std::vector<Passage> passages_of(const Post& post, std::size_t index) {
  if (!holds_passages(post.blocks[index])) return {};
  return Sorter(post, index).sorted();
}

const std::vector<PairedPassage>& paired_passages(const Subject& subject) {
  if (subject.shared.passages) return *subject.shared.passages;
  std::vector<PairedPassage>& passages = subject.shared.passages.emplace();
  add_front_matter(subject, passages);
  for (const Match& match : subject.alignment) {
    for (std::size_t i = 0; i < match.translation.count; ++i) {
      const std::size_t index = match.translation.first + i;
      const Cause* list = list_in(subject.causes, index);
      if (list == nullptr && explains_translation(subject.causes, index)) continue;
      const Block& block = subject.translation.blocks[index];
      if (is_language_list(subject.translation, block, subject.source.path)) continue;
      const Run& source = list != nullptr ? list->source : match.source;
      for (Passage& passage : passages_of(subject.translation, index)) {
        passages.push_back({std::move(passage), source, bytes_of(subject.source, source),
                            match.translation.count});
      }
    }
  }
  return passages;
}

const std::vector<Mixture>& mixtures(const Subject& subject) {
  if (subject.shared.mixtures) return *subject.shared.mixtures;
  std::vector<Mixture>& mixtures = subject.shared.mixtures.emplace();
  const LanguageReader reader(subject.source.locale, subject.translation.locale);
  for (const PairedPassage& paired : paired_passages(subject)) {
    mixtures.push_back(reader.read(subject.translation.text, paired.passage.pieces));
  }
  return mixtures;
}

bool any_source_block(const PairedPassage& paired, KnownBlocks& known,
                      const std::function<bool(std::size_t block)>& test) {
  for (std::size_t i = 0; i < paired.source.count; ++i) {
    const std::size_t block = paired.source.first + i;
    const auto [answer, is_new] = known.try_emplace(block);
    if (is_new) answer->second = test(block);
    if (answer->second) return true;
  }
  return false;
}

std::string_view source_of(const Subject& subject, const PairedPassage& paired) {
  return paired.source_span ? slice(subject.source, *paired.source_span) : std::string_view();
}

std::string text_of(const Post& post, const Passage& passage) {
  std::string text;
  for (const Span piece : passage.pieces) {
    if (!text.empty()) text += ' ';
    text += slice(post, piece);
  }
  return text;
}

}  // namespace recto::checks
