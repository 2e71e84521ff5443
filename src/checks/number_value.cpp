// number_value: the numbers of the source stand in the translation, by value.
//
// A number that is left on one side alone may be a word on the other ("two", the month of a date),
// and is passed over unless it has many digits. A number left on each side is a change; the surer,
// the more it looks like a slip of the pen.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "checks/front_matter.h"
#include "checks/number_rest.h"
#include "checks/sameness.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// What the blocks below one heading of the source do not share: a number that moved to another
/// paragraph is there on both sides.
struct Pool {
  std::vector<double> source;
  std::vector<double> translation;
};

struct PlacedRest {
  std::size_t section = 0;
  const BlockPair* pair = nullptr;
  NumberRest rest;
};

/// For each block of the source the number of headings up to it, and one more for the end.
std::vector<std::size_t> section_numbers(const Post& source) {
  std::vector<std::size_t> numbers;
  std::size_t count = 0;
  for (const Block& block : source.blocks) {
    if (block.kind == BlockKind::heading) ++count;
    numbers.push_back(count);
  }
  numbers.push_back(count);
  return numbers;
}

void append(std::vector<double>& values, const std::vector<double>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

/// The pools of the sections that `rests` stand in.
std::map<std::size_t, Pool> pools_of(const Subject& subject, const std::vector<BlockPair>& pairs,
                                     const std::vector<PlacedRest>& rests,
                                     const std::vector<std::size_t>& sections) {
  std::map<std::size_t, Pool> pools;
  for (const PlacedRest& placed : rests) pools[placed.section];
  const auto pool_at = [&](std::size_t block) {
    const auto found = pools.find(sections[block]);
    return found == pools.end() ? nullptr : &found->second;
  };
  for (const BlockPair& pair : pairs) {
    Pool* pool = pool_at(pair.match.source.first);
    if (pool == nullptr) continue;
    const NumberRest rest = number_rest(subject, pair);
    for (const LoneNumber& lone : rest.source) append(pool->source, lone.number.values);
    for (const LoneNumber& lone : rest.translation) append(pool->translation, lone.number.values);
  }
  for (const LoneBlock& lone : missing_blocks(subject)) {
    const Block& block = subject.source.blocks[lone.block];
    if (Pool* pool = pool_at(lone.block)) {
      append(pool->source, number_readings(subject.source, block));
    }
  }
  for (const LoneBlock& lone : extra_blocks(subject)) {
    const Block& block = subject.translation.blocks[lone.block];
    if (Pool* pool = pool_at(lone.place)) {
      append(pool->translation, number_readings(subject.translation, block));
    }
  }
  for (auto& [section, pool] : pools) {
    std::sort(pool.source.begin(), pool.source.end());
    std::sort(pool.translation.begin(), pool.translation.end());
  }
  return pools;
}

void drop_moved(NumberRest& rest, const Pool& pool) {
  std::erase_if(rest.source,
                [&](const LoneNumber& lone) { return is_among(lone.number, pool.translation); });
  std::erase_if(rest.translation,
                [&](const LoneNumber& lone) { return is_among(lone.number, pool.source); });
}

/// How many times one is the other.
double distance(double left, double right) {
  return std::abs(std::log(std::max(left, 1e-9) / std::max(right, 1e-9)));
}

/// Of what `theirs` may mean, what is nearest to `ours`: whoever wrote it meant that.
double meant(const LoneNumber& theirs, const LoneNumber& ours) {
  const std::vector<double>& values = theirs.number.values;
  return *std::min_element(values.begin(), values.end(), [&](double left, double right) {
    return distance(left, ours.value()) < distance(right, ours.value());
  });
}

Finding changed(const LoneNumber& ours, const LoneNumber& theirs, Certainty certainty) {
  Finding finding{.span = theirs.place, .source = ours.place, .certainty = certainty};
  const bool is_version = ours.is_part() || theirs.is_part();
  const std::string expected = is_version ? ours.text : written_out(ours.value());
  const std::string found = is_version ? theirs.text : written_out(meant(theirs, ours));
  if (ours.text == expected && theirs.text == found) finding.variant = "plain";
  finding.fields = {{"expected", expected},
                    {"source_text", ours.text},
                    {"found", found},
                    {"found_text", theirs.text}};
  return finding;
}

/// The nearest slip of `ours` among `open`, taken out of it; null when there is none. Of two that
/// are as near it is the greater: small numbers come with the wording ("one second").
const LoneNumber* take_slip(const LoneNumber& ours, std::vector<const LoneNumber*>& open) {
  constexpr double kSame = 1e-9;
  auto best = open.end();
  double least = 0;
  for (auto at = open.begin(); at != open.end(); ++at) {
    const double value = meant(**at, ours);
    if (!is_slip(ours.value(), value)) continue;
    const double away = distance(value, ours.value());
    const bool is_nearer = best == open.end() || away < least - kSame;
    if (is_nearer || (away < least + kSame && value > meant(**best, ours))) {
      best = at;
      least = away;
    }
  }
  if (best == open.end()) return nullptr;
  const LoneNumber* found = *best;
  open.erase(best);
  return found;
}

bool are_versions(const LoneNumber& ours, const LoneNumber& theirs) {
  return ours.number.is_version && theirs.number.is_version;
}

bool have_same_unit(const LoneNumber& ours, const LoneNumber& theirs) {
  return ours.unit && ours.unit == theirs.unit;
}

/// A number of so many digits comes of no wording.
constexpr std::size_t kOfCounts = 3;

std::size_t digit_count(const LoneNumber& lone) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < lone.text.size();) {
    if (is_digit(next_code_point(lone.text, at))) ++count;
  }
  return count;
}

