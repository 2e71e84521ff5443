// invisible_characters: characters that nobody sees and that split words for every machine, and the
// one that stands for bytes which were lost.
//
// What a script, an emoji or the direction of a text needs is no mistake, nor what the source has
// in the same place.

#include <algorithm>
#include <map>

#include "checks/blanks_in_code.h"
#include "checks/check.h"
#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/mojibake.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr char32_t kMongolianSeparator = 0x180E;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kWordJoiner = 0x2060;
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kMostPlaces = 5;  // in more, one finding stands for the whole post

bool is_direction_mark(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_invisible(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c < 0x7F) return false;
  if (c <= 0x9F || c == kSoftHyphen || c == 0x034F || c == 0x061C) return true;
  if (c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x180E) return true;
  if (c >= 0x200B && c <= 0x200F) return true;
  if (c >= 0x2028 && c <= 0x202E) return true;
  if (c >= kWordJoiner && c <= 0x206F) return true;
  return c == 0x3164 || c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF9 && c <= kReplacement);
}

/// Whether letters of `script` change their form beside a joiner.
bool joins_letters(Script script) {
  return script == Script::arabic || script == Script::devanagari || script == Script::other;
}

/// Whether `script` has no blanks between its words.
bool has_no_blanks(Script script) {
  return script == Script::thai || script == Script::other;
}

/// Whether letters that run from right to left stand near `place`: marks keep them in order.
bool is_beside_right_to_left(std::string_view text, Span place) {
  constexpr std::size_t kNear = 48;  // bytes on each side
  const std::size_t begin = place.begin - std::min<std::size_t>(place.begin, kNear);
  const std::size_t end = std::min(text.size(), std::size_t{place.end} + kNear);
  for (std::size_t at = begin; at < end;) {
    const Script script = script_of(next_code_point(text, at));
    if (script == Script::arabic || script == Script::hebrew) return true;
  }
  return false;
}

/// Whether the text needs the invisible `c` at `place`.
bool is_needed(const Post& post, Span place, char32_t c) {
  const std::string_view text = post.text;
  std::size_t begin = place.begin;
  std::size_t end = place.end;
  const char32_t before = begin > 0 ? previous_code_point(text, begin) : U' ';
  const char32_t after = end < text.size() ? next_code_point(text, end) : U' ';
  if (is_direction_mark(c)) {
    const bool is_override = c == 0x202D || c == 0x202E;
    return !is_override && (is_right_to_left(post.locale) || is_beside_right_to_left(text, place));
  }
  if (c == kMongolianSeparator) return post.locale.language == "mn" || post.locale.script == "Mong";
  if (c == kJoiner && (is_emoji(before) || is_emoji(after))) return true;
  const Script script = is_mark(before) ? script_of(after) : script_of(before);
  if (c == kJoiner || c == kNonJoiner) {
    return joins_letters(script) || is_mark(before) || joins_letters(script_of(after));
  }
  if (c != kZeroWidthSpace && c != kWordJoiner) return false;
  return has_no_blanks(script) || has_no_blanks(script_of(after));
}

bool separates(char32_t c) {
  return c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// The word around `place`.
std::string surroundings(std::string_view text, Span place) {
  constexpr std::string_view kBlanks = " \t\r\n";
  constexpr std::size_t kWidest = 60;  // bytes on each side
  std::size_t begin = place.begin;
  std::size_t end = place.end;
  while (begin > 0 && place.begin - begin < kWidest) {
    std::size_t before = begin;
    const char32_t c = previous_code_point(text, before);
    if (c < 0x80 && kBlanks.find(static_cast<char>(c)) != std::string_view::npos) break;
    begin = before;
  }
  while (end < text.size() && end - place.end < kWidest) {
    std::size_t behind = end;
    const char32_t c = next_code_point(text, behind);
    if (c < 0x80 && kBlanks.find(static_cast<char>(c)) != std::string_view::npos) break;
    end = behind;
  }
  return short_quote(text.substr(begin, end - begin));
}

/// Where an invisible character stands, passage by passage.
using Places = std::vector<std::vector<Span>>;

void collect(const Subject& subject, const PairedPassage& paired,
             std::map<char32_t, Places>& found) {
  std::map<char32_t, std::vector<Span>> here;
  const std::string_view text = subject.translation.text;
  for (const Span piece : paired.passage.pieces) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= 0x20 && byte < 0x7F) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (!is_invisible(c)) continue;
      const Span place = span_at(begin, at - begin);
      if (!is_needed(subject.translation, place, c)) here[c].push_back(place);
    }
  }
  for (auto& [c, places] : here) {
    std::string bytes;
    append_utf8(bytes, c);
    if (source_of(subject, paired).find(bytes) != std::string_view::npos) continue;
    found[c].push_back(std::move(places));
  }
}

