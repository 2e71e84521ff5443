#include "checks/words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "checks/prose_words.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// How one way of writing a word is used in a post.
struct Form {
  std::string_view raw;
  Span first;
  std::uint32_t count = 0;
  std::uint32_t inside_sentences = 0;
};

/// What a dictionary is asked about one form.
struct Reading {
  Form form;
  Spelling spelling;
  std::string folded;
};

/// Collects the words of a post, each way of writing once.
class Collector {
 public:
  explicit Collector(const Post& post) : post_(post), scanner_(post.text) {}

  void add_block(const Block& block);
  void add_front_matter(const yaml::Node& node);
  std::vector<WordUse> uses() const;

 private:
  void add_text(Span piece);
  std::vector<Reading> readings() const;
  std::unordered_set<std::string_view> names(const std::vector<Reading>& readings) const;

  const Post& post_;
  ProseScanner scanner_;
  std::vector<Form> forms_;
  std::unordered_map<std::string_view, std::size_t> index_;  // into forms_, by what is written
};

void Collector::add_text(Span piece) {
  for (const ProseWord& word : scanner_.words(piece)) {
    const std::string_view raw = slice(post_, word.span);
    const auto [place, is_new] = index_.try_emplace(raw, forms_.size());
    if (is_new) forms_.push_back({.raw = raw, .first = word.span});
    Form& form = forms_[place->second];
    form.first = std::min(form.first, word.span);
    ++form.count;
    if (!word.begins_sentence) ++form.inside_sentences;
  }
}

void Collector::add_block(const Block& block) {
  scanner_.begin_sentence();
  std::uint32_t hidden_until = 0;
  std::size_t cell = 0;
  for (const Inline& piece : block.inlines) {
    while (cell < block.cells.size() && block.cells[cell].end <= piece.span.begin) ++cell;
    if (cell < block.cells.size() && block.cells[cell].begin == piece.span.begin) {
      scanner_.begin_sentence();
    }
    if (piece.span.end <= hidden_until) continue;
    switch (piece.kind) {
      case InlineKind::text:
        add_text({std::max(piece.span.begin, hidden_until), piece.span.end});
        break;
      case InlineKind::link:
        if (shows_its_target(post_, piece)) {
          hidden_until = piece.span.end;
          scanner_.pass_over();
        }
        break;
      case InlineKind::image:
        scanner_.begin_sentence();
        break;
      case InlineKind::code:
      case InlineKind::placeholder:
      case InlineKind::entity:
        scanner_.pass_over();
        break;
      case InlineKind::emphasis:
      case InlineKind::html:
        break;
    }
  }
}

void Collector::add_front_matter(const yaml::Node& node) {
  if (node.kind == yaml::Kind::scalar && node.span.end <= post_.text.size()) {
    scanner_.begin_sentence();
    add_text(node.span);
  }
  for (const yaml::Node& item : node.items) {
    if (item.kind == yaml::Kind::scalar) add_front_matter(item);
  }
}

/// Words that stand with a capital inside a sentence: names, wherever else they stand.
std::unordered_set<std::string_view> Collector::names(const std::vector<Reading>& readings) const {
  std::unordered_set<std::string_view> result;
  if (!capital_means_name(post_.locale)) return result;
  for (const Reading& reading : readings) {
    const bool is_inside = reading.form.inside_sentences > 0 || reading.spelling.place.begin > 0;
    if (reading.spelling.has_capital && is_inside) result.insert(reading.folded);
  }
  return result;
}

std::vector<Reading> Collector::readings() const {
  const SpellingReader reader(post_.locale);
  std::vector<Form> forms = forms_;
  std::sort(forms.begin(), forms.end(),
            [](const Form& left, const Form& right) { return left.first < right.first; });
  std::vector<Reading> readings;
  readings.reserve(forms.size());
  std::vector<Spelling> spellings;
  for (const Form& form : forms) {
    spellings.clear();
    reader.read(form.raw, spellings);
    for (Spelling& spelling : spellings) {
      std::string key = folded(spelling.word);
      readings.push_back({form, std::move(spelling), std::move(key)});
    }
  }
  return readings;
}

std::vector<WordUse> Collector::uses() const {
  std::vector<Reading> readings = this->readings();
  const auto known_names = names(readings);
  std::vector<WordUse> found;
  std::vector<Reading*> firsts;                             // of each word that was found
  std::unordered_map<std::string_view, std::size_t> index;  // of these, by folded word
  for (Reading& reading : readings) {
    const Spelling& spelling = reading.spelling;
    if (spelling.has_capital && known_names.contains(reading.folded)) continue;
    const auto [place, is_new] = index.try_emplace(reading.folded, found.size());
    if (is_new) {
      const std::uint32_t begin = reading.form.first.begin;
      found.push_back({.span = {begin + spelling.place.begin, begin + spelling.place.end}});
      firsts.push_back(&reading);
    }
    found[place->second].count += reading.form.count;
  }
  // Nobody looks into `index` and `known_names` any more, which hold views of these.
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].word = std::move(firsts[i]->spelling.word);
    found[i].folded = std::move(firsts[i]->folded);
  }
  return found;
}

bool is_spell_checked(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::image:
    case BlockKind::row:
    case BlockKind::directive:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool AcceptedWords::holds(std::string_view word) const {
  return holds_folded(recto::folded(word));
}

std::vector<WordUse> spellable_words(const Post& post, const KeyPolicy& policy) {
  Collector collector(post);
  for (const yaml::Entry& entry : post.front_matter.root.entries) {
    if (policy.role(entry.key) == KeyRole::translate) collector.add_front_matter(entry.value);
  }
  for (const Block& block : post.blocks) {
    if (is_spell_checked(block)) collector.add_block(block);
  }
  return collector.uses();
}

}  // namespace recto