bool is_year(const LoneNumber& lone) {
  return lone.number.scale == Scale::none && lone.value() >= 1900 && lone.value() <= 2100;
}

/// Whether a text names what is counted, and in English it is nothing that translators convert:
/// money, lengths, power. A number alone may be one of a page or a telephone.
bool counts_things(const LoneNumber& lone) {
  constexpr std::string_view kConverted =
      " acre acres bucks calories cent cents cubic cups degrees dollar dollars euro euros f feet "
      "foot "
      "ft gallon gallons horsepower hp in inch inches kcal kilowatts kw lb lbs mile miles mph "
      "ounce "
      "ounces oz pound pounds psi rupees sq square stone stones volts watts yards yen ";
  constexpr std::string_view kSmall =
      " and are as at but by for from if in is it now of on or so than that the then to was were "
      "when with ";
  const std::string word = ' ' + lone.counted + ' ';
  return !lone.counted.empty() && kConverted.find(word) == std::string_view::npos &&
         kSmall.find(word) == std::string_view::npos;
}

/// Whether both count so much that they come of no wording, and nothing beside them tells of
/// another currency, unit or calendar.
bool are_counts(const LoneNumber& ours, const LoneNumber& theirs) {
  return counts_things(ours) && digit_count(ours) >= kOfCounts &&
         digit_count(theirs) >= kOfCounts && ours.currency == theirs.currency &&
         ours.unit == theirs.unit && is_year(ours) == is_year(theirs);
}

/// Whether both are what no translator converts: shares, versions, amounts in the same unit, years
/// of our calendar, or counts.
bool is_same_measure(const LoneNumber& ours, const LoneNumber& theirs) {
  return (ours.number.is_percent && theirs.number.is_percent) || are_versions(ours, theirs) ||
         have_same_unit(ours, theirs) || (is_year(ours) && is_year(theirs)) ||
         are_counts(ours, theirs);
}

bool is_within(double share, double left, double right) {
  return std::abs(left - right) <= share * std::abs(right);
}