Finding finding_about(const Subject& subject, char32_t c, const std::vector<Span>& places) {
  Finding finding{.span = places.front()};
  finding.fields = {{"character", character_name(c)},
                    {"count", std::to_string(places.size())},
                    {"found", surroundings(subject.translation.text, places.front())}};
  if (c == kReplacement) {
    finding.variant = places.size() > 1 ? "several_lost" : "lost";
    return finding;
  }
  Fix fix{.safety = Safety::safe};
  for (const Span place : places) fix.edits.push_back({place, separates(c) ? " " : ""});
  // Where a long word may be broken the translator may have said.
  if (c == kSoftHyphen) {
    fix.safety = Safety::unsafe;
    finding.certainty = Certainty::unsure;
  }
  finding.fix = std::move(fix);
  if (places.size() > 1) finding.variant = "several";
  return finding;
}

/// One finding for all characters of the post that were read in another encoding.
void add_mojibake(const Subject& subject, Findings& findings) {
  std::vector<Mojibake> all;
  for (const PairedPassage& paired : paired_passages(subject)) {
    for (const Span piece : paired.passage.pieces) {
      for (Mojibake& found : mojibake_in(subject.translation.text, piece)) {
        const std::string_view text = slice(subject.translation, found.span);
        const bool is_usual = source_of(subject, paired).find(text) != std::string_view::npos;
        if (!is_usual) all.push_back(std::move(found));
      }
    }
  }
  // Beside one that is sure the others are, too.
  if (std::none_of(all.begin(), all.end(), [](const Mojibake& one) { return one.is_sure; })) return;
  Finding finding{.span = all.front().span, .variant = "mojibake"};
  finding.fields = {{"character", all.front().meant},
                    {"count", std::to_string(all.size())},
                    {"found", std::string(slice(subject.translation, all.front().span))}};
  finding.fix = Fix{.safety = Safety::unsafe};
  for (Mojibake& found : all) finding.fix->edits.push_back({found.span, std::move(found.meant)});
  findings.push_back(std::move(finding));
}

/// A small letter of a script that writes its words apart.
bool is_small_letter(char32_t c) {
  const Script script = script_of(c);
  return is_lower(c) &&
         (script == Script::latin || script == Script::cyrillic || script == Script::greek);
}

/// The `?` of `text` between two small letters, as they stand for letters that an encoding lacks;
/// none where no two of them stand in one word.
std::vector<std::size_t> marks_in_words(std::string_view text) {
  std::vector<std::size_t> marks;
  bool has_pair = false;
  for (std::size_t at = text.find('?', 1); at != text.npos && at + 1 < text.size();
       at = text.find('?', at + 1)) {
    std::size_t begin = at;
    std::size_t end = at + 1;
    if (!is_small_letter(previous_code_point(text, begin)) ||
        !is_small_letter(next_code_point(text, end))) {
      continue;
    }
    const std::string_view between =
        marks.empty() ? std::string_view(" ") : text.substr(marks.back(), at - marks.back());
    has_pair = has_pair || between.find_first_of(" \r\n./=&") == between.npos;
    marks.push_back(at);
  }
  return has_pair ? marks : std::vector<std::size_t>();
}

/// `p?i?t?` for letters that were lost on the way through another encoding: several in one text.
void add_lost_letters(const Subject& subject, Findings& findings) {
  for (const PairedPassage& paired : paired_passages(subject)) {
    for (const Span piece : paired.passage.pieces) {
      const auto marks = marks_in_words(slice(subject.translation, piece));
      if (marks.empty()) continue;
      if (!marks_in_words(source_of(subject, paired)).empty()) break;
      Finding finding{.span = span_at(piece.begin + marks.front(), 1), .variant = "letters"};
      finding.fields = {{"character", "?"},
                        {"count", std::to_string(marks.size())},
                        {"found", surroundings(subject.translation.text, finding.span)}};
      findings.push_back(std::move(finding));
      break;
    }
  }
}

void add_blanks_in_code(const Subject& subject, Findings& findings) {
  std::vector<Edit> plain = blanks_in_code(subject);
  if (plain.empty()) return;
  const Span first = plain.front().span;
  std::size_t at = first.begin;
  Finding finding{.span = first, .variant = "in_code"};
  finding.fields = {{"character", character_name(next_code_point(subject.translation.text, at))},
                    {"count", std::to_string(plain.size())},
                    {"found", surroundings(subject.translation.text, first)}};
  finding.fix = Fix{.safety = Safety::safe, .edits = std::move(plain)};
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  std::map<char32_t, Places> found;
  for (const PairedPassage& paired : paired_passages(subject)) collect(subject, paired, found);
  Findings findings;
  for (auto& [c, passages] : found) {
    if (passages.size() > kMostPlaces) {
      std::vector<Span> all;
      for (const auto& places : passages) all.insert(all.end(), places.begin(), places.end());
      std::sort(all.begin(), all.end());
      passages = {std::move(all)};
    }
    for (const auto& places : passages) findings.push_back(finding_about(subject, c, places));
  }
  add_blanks_in_code(subject, findings);
  add_mojibake(subject, findings);
  add_lost_letters(subject, findings);
  return findings;
}

}  // namespace

CheckKind invisible_characters() {
  return pair_kind(
      "invisible_characters",
      "No character is invisible but what the script, an emoji or the source needs, none lost.",
      {"character", "count", "found"}, run);
}

}  // namespace recto::checks
