#include "checks/number_rest.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "checks/headings.h"
#include "checks/quantities.h"
#include "checks/shared.h"
#include "text/digit_groups.h"
#include "text/months.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostNumbers = 120;  // a block with more of them is data, no prose

/// The numbers of one side of a match.
struct NumberedSide {
  Prose prose;
  std::vector<Number> numbers;
  std::vector<NamedMonth> months;  // of its dates, where the source has any
};

NumberedText numbered(const NumberedSide& side, const Post& post) {
  return {side.prose.text, side.numbers, post.locale};
}

bool is_prose(const Block& block) {
  return block.kind == BlockKind::heading || block.kind == BlockKind::paragraph ||
         block.kind == BlockKind::row || block.kind == BlockKind::html;
}

NumberedSide side_of(const Post& post, Prose prose, Separators separators) {
  NumberedSide side{.prose = std::move(prose)};
  side.numbers = number_reader(post.locale).numbers(side.prose.text, separators);
  if (side.numbers.size() > kMostNumbers) side.numbers.clear();
  return side;
}

NumberedSide side_of(const Subject& subject, const Post& post, std::span<const Block> blocks,
                     Separators separators) {
  NumberedSide side = side_of(post, prose_of(post, blocks), separators);
  if (blocks.front().kind != BlockKind::heading) return side;
  // The ordinal of a heading is another rule's.
  const auto ordinal = ordinal_of(subject, post, side.prose.text);
  for (Number& number : side.numbers) {
    if (ordinal && number.span.begin < ordinal->size) number.is_loose = true;
  }
  return side;
}

bool share(const std::vector<double>& left, const std::vector<double>& right) {
  return std::any_of(left.begin(), left.end(), [&](double value) {
    return std::any_of(right.begin(), right.end(),
                       [&](double other) { return is_same_number(value, other); });
  });
}

bool have_same_reading(const Number& left, const Number& right) {
  return is_same_number(left.values.front(), right.values.front());
}

bool share_a_reading(const Number& left, const Number& right) {
  return share(left.values, right.values);
}

/// Same digits, where the magnitude of one side may be a unit, or a word unknown here.
bool may_be_scaled(const Number& left, const Number& right) {
  const bool is_open = left.scale != Scale::word || right.scale != Scale::word;
  return is_open && share(left.bare, right.bare);
}

/// The same, where both are parts of a version or neither: `1` of 3.0.1 is not the first of May.
bool have_same_place(const Number& left, const Number& right) {
  return left.whole.is_empty() == right.whole.is_empty() && have_same_reading(left, right);
}

/// Takes the numbers that agree out of both lists, the surest first; the number of pairs.
std::size_t take_agreeing(std::vector<Number>& source, std::vector<Number>& translation) {
  std::size_t count = 0;
  for (const auto agree : {have_same_place, have_same_reading, share_a_reading, may_be_scaled}) {
    std::erase_if(translation, [&](const Number& theirs) {
      const auto ours = std::find_if(source.begin(), source.end(),
                                     [&](const Number& number) { return agree(number, theirs); });
      if (ours == source.end()) return false;
      source.erase(ours);
      ++count;
      return true;
    });
  }
  return count;
}

/// Whether `number` is a time with a dot, `9.15`, of an hour that one of `others` is with a colon.
bool is_time_of(const Number& number, const std::vector<Number>& others) {
  return number.apart.size() == 2 &&
         std::any_of(others.begin(), others.end(), [&](const Number& other) {
           return other.is_hour && share(other.values, {number.apart.front()});
         });
}

/// Reads `3 405` and `40,50` as two numbers when both are wanted and the one is not.
void part_at_marks(std::vector<Number>& numbers, const std::vector<Number>& others) {
  const auto is_wanted = [&](double value) {
    return std::any_of(others.begin(), others.end(), [value](const Number& other) {
      return share(other.values, {value}) || share(other.bare, {value});
    });
  };
  std::vector<Number> parted;
  for (Number& number : numbers) {
    const bool is_apart = !number.apart.empty() && !is_wanted(number.values.front()) &&
                          (std::all_of(number.apart.begin(), number.apart.end(), is_wanted) ||
                           is_time_of(number, others));
    if (!is_apart) {
      parted.push_back(std::move(number));
      continue;
    }
    for (const double value : number.apart) {
      parted.push_back({.span = number.span, .values = {value}, .bare = {value}});
    }
  }
  numbers = std::move(parted);
}

