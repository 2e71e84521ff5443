#include "checks/quantities.h"

#include <algorithm>
#include <optional>

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
  std::vector<OtherUnit> found;
  for (const Number& number : source.numbers) {
    const auto unit = unit_at(source.text, number.span.end, source.locale);
    if (!unit) continue;
    std::optional<Span> other;
    bool is_same = false;
    for (const Number& candidate : translation.numbers) {
      if (!is_same_number(candidate.values.front(), number.values.front())) continue;
      const auto said = unit_at(translation.text, candidate.span.end, translation.locale);
      is_same =
          is_same || !said || said->unit == unit->unit || said->unit.measure != unit->unit.measure;
      if (said) other = {candidate.span.begin, static_cast<std::uint32_t>(said->end)};
    }
    if (is_same || !other) continue;
    found.push_back({{number.span.begin, static_cast<std::uint32_t>(unit->end)}, *other});
  }
  return found;
}

}  // namespace recto::checks