/// Whether one may be the other in another unit: miles and kilometres, inches, feet, pounds, or
/// degrees, which are rounded to what an oven can be set to.
bool may_be_converted(double ours, double theirs) {
  constexpr std::array kRates = {1.609, 2.54, 3.281, 2.205};
  return is_within(0.02, ours, theirs * 1.8 + 32) || is_within(0.02, theirs, ours * 1.8 + 32) ||
         std::any_of(kRates.begin(), kRates.end(), [&](double rate) {
           return is_within(0.01, ours, theirs * rate) || is_within(0.01, theirs, ours * rate);
         });
}

/// `$29`, `39 €`; `$0.25`, `25 Cent`
bool may_be_exchanged(const LoneNumber& ours, const LoneNumber& theirs) {
  const bool is_subunit =
      theirs.currency == 0 && is_within(1e-9, ours.value() * 100, theirs.value());
  return ours.currency != 0 &&
         (is_subunit || (theirs.currency != 0 && ours.currency != theirs.currency));
}

/// Numbers of one digit come and go with the wording; where hardly a number agrees, the blocks may
/// not belong together.
Certainty certainty_of(const NumberRest& rest, const LoneNumber& ours, const LoneNumber& theirs) {
  const bool is_long = (digit_count(ours) > 1 && digit_count(theirs) > 1) ||
                       are_versions(ours, theirs) || have_same_unit(ours, theirs);
  const bool is_like = rest.source.size() <= rest.agreed + 1;
  const bool is_converted =
      may_be_exchanged(ours, theirs) ||
      (!have_same_unit(ours, theirs) && may_be_converted(ours.value(), meant(theirs, ours)));
  return is_long && is_like && !is_converted ? Certainty::sure : Certainty::unsure;
}

/// The digits of `lone` but for zeros at its end.
std::size_t telling_digits(const LoneNumber& lone) {
  std::string digits = written_out(lone.value());
  std::erase(digits, '.');
  while (digits.ends_with('0')) digits.pop_back();
  return digits.size();
}

/// Of numbers that are lost, those that are hardly ever written in words, or left out without what
/// they tell: one of three digits that tell, or several thousands one of which has two.
std::vector<const LoneNumber*> telling(std::vector<const LoneNumber*> missing) {
  constexpr double kThousand = 1000;
  std::vector<const LoneNumber*> counts = missing;
  std::erase_if(counts, [](const LoneNumber* number) {
    return number->is_part() || number->value() < kThousand;
  });
  const bool are_counts =
      counts.size() > 1 && std::any_of(counts.begin(), counts.end(), [](const LoneNumber* number) {
        return telling_digits(*number) > 1;
      });
  if (are_counts) return counts;
  std::erase_if(missing, [](const LoneNumber* number) { return telling_digits(*number) < 3; });
  return missing;
}

/// The numbers as a message tells them, one of several parts once.
std::string listed(const std::vector<const LoneNumber*>& numbers) {
  std::string texts;
  const LoneNumber* last = nullptr;
  for (const LoneNumber* number : numbers) {
    const bool is_told = last != nullptr && last->place == number->place;
    if (!is_told) texts += (texts.empty() ? "" : ", ") + number->text;
    last = number;
  }
  return texts;
}

/// Whether two counts or more of one text are others, as in a text that was brought up to date on
/// one side. Which stands for which its languages may say in another order.
bool are_other_counts(const std::vector<const LoneNumber*>& ours,
                      const std::vector<const LoneNumber*>& theirs) {
  constexpr std::size_t kFewestDigits = 2;
  if (ours.size() < 2 || ours.size() != theirs.size()) return false;
  const auto is_count = [](const LoneNumber* lone) {
    return digit_count(*lone) >= kFewestDigits && lone->currency == 0 && !lone->unit &&
           !lone->is_part() && !is_year(*lone) && lone->number.scale == Scale::none;
  };
  return std::all_of(theirs.begin(), theirs.end(), is_count) &&
         std::all_of(ours.begin(), ours.end(), [&](const LoneNumber* lone) {
           return is_count(lone) && counts_things(*lone);
         });
}

