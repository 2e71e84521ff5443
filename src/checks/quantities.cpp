#include "checks/quantities.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace recto::checks {
namespace {

constexpr std::size_t kLongestGap = 8;  // bytes between the parts of a sum: ` und `

struct Part {
  const Number* number = nullptr;
  std::optional<PlacedUnit> unit;

  Span span() const {
    const auto end = static_cast<std::uint32_t>(unit ? unit->end : number->span.end);
    return {number->span.begin, end};
  }
};

Quantity amount(const Part& part) {
  return {part.unit->unit.measure,
          part.number->values.front() * part.unit->unit.factor,
          {part.number->span}};
}

/// Whether `next` is added to `before`: a smaller unit, not far away, of less than one greater.
bool continues(const Part& before, const Part& next, std::string_view text) {
  const Unit& greater = before.unit->unit;
  const Unit& smaller = next.unit->unit;
  if (next.number->span.begin < before.span().end) return false;
  const std::size_t gap = next.number->span.begin - before.span().end;
  if (gap > kLongestGap || greater.measure != smaller.measure) return false;
  const std::string_view between = text.substr(before.span().end, gap);
  return smaller.factor < greater.factor &&
         next.number->values.front() * smaller.factor < greater.factor &&
         between.find_first_of(".;:!?") == between.npos;
}

/// Gives the number right behind hours, which has no unit, minutes: `1 h 30`.
void read_minutes(std::vector<Part>& parts, std::string_view text) {
  constexpr Unit kHours = {Measure::time, 3'600'000};
  constexpr Unit kMinutes = {Measure::time, 60'000};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Part& before = parts[i - 1];
    Part& part = parts[i];
    if (part.unit || !before.unit || before.unit->unit != kHours) continue;
    if (part.number->span.begin < before.span().end) continue;
    const std::size_t gap = part.number->span.begin - before.span().end;
    if (gap <= 1 && text.substr(before.span().end, gap).find_first_not_of(' ') == text.npos) {
      part.unit = PlacedUnit{kMinutes, part.number->span.end};
    }
  }
}

using Units = std::vector<std::optional<PlacedUnit>>;  // of the numbers of a text

/// The units that are symbols, which most texts have none of.
Units symbols_of(const NumberedText& said) {
  Units units;
  for (const Number& number : said.numbers) {
    units.push_back(symbol_at(said.text, number.span.end));
  }
  return units;
}

}  // namespace

std::vector<Quantity> quantities(const NumberedText& said) {
  std::vector<Part> parts;
  for (const Number& number : said.numbers) {
    if (!parts.empty() && number.span.begin < parts.back().number->span.end) continue;
    parts.push_back({&number, unit_at(said.text, number.span.end, said.locale)});
  }
  read_minutes(parts, said.text);
  std::vector<Quantity> found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].unit) continue;
    Quantity sum = amount(parts[i]);
    found.push_back(sum);
    for (std::size_t next = i + 1; next < parts.size() && parts[next].unit &&
                                   continues(parts[next - 1], parts[next], said.text);
         ++next) {
      sum.value += amount(parts[next]).value;
      sum.numbers.push_back(parts[next].number->span);
    }
    if (sum.numbers.size() > 1) found.push_back(std::move(sum));
  }
  return found;
}

std::vector<OtherUnit> amounts_in_other_units(const NumberedText& source,
                                              const NumberedText& translation) {
  const Units ours = symbols_of(source);
  if (std::none_of(ours.begin(), ours.end(), [](const auto& unit) { return unit.has_value(); }))
    return {};
  Units theirs = symbols_of(translation);
  std::set<std::tuple<double, Measure, double>> amounts;  // of the source
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (!ours[i]) continue;
    const Unit& unit = ours[i]->unit;
    amounts.emplace(source.numbers[i].values.front(), unit.measure, unit.factor);
  }
  std::vector<OtherUnit> found;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (!ours[i]) continue;
    const double value = source.numbers[i].values.front();
    std::optional<Span> other;
    bool is_same = false;
    for (std::size_t j = 0; j < theirs.size() && !is_same; ++j) {
      const Number& candidate = translation.numbers[j];
      if (!is_same_number(candidate.values.front(), value)) continue;
      if (!theirs[j]) {
        theirs[j] = unit_at(translation.text, candidate.span.end, translation.locale);
      }
      // What the source says as well is no other unit: the hour of `1 hour to 1 day`.
      is_same = !theirs[j] || theirs[j]->unit.measure != ours[i]->unit.measure ||
                amounts.contains({value, theirs[j]->unit.measure, theirs[j]->unit.factor});
      if (theirs[j]) other = {candidate.span.begin, static_cast<std::uint32_t>(theirs[j]->end)};
    }
    if (is_same || !other) continue;
    const auto end = static_cast<std::uint32_t>(ours[i]->end);
    found.push_back({{source.numbers[i].span.begin, end}, *other});
  }
  return found;
}

}  // namespace recto::checks
