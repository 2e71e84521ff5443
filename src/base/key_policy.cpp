#include "base/key_policy.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace recto {
namespace {

/// How many bytes of `path` the entry names; 0 when it does not.
std::size_t fit(std::string_view entry, std::string_view path) {
  if (entry.ends_with('*')) {
    const std::string_view begin = entry.substr(0, entry.size() - 1);
    return path.starts_with(begin) ? begin.size() : 0;
  }
  if (!path.starts_with(entry)) return 0;
  const bool whole = path.size() == entry.size() || path[entry.size()] == '.';
  return whole ? entry.size() : 0;
}

std::size_t best_fit(const std::vector<std::string>& list, std::string_view path) {
  std::size_t best = 0;
  for (const std::string& entry : list) best = std::max(best, fit(entry, path));
  return best;
}

void add(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& entry : more) {
    if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
  }
}

void remove(std::vector<std::string>& list, const std::vector<std::string>& less) {
  std::erase_if(list, [&](const std::string& entry) {
    return std::any_of(less.begin(), less.end(), [&](const std::string& other) {
      return entry == other || entry.starts_with(other + '.');
    });
  });
}

}  // namespace

bool lists_key(const std::vector<std::string>& list, std::string_view path) {
  return best_fit(list, path) > 0;
}

KeyRole KeyPolicy::role(std::string_view path) const {
  const std::array<std::pair<const std::vector<std::string>*, KeyRole>, 4> lists = {{
      {&local, KeyRole::local},
      {&same, KeyRole::same},
      {&translate, KeyRole::translate},
      {&source_only, KeyRole::source_only},
  }};
  KeyRole role = KeyRole::unlisted;
  std::size_t best = 0;
  for (const auto& [list, candidate] : lists) {
    const std::size_t found = best_fit(*list, path);
    if (found > best) {
      best = found;
      role = candidate;
    }
  }
  return role;
}

KeyPolicy merged(const KeyPolicy& preset, const KeyPolicy& own) {
  KeyPolicy result = preset;
  const std::array<std::vector<std::string> KeyPolicy::*, 4> roles = {
      &KeyPolicy::same, &KeyPolicy::translate, &KeyPolicy::local, &KeyPolicy::source_only};
  for (const auto role : roles) {
    for (const auto other : roles) {
      if (other != role) remove(result.*other, own.*role);
    }
    // What the project declares itself is no longer a URL of ours to judge, nor a lenient key.
    remove(result.url, own.*role);
    remove(result.notes, own.*role);
    add(result.*role, own.*role);
  }
  return result;
}

}  // namespace recto