/// Whether all of `theirs` are `ours` times one rate: what is measured in another unit.
bool may_be_one_rate(const std::vector<const LoneNumber*>& ours,
                     const std::vector<const LoneNumber*>& theirs) {
  const double rate = theirs.front()->value() / ours.front()->value();
  for (std::size_t i = 1; i < ours.size(); ++i) {
    if (!is_within(0.03, theirs[i]->value(), ours[i]->value() * rate)) return false;
  }
  return true;
}

Finding other_counts(const std::vector<const LoneNumber*>& ours,
                     const std::vector<const LoneNumber*>& theirs) {
  Finding finding{
      .span = theirs.front()->place, .source = ours.front()->place, .variant = "several"};
  if (may_be_one_rate(ours, theirs)) finding.certainty = Certainty::unsure;
  finding.fields = {{"source_text", listed(ours)}, {"found_text", listed(theirs)}};
  return finding;
}

Finding lost(std::uint32_t place, const std::vector<const LoneNumber*>& numbers) {
  Finding finding{.span = {place, place}, .source = numbers.front()->place, .variant = "lost"};
  // Two of them are not lost by rewording, nor is one that leads to an issue: `#1234`.
  constexpr std::size_t kLongestIssue = 5;  // digits; six are a colour
  const bool is_issue =
      numbers.front()->counted == "#" && digit_count(*numbers.front()) <= kLongestIssue;
  const bool is_sure = numbers.size() > 1 || is_issue;
  finding.certainty = is_sure ? Certainty::sure : Certainty::unsure;
  finding.fields = {{"source_text", listed(numbers)}};
  return finding;
}

/// Two parts of a version that changed are one finding, as sure as the surer of them.
void add(Finding finding, Findings& findings) {
  const bool is_told = !findings.empty() && findings.back().span == finding.span &&
                       findings.back().fields == finding.fields;
  if (!is_told)
    findings.push_back(std::move(finding));
  else
    findings.back().certainty = std::min(findings.back().certainty, finding.certainty);
}

/// `place` is where the text that should hold the numbers begins.
void report(const NumberRest& rest, std::uint32_t place, Findings& findings) {
  constexpr std::size_t kMost = 20;  // of so many different numbers nothing can be said
  if (rest.source.size() > kMost || rest.translation.size() > kMost) return;
  std::vector<const LoneNumber*> open;
  for (const LoneNumber& theirs : rest.translation) open.push_back(&theirs);
  std::vector<const LoneNumber*> missing;
  for (const LoneNumber& ours : rest.source) {
    if (const LoneNumber* theirs = take_slip(ours, open))
      add(changed(ours, *theirs, certainty_of(rest, ours, *theirs)), findings);
    else
      missing.push_back(&ours);
  }
  if (missing.size() == 1 && open.size() == 1) {
    const bool is_sure = is_same_measure(*missing.front(), *open.front());
    const Certainty certainty =
        is_sure ? certainty_of(rest, *missing.front(), *open.front()) : Certainty::unsure;
    add(changed(*missing.front(), *open.front(), certainty), findings);
    return;
  }
  if (are_other_counts(missing, open)) {
    findings.push_back(other_counts(missing, open));
    return;
  }
  missing = telling(std::move(missing));
  if (!missing.empty() && open.empty()) findings.push_back(lost(place, missing));
}

void compare_front_matter(const Subject& subject, Findings& findings) {
  for (const PairedKey& key : paired_keys(subject)) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    if (!is_translated_text(key) || !may_have_number(slice(subject.source, source.span))) continue;
    report(number_rest(subject, prose_of(subject.source, source),
                       prose_of(subject.translation, translation)),
           translation.span.begin, findings);
  }
}

/// Whether both rows begin with the same text, of code or of a name: they stand for each other,
/// however the rows are sorted.
bool have_same_key(const Subject& subject, const Block& ours, const Block& theirs) {
  return !ours.cells.front().is_empty() &&
         is_same_text(slice(subject.source, ours.cells.front()),
                      slice(subject.translation, theirs.cells.front()));
}

