// table_value: a cell says what the post's tables say for another value of the source: `No` in the
// place of `Yes`. Values that stand but a few times, or have several renderings, tell nothing.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "checks/blocks.h"
#include "checks/check.h"
#include "checks/sameness.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kLongest = 30;     // bytes of a value; what is longer is a sentence
constexpr std::size_t kFewest = 3;       // cells with a value that tell how it is rendered
constexpr std::size_t kFewestOther = 2;  // the same of the value that it is taken for

constexpr std::size_t kMostValues = 8;  // with one rendering, which tells nothing then

struct Cell {
  const BlockPair* row = nullptr;
  Span source;
  Span translation;
  std::string value;      // folded
  std::string rendering;  // folded
};

/// How often a value of the source has each rendering.
using Renderings = std::map<std::string, std::size_t>;

/// A word or a few, without code, links and numbers.
bool is_value(std::string_view text) {
  return !text.empty() && text.size() <= kLongest &&
         text.find_first_of("0123456789`[<*_|") == text.npos && !essence(text).empty();
}

bool is_row(std::span<const Block> blocks) {
  return blocks.size() == 1 && blocks.front().kind == BlockKind::row && !blocks.front().is_header;
}

/// The cells but those of the first column, by which rows are known.
std::vector<Cell> cells_of(const Subject& subject, const std::vector<BlockPair>& pairs) {
  std::vector<Cell> cells;
  for (const BlockPair& pair : pairs) {
    if (!is_row(pair.source) || !is_row(pair.translation)) continue;
    const std::vector<Span>& ours = pair.source.front().cells;
    const std::vector<Span>& theirs = pair.translation.front().cells;
    if (ours.size() != theirs.size()) continue;
    for (std::size_t i = 1; i < ours.size(); ++i) {
      const std::string_view value = slice(subject.source, ours[i]);
      const std::string_view rendering = slice(subject.translation, theirs[i]);
      if (is_value(value) && is_value(rendering))
        cells.push_back({&pair, ours[i], theirs[i], folded(value), folded(rendering)});
    }
  }
  return cells;
}

/// The rendering of nearly all cells with a value; null where there is no such one.
const Renderings::value_type* usual(const Renderings& renderings, std::size_t fewest) {
  std::size_t all = 0;
  const Renderings::value_type* most = nullptr;
  for (const auto& rendering : renderings) {
    all += rendering.second;
    if (most == nullptr || rendering.second > most->second) most = &rendering;
  }
  const bool is_usual = most != nullptr && most->second >= fewest && most->second * 5 >= all * 4;
  return is_usual ? most : nullptr;
}

class Reader {
 public:
  Reader(const Subject& subject, const std::vector<BlockPair>& pairs)
      : subject_(subject), cells_(cells_of(subject, pairs)) {
    for (const Cell& cell : cells_) {
      ++renderings_[cell.value][cell.rendering];
      written_.emplace(cell.value, slice(subject.source, cell.source));
      written_.emplace(cell.rendering, slice(subject.translation, cell.translation));
    }
    for (const auto& [value, renderings] : renderings_) {
      if (const auto* rendering = usual(renderings, kFewestOther))
        values_[rendering->first].push_back(value);
    }
  }

  Findings run() const {
    std::map<std::size_t, std::size_t> counts;  // of findings, by table of the translation
    std::vector<std::size_t> tables;            // of each finding
    Findings findings;
    for (const Cell& cell : cells_) {
      const std::string* other = value_told(cell);
      if (other == nullptr) continue;
      findings.push_back(finding(cell, *other));
      tables.push_back(*cell.row->translation.front().container);
      ++counts[tables.back()];
    }
    // Several in one table may be rows in another order.
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (counts[tables[i]] > 1) findings[i].certainty = Certainty::unsure;
    }
    return findings;
  }

 private:
  /// The value of the source that the cell's rendering stands for, where it is another one.
  const std::string* value_told(const Cell& cell) const {
    const auto* own = usual(renderings_.at(cell.value), kFewest);
    if (own == nullptr || own->first == cell.rendering) return nullptr;
    const auto values = values_.find(cell.rendering);
    if (values == values_.end() || values->second.size() > kMostValues) return nullptr;
    for (const std::string& value : values->second) {
      if (value != cell.value && !renderings_.at(value).contains(own->first)) return &value;
    }
    return nullptr;
  }

  Finding finding(const Cell& cell, const std::string& other) const {
    const auto* own = usual(renderings_.at(cell.value), kFewest);
    const std::string expected(written_.at(own->first));
    Finding finding{.span = cell.translation, .source = cell.source};
    finding.fields = {{"expected", expected},
                      {"source_text", std::string(slice(subject_.source, cell.source))},
                      {"found", std::string(slice(subject_.translation, cell.translation))},
                      {"other", std::string(written_.at(other))}};
    finding.fix = Fix{.safety = Safety::unsafe, .edits = {{cell.translation, expected}}};
    return finding;
  }

  const Subject& subject_;
  std::vector<Cell> cells_;
  std::map<std::string, Renderings> renderings_;            // by value
  std::map<std::string, std::string_view> written_;         // values and renderings, as they are
  std::map<std::string, std::vector<std::string>> values_;  // by their usual rendering
};

Findings run(const Subject& subject) {
  const std::vector<BlockPair> pairs = block_pairs(subject);
  return Reader(subject, pairs).run();
}

}  // namespace

CheckKind table_value() {
  return pair_kind("table_value", "A cell of a table has the value that the source's has.",
                   {"expected", "source_text", "found", "other"}, run);
}

}  // namespace recto::checks