bool names_month(const NumberedSide& side, int month) {
  return std::any_of(side.months.begin(), side.months.end(),
                     [month](const NamedMonth& named) { return named.month == month; });
}

/// Reads `26.6.` as a day where `other` names that month, and no such number.
void part_at_months(NumberedSide& side, const NumberedSide& other) {
  for (Number& number : side.numbers) {
    const auto month =
        std::find_if(side.months.begin(), side.months.end(), [&](const NamedMonth& named) {
          return number.apart.empty() && number.span.begin < named.span.begin &&
                 named.span.end == number.span.end && names_month(other, named.month);
        });
    const bool is_said = std::any_of(
        other.numbers.begin(), other.numbers.end(),
        [&](const Number& theirs) { return share(theirs.values, {number.values.front()}); });
    if (month == side.months.end() || is_said) continue;
    const DigitGroups digits = digit_groups(side.prose.text, number.span.begin);
    number.span = digits.places.front();
    number.values = number.bare = {std::stod(digits.groups.front())};
  }
}

/// The numbers of `own` but for those that are a month which `other` names as well: `9月`.
std::vector<Number> numbers_but_months(const NumberedSide& own, const NumberedSide& other) {
  std::vector<Number> numbers = own.numbers;
  std::erase_if(numbers, [&](const Number& number) {
    return std::any_of(own.months.begin(), own.months.end(), [&](const NamedMonth& named) {
      return named.span.holds(number.span) && names_month(other, named.month);
    });
  });
  return numbers;
}

/// The text of `said` without the months that `asked` names as well: they say no number of it.
std::string without_months(const NumberedSide& said, const NumberedSide& asked) {
  std::string text = said.prose.text;
  for (const NamedMonth& named : said.months) {
    if (!names_month(asked, named.month)) continue;
    text.replace(named.span.begin, named.span.size(), named.span.size(), ' ');
  }
  return text;
}

/// Drops what need not stand in `other` as a number: it may be a word there, or part of a name.
void drop_spelled(std::vector<Number>& numbers, const NumberedSide& own, const Post& other_post,
                  const NumberedSide& other) {
  std::erase_if(numbers, [](const Number& number) { return number.is_loose; });
  if (numbers.empty()) return;
  std::vector<double> said = spelled_numbers(without_months(other, own), other_post.locale);
  for (const Number& number : other.numbers) {
    if (number.is_loose) said.insert(said.end(), number.values.begin(), number.values.end());
  }
  std::sort(said.begin(), said.end());
  std::erase_if(numbers, [&](const Number& number) { return is_among(number, said); });
}

/// Drops parts of versions that stand in `other` as they are: they are told of there once less, or
/// `1.6` and `8.1.x` are said for them.
void drop_versions_of(std::vector<Number>& numbers, const NumberedSide& side,
                      const NumberedSide& other) {
  std::set<std::string_view> versions;
  for (const Number& number : other.numbers) {
    if (!number.whole.is_empty()) versions.insert(slice(other.prose.text, number.whole));
  }
  std::erase_if(numbers, [&](const Number& number) {
    return !number.whole.is_empty() && versions.contains(slice(side.prose.text, number.whole));
  });
}

/// The sign of a currency before or behind `number`, a blank between them or not; 0 when there is
/// none.
char32_t currency_beside(std::string_view text, Span number) {
  std::size_t before = number.begin;
  char32_t sign = before > 0 ? previous_code_point(text, before) : U' ';
  if (is_space(sign) && before > 0) sign = previous_code_point(text, before);
  if (is_currency(sign)) return sign;
  std::size_t behind = number.end;
  sign = behind < text.size() ? next_code_point(text, behind) : U' ';
  if (is_space(sign) && behind < text.size()) sign = next_code_point(text, behind);
  return is_currency(sign) ? sign : 0;
}