/// The numbers that differ in one cell of a row of `rest`. None moves from row to row, so no other
/// one excuses them.
Findings changed_cells(const Subject& subject, const BlockPair& pair, const NumberRest& rest) {
  const Block& ours = pair.source.front();
  const Block& theirs = pair.translation.front();
  const bool is_row_pair = ours.kind == BlockKind::row && theirs.kind == BlockKind::row &&
                           pair.source.size() == 1 && pair.translation.size() == 1;
  Findings findings;
  // A row with the same numbers may have its columns in another order.
  if (!is_row_pair || rest.source.empty() || ours.cells.size() != theirs.cells.size())
    return findings;
  if (!have_same_key(subject, ours, theirs)) return findings;
  for (std::size_t i = 0; i < ours.cells.size(); ++i) {
    if (!may_have_number(slice(subject.source, ours.cells[i]))) continue;
    const NumberRest cell = number_rest(subject, prose_of(subject.source, ours, ours.cells[i]),
                                        prose_of(subject.translation, theirs, theirs.cells[i]));
    if (cell.source.size() == 1 && cell.translation.size() == 1)
      add(changed(cell.source.front(), cell.translation.front(), Certainty::sure), findings);
  }
  return findings;
}

void drop_told(NumberRest& rest, const Findings& told) {
  std::erase_if(rest.source, [&](const LoneNumber& lone) {
    return std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
      return finding.source && lone.place.overlaps(*finding.source);
    });
  });
  std::erase_if(rest.translation, [&](const LoneNumber& lone) {
    return std::any_of(told.begin(), told.end(),
                       [&](const Finding& finding) { return lone.place.overlaps(finding.span); });
  });
}

Finding other(const Replaced& replaced) {
  Finding finding{.span = replaced.translation, .source = replaced.source, .variant = "plain"};
  finding.fields = {{"expected", replaced.expected},
                    {"source_text", replaced.expected},
                    {"found", replaced.found},
                    {"found_text", replaced.found}};
  return finding;
}

/// The months and units of `rest` that are others.
Findings others(const NumberRest& rest) {
  Findings findings;
  for (const Replaced& unit : rest.units) findings.push_back(other(unit));
  if (!rest.month) return findings;
  findings.push_back(other(*rest.month));
  // A day that differs, too, may be the same moment in another time zone.
  const bool has_other_day =
      std::any_of(rest.source.begin(), rest.source.end(),
                  [&](const LoneNumber& lone) { return !lone.place.overlaps(rest.month->source); });
  if (has_other_day) findings.back().certainty = Certainty::unsure;
  return findings;
}

Findings run(const Subject& subject) {
  const std::vector<BlockPair> pairs = block_pairs(subject);
  const std::vector<std::size_t> sections = section_numbers(subject.source);
  std::vector<PlacedRest> rests;
  Findings findings;
  compare_front_matter(subject, findings);
  for (const BlockPair& pair : pairs) {
    if (!may_have_number(subject.source, pair.source)) continue;
    NumberRest rest = number_rest(subject, pair);
    for (const Findings& told : {others(rest), changed_cells(subject, pair, rest)}) {
      drop_told(rest, told);
      findings.insert(findings.end(), told.begin(), told.end());
    }
    if (rest.source.empty()) continue;
    rests.push_back({sections[pair.match.source.first], &pair, std::move(rest)});
  }
  if (rests.empty()) return findings;
  const std::map<std::size_t, Pool> pools = pools_of(subject, pairs, rests, sections);
  for (PlacedRest& placed : rests) {
    drop_moved(placed.rest, pools.at(placed.section));
    report(placed.rest, placed.pair->translation.front().span.begin, findings);
  }
  return findings;
}

}  // namespace

CheckKind number_value() {
  return pair_kind("number_value",
                   "The numbers of the source stand in the translation, by their value.",
                   {"expected", "source_text", "found", "found_text"}, run);
}

}  // namespace recto::checks
