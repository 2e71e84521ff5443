#include "checks/left.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/left_passage.h"
#include "checks/passages.h"
#include "checks/sameness.h"

namespace recto::checks {
namespace {

class Finder {
 public:
  explicit Finder(const Subject& subject) : subject_(subject), judge_(subject) {}

  std::vector<LeftRun> found() {
    const std::vector<PairedPassage>& passages = paired_passages(subject_);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      if (passages[i].passage.kind != PassageKind::key) read(passages[i], mixtures(subject_)[i]);
    }
    close();
    read_tables(passages);
    if (!has_translated_ && !runs_.empty()) join_all();
    return std::move(runs_);
  }

 private:
  void read(const PairedPassage& paired, const Mixture& mixture) {
    const Passage& passage = paired.passage;
    std::vector<const PairedPassage*> headings = std::exchange(headings_, {});
    if (judge_.is_surely_translated(passage)) {
      has_translated_ = true;
      return close();
    }
    const LeftPassage verdict = judge_.judged(paired, mixture);
    const bool is_sure = verdict.left == Left::all && verdict.certainty == Certainty::sure;
    if (is_heading(passage) && (is_sure || is_left_heading(paired))) {
      return take_heading(paired, std::move(headings));
    }
    if (verdict.left == Left::nothing) return pass_over(paired, mixture);
    if (verdict.left == Left::part) has_translated_ = true;
    const bool joins =
        open_ && open_->left == Left::all && verdict.left == Left::all &&
        (open_->certainty == Certainty::sure || verdict.certainty == Certainty::unsure);
    if (joins) return extend(passage);
    close();
    const bool is_below = !headings.empty() && is_sure;
    open(is_below ? *headings.front() : paired, verdict);
    if (!is_below) return;
    for (std::size_t i = 1; i < headings.size(); ++i) extend(headings[i]->passage);
    extend(passage);
  }

  /// The cells of a table that hold words.
  struct Table {
    const PairedPassage* first = nullptr;  // of those that are the source's
    std::size_t last_block = 0;
    std::size_t left = 0;        // that are the source's, with ordinary words
    std::size_t translated = 0;  // any other
  };

  /// Tables of which no cell is translated. Each cell by itself may be a name or a keyword.
  void read_tables(const std::vector<PairedPassage>& passages) {
    constexpr std::size_t kFewestCells = 4;
    for (std::size_t i = 0; i < passages.size();) {
      const auto container = table_of(passages[i].passage);
      if (!container) {
        ++i;
        continue;
      }
      Table table;
      for (; i < passages.size() && table_of(passages[i].passage) == container; ++i) {
        count(passages[i], mixtures(subject_)[i], table);
      }
      if (table.left >= kFewestCells && table.translated == 0) add_table(table);
    }
  }

  /// The container that the table of a cell is; none for other passages.
  std::optional<std::size_t> table_of(const Passage& passage) const {
    if (passage.kind != PassageKind::cell) return std::nullopt;
    return subject_.translation.blocks[passage.block].container;
  }

  void count(const PairedPassage& paired, const Mixture& mixture, Table& table) {
    if (judge_.is_surely_translated(paired.passage)) ++table.translated;
    if (mixture.words == 0) return;
    if (!paired.source_span || !judge_.is_same_as_source(paired)) {
      ++table.translated;
    } else if (mixture.words > 1 && mixture.small > 0) {
      if (table.first == nullptr) table.first = &paired;
      table.last_block = paired.passage.block;
      ++table.left;
    }
  }

  void add_table(const Table& table) {
    const std::size_t first = table.first->passage.block;
    const auto behind = std::find_if(runs_.begin(), runs_.end(),
                                     [&](const LeftRun& run) { return run.last_block >= first; });
    const bool is_told = behind != runs_.end() && behind->first_block <= table.last_block;
    if (is_told) return;
    // Of the same letters, all of it may be names.
    const bool is_sure = !is_written_in_latin(subject_.translation.locale);
    LeftRun run = begun(*table.first, {.left = Left::all,
                                       .certainty = is_sure ? Certainty::sure : Certainty::unsure});
    run.last_block = table.last_block;
    run.blocks = table.last_block - first + 1;
    runs_.insert(behind, std::move(run));
  }

