#include "checks/number_change.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace recto::checks {
namespace {

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

}  // namespace

Finding changed_number(const LoneNumber& ours, const LoneNumber& theirs, Certainty certainty) {
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

void add_change(Finding finding, Findings& findings) {
  const bool is_told = !findings.empty() && findings.back().span == finding.span &&
                       findings.back().fields == finding.fields;
  if (!is_told)
    findings.push_back(std::move(finding));
  else
    findings.back().certainty = std::min(findings.back().certainty, finding.certainty);
}

void report_changes(const NumberRest& rest, std::uint32_t place, Findings& findings) {
  constexpr std::size_t kMost = 20;  // of so many different numbers nothing can be said
  if (rest.source.size() > kMost || rest.translation.size() > kMost) return;
  std::vector<const LoneNumber*> open;
  for (const LoneNumber& theirs : rest.translation) open.push_back(&theirs);
  std::vector<const LoneNumber*> missing;
  for (const LoneNumber& ours : rest.source) {
    if (const LoneNumber* theirs = take_slip(ours, open))
      add_change(changed_number(ours, *theirs, certainty_of(rest, ours, *theirs)), findings);
    else
      missing.push_back(&ours);
  }
  if (missing.size() == 1 && open.size() == 1) {
    const bool is_sure = is_same_measure(*missing.front(), *open.front());
    const Certainty certainty =
        is_sure ? certainty_of(rest, *missing.front(), *open.front()) : Certainty::unsure;
    add_change(changed_number(*missing.front(), *open.front(), certainty), findings);
    return;
  }
  if (are_other_counts(missing, open)) {
    findings.push_back(other_counts(missing, open));
    return;
  }
  missing = telling(std::move(missing));
  if (!missing.empty() && open.empty()) findings.push_back(lost(place, missing));
}

}  // namespace recto::checks
