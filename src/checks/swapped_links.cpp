#include "checks/swapped_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "checks/check.h"
#include "text/language.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostLinks = 12;    // of one text; more are a list of them
constexpr std::size_t kLongestText = 80;  // bytes of a link's text; more is no name

using Names = std::set<std::string>;

/// The words of a link's text that a translation may keep: those of ASCII with a capital or digit,
/// but for names of languages, which link to other pages in each of them.
Names names_in(std::string_view text) {
  Names names;
  if (text.size() > kLongestText) return names;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool is_name = false;
    while (end < text.size() && is_identifier_byte(text[end])) {
      is_name = is_name || !is_ascii_letter(text[end]) || ascii_lower(text[end]) != text[end];
      ++end;
    }
    const std::string_view word = text.substr(at, end - at);
    if (is_name && word.size() > 1 && !language_called(word)) names.insert(ascii_lowered(word));
    at = std::max(end, at + 1);
  }
  return names;
}

/// Whether `names` has one of `wanted` that is none of `others`.
bool has_own(const Names& names, const Names& wanted, const Names& others) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    return names.contains(name) && !others.contains(name);
  });
}

/// What a pair of links is called on both sides.
struct Called {
  const LinkUse& source;
  Names ours;
  Names theirs;
};

Called called_at(const Subject& subject, const ComparedLinks& links, std::size_t index) {
  const LinkUse& source = links.source[links.counterparts.same[index].source];
  const LinkUse& translation = links.translation[links.counterparts.same[index].translation];
  return {source, names_in(slice(subject.source, source.text)),
          names_in(slice(subject.translation, translation.text))};
}

bool are_swapped(const Called& left, const Called& right) {
  const bool may_be = left.source.block == right.source.block &&
                      left.source.leads_to.key != right.source.leads_to.key;
  return may_be && has_own(left.theirs, right.ours, left.ours) &&
         has_own(right.theirs, left.ours, right.ours) &&
         !has_own(left.theirs, left.ours, right.ours) &&
         !has_own(right.theirs, right.ours, left.ours);
}

/// Whether the target of `own` holds the name by which the translation calls `other`.
bool target_tells(const Called& own, const Called& other) {
  const std::string target = ascii_lowered(own.source.leads_to.key);
  return std::any_of(own.ours.begin(), own.ours.end(), [&](const std::string& name) {
    return other.theirs.contains(name) && !other.ours.contains(name) &&
           target.find(name) != std::string::npos;
  });
}

}  // namespace

std::vector<SwappedLinks> swapped_links(const Subject& subject, const ComparedLinks& links) {
  std::map<std::size_t, std::vector<std::size_t>> by_block;  // of the translation
  for (std::size_t i = 0; i < links.counterparts.same.size(); ++i) {
    const Counterpart& same = links.counterparts.same[i];
    const bool is_bare = links.source[same.source].is_bare;
    if (!is_bare) by_block[links.translation[same.translation].block].push_back(i);
  }
  std::vector<SwappedLinks> swapped;
  for (const auto& [block, indices] : by_block) {
    if (indices.size() < 2 || indices.size() > kMostLinks) continue;
    std::vector<Called> called;
    for (const std::size_t index : indices) called.push_back(called_at(subject, links, index));
    std::set<std::size_t> taken;
    for (std::size_t i = 0; i < called.size(); ++i) {
      for (std::size_t k = i + 1; k < called.size() && !taken.contains(i); ++k) {
        if (taken.contains(k) || !are_swapped(called[i], called[k])) continue;
        const bool is_sure =
            target_tells(called[i], called[k]) && target_tells(called[k], called[i]);
        swapped.push_back({indices[i], indices[k], is_sure});
        taken.insert({i, k});
      }
    }
  }
  return swapped;
}

}  // namespace recto::checks