  /// Where nothing is translated, one run is the whole post, unless nothing of it is sure.
  void join_all() {
    const bool is_sure =
        has_left_heading_ || std::any_of(runs_.begin(), runs_.end(), [](const LeftRun& run) {
          return run.certainty == Certainty::sure;
        });
    if (runs_.size() > 1 && !is_sure) return;
    LeftRun& whole = runs_.front();
    for (std::size_t i = 1; i < runs_.size(); ++i) {
      whole.blocks += runs_[i].blocks;
      whole.has_body = whole.has_body || runs_[i].has_body;
    }
    if (is_sure) whole.certainty = Certainty::sure;
    whole.first_block = 0;
    whole.last_block = subject_.translation.blocks.size() - 1;
    whole.is_whole_post = true;
    runs_.resize(1);
  }

  /// A heading that was left goes on with the text before it, or begins what comes next.
  void take_heading(const PairedPassage& paired, std::vector<const PairedPassage*> above) {
    has_left_heading_ = true;
    const bool goes_on = open_ && open_->left == Left::all && open_->certainty == Certainty::sure;
    if (goes_on) return extend(paired.passage);
    close();
    headings_ = std::move(above);
    headings_.push_back(&paired);
  }

  /// A passage that is translated, or says nothing.
  void pass_over(const PairedPassage& paired, const Mixture& mixture) {
    if (!judge_.is_translated(paired, mixture)) return;
    has_translated_ = true;
    close();
  }

  /// Whether a heading is the source's, and surely no name.
  bool is_left_heading(const PairedPassage& paired) {
    const Passage& passage = paired.passage;
    if (!paired.source_span || !is_heading(passage) || !judge_.is_same_as_source(paired))
      return false;
    if (!ordinary_) ordinary_.emplace(subject_);
    return untranslated(*ordinary_, text_of(subject_.translation, passage)) == Certainty::sure;
  }

  void open(const PairedPassage& paired, const LeftPassage& verdict) {
    open_ = begun(paired, verdict);
  }

  LeftRun begun(const PairedPassage& paired, const LeftPassage& verdict) const {
    const Passage& passage = paired.passage;
    return LeftRun{.span = verdict.span.value_or(passage.span()),
                   .first_block = passage.block,
                   .last_block = passage.block,
                   .has_body = !is_heading(passage),
                   .left = verdict.left,
                   .certainty = verdict.certainty,
                   .source = paired.source_span,
                   .text = verdict.span ? std::string(slice(subject_.translation, *verdict.span))
                                        : text_of(subject_.translation, passage)};
  }

  void extend(const Passage& passage) {
    LeftRun& run = *open_;
    if (passage.block != run.last_block) ++run.blocks;
    run.last_block = passage.block;
    run.has_body = run.has_body || !is_heading(passage);
  }

  bool is_heading(const Passage& passage) const {
    return subject_.translation.blocks[passage.block].kind == BlockKind::heading;
  }

  void close() {
    if (open_) runs_.push_back(*open_);
    open_.reset();
  }

  const Subject& subject_;
  LeftJudge judge_;
  std::optional<OrdinaryWords> ordinary_;       // once they are asked for
  std::vector<const PairedPassage*> headings_;  // left, right above what comes next: parts of that
  std::optional<LeftRun> open_;
  std::vector<LeftRun> runs_;
  bool has_translated_ = false;
  bool has_left_heading_ = false;  // that is surely no name
};

}  // namespace

const std::vector<LeftRun>& left_runs(const Subject& subject) {
  auto& runs = subject.shared.left;
  if (!runs && subject.is_variant_of_source) runs.emplace();
  if (!runs) runs = Finder(subject).found();
  return *runs;
}

}  // namespace recto::checks