/// Whether `word` may be the code of a currency: `USD`.
bool is_code(std::string_view word) {
  return word.size() == 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The word of ASCII behind `number`, in small letters; `#` where that stands before it; empty
/// beside the code of a currency.
std::string counted_by(std::string_view text, Span number) {
  const bool is_in_word = number.end < text.size() && is_ascii_letter(text[number.end]);
  if (number.begin > 0 && text[number.begin - 1] == '#') return is_in_word ? "" : "#";
  const std::size_t before = number.begin - std::min<std::size_t>(number.begin, 4);
  if (is_code(trimmed(text.substr(before, number.begin - before)))) return {};
  std::size_t at = number.end;
  if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
  std::size_t end = at;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  const std::string_view word = text.substr(at, end - at);
  return is_code(word) ? std::string() : ascii_lowered(word);
}

std::vector<LoneNumber> lone_numbers(const NumberedSide& side, std::vector<Number> numbers) {
  std::vector<LoneNumber> lone;
  for (Number& number : numbers) {
    const Span span = number.whole.is_empty() ? number.span : number.whole;
    std::string counted = counted_by(side.prose.text, number.span);
    lone.push_back({.number = std::move(number),
                    .place = side.prose.place(span),
                    .text = std::string(slice(std::string_view(side.prose.text), span)),
                    .counted = std::move(counted)});
  }
  return lone;
}

void note_units(std::vector<LoneNumber>& numbers, const NumberedSide& side, const Locale& locale) {
  for (LoneNumber& lone : numbers) {
    const auto unit = unit_at(side.prose.text, lone.number.span.end, locale);
    if (unit) lone.unit = unit->unit;
    lone.currency = currency_beside(side.prose.text, lone.number.span);
  }
}

Replaced replaced(const NumberedSide& ours, Span source, const NumberedSide& theirs,
                  Span translation) {
  return {ours.prose.place(source), theirs.prose.place(translation),
          std::string(slice(std::string_view(ours.prose.text), source)),
          std::string(slice(std::string_view(theirs.prose.text), translation))};
}

std::optional<Replaced> other_month(const Subject& subject, const NumberedSide& ours,
                                    const NumberedSide& theirs, Digits digits) {
  if (ours.months.size() != theirs.months.size()) return std::nullopt;
  std::vector<NamedMonth> lone = ours.months;
  std::vector<NamedMonth> others;
  for (const NamedMonth& named : theirs.months) {
    const auto same = std::find_if(lone.begin(), lone.end(),
                                   [&](const NamedMonth& own) { return own.month == named.month; });
    if (same == lone.end())
      others.push_back(named);
    else
      lone.erase(same);
  }
  if (lone.size() != 1) return std::nullopt;
  // Where others stand without a number, these may not belong together.
  if (count_months(ours.prose.text, subject.source.locale, digits) != ours.months.size() ||
      count_months(theirs.prose.text, subject.translation.locale, digits) != theirs.months.size()) {
    return std::nullopt;
  }
  const Span source = lone.front().span;
  const Span translation = others.front().span;
  return replaced(ours, source, theirs, translation);
}

/// Takes out the numbers of `source` and `translation` that say the same amount in other units:
/// `90 minutes`, `1 h 30`.
void drop_converted(const Subject& subject, const NumberedSide& ours, std::vector<Number>& source,
                    const NumberedSide& theirs, std::vector<Number>& translation) {
  const auto is_of = [](const Quantity& quantity) {
    return [&quantity](const Number& number) {
      return std::find(quantity.numbers.begin(), quantity.numbers.end(), number.span) !=
             quantity.numbers.end();
    };
  };
  const auto said = quantities(numbered(ours, subject.source));
  if (said.empty()) return;
  const auto there = quantities(numbered(theirs, subject.translation));
  for (const Quantity& quantity : said) {
    for (const Quantity& other : there) {
      const bool is_same = quantity.measure == other.measure &&
                           is_same_amount(quantity.measure, quantity.value, other.value);
      // What agreed with another number says nothing of this one.
      const bool are_lone = std::any_of(source.begin(), source.end(), is_of(quantity)) &&
                            std::any_of(translation.begin(), translation.end(), is_of(other));
      if (!is_same || !are_lone) continue;
      std::erase_if(source, is_of(quantity));
      std::erase_if(translation, is_of(other));
    }
  }
}

std::vector<Replaced> other_units(const Subject& subject, const NumberedSide& ours,
                                  const NumberedSide& theirs) {
  std::vector<Replaced> found;
  for (const OtherUnit& other : amounts_in_other_units(numbered(ours, subject.source),
                                                       numbered(theirs, subject.translation))) {
    found.push_back(replaced(ours, other.source, theirs, other.translation));
  }
  return found;
}

/// Reads the months of both sides, where each may have some: those in digits only where one side
/// names more than the other. Whether they were read.
Digits read_months(const Subject& subject, NumberedSide& ours, NumberedSide& theirs) {
  if (ours.numbers.empty() || theirs.numbers.empty()) return Digits::ignored;
  for (const Digits digits : {Digits::ignored, Digits::read}) {
    ours.months = months_of_dates(ours.prose.text, subject.source.locale, digits);
    if (ours.months.empty()) continue;
    theirs.months = months_of_dates(theirs.prose.text, subject.translation.locale, digits);
    if (ours.months.size() == theirs.months.size()) return digits;
  }
  return Digits::read;
}

NumberRest rest_of(const Subject& subject, NumberedSide ours, NumberedSide theirs) {
  const Digits digits = read_months(subject, ours, theirs);
  NumberRest rest{.month = other_month(subject, ours, theirs, digits),
                  .units = other_units(subject, ours, theirs)};
  part_at_months(ours, theirs);
  part_at_months(theirs, ours);
  std::vector<Number> source = numbers_but_months(ours, theirs);
  std::vector<Number> translation = numbers_but_months(theirs, ours);
  part_at_marks(translation, source);
  part_at_marks(source, translation);
  rest.agreed = take_agreeing(source, translation);
  if (!source.empty()) {
    drop_spelled(source, ours, subject.translation, theirs);
    drop_versions_of(source, ours, theirs);
    if (!source.empty()) drop_spelled(translation, theirs, subject.source, ours);
    if (!source.empty()) drop_converted(subject, ours, source, theirs, translation);
  }
  const bool may_share_units = !source.empty() && !translation.empty();
  rest.source = lone_numbers(ours, std::move(source));
  rest.translation = lone_numbers(theirs, std::move(translation));
  if (may_share_units) {
    note_units(rest.source, ours, subject.source.locale);
    note_units(rest.translation, theirs, subject.translation.locale);
  }
  return rest;
}

}  // namespace

bool may_have_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || c >= 0xD9;  // digits of other scripts begin there
  });
}

bool may_have_number(const Post& post, std::span<const Block> blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return is_prose(block) && may_have_number(slice(post, block.span));
  });
}

NumberRest number_rest(const Subject& subject, const BlockPair& pair) {
  return rest_of(subject, side_of(subject, subject.source, pair.source, Separators::own),
                 side_of(subject, subject.translation, pair.translation, Separators::either));
}

NumberRest number_rest(const Subject& subject, Prose source, Prose translation) {
  return rest_of(subject, side_of(subject.source, std::move(source), Separators::own),
                 side_of(subject.translation, std::move(translation), Separators::either));
}

std::vector<double> number_readings(const Post& post, const Block& block) {
  std::vector<double> values;
  if (!may_have_number(post, {&block, 1})) return values;
  for (const Number& number :
       side_of(post, prose_of(post, {&block, 1}), Separators::either).numbers) {
    values.insert(values.end(), number.values.begin(), number.values.end());
    values.insert(values.end(), number.bare.begin(), number.bare.end());
  }
  return values;
}

bool is_among(const Number& number, const std::vector<double>& values) {
  return std::any_of(number.values.begin(), number.values.end(), [&](double value) {
    const auto near = std::lower_bound(values.begin(), values.end(), value - value * 1e-9);
    return near != values.end() && is_same_number(*near, value);
  });
}

}  // namespace recto::checks
