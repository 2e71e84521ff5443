#include "run/staleness.h"

#include <set>
#include <utility>

#include "discover/git.h"

namespace recto {
namespace {

/// What was translated in one commit.
struct Translated {
  std::vector<std::string> sources;
  std::set<std::string> translations;
};

using ByCommit = std::map<LastChange, Translated>;  // the earliest first

/// The pairs of `plan` whose source was changed in another commit than the translation, by that of
/// the translation. The other way round nothing can have changed since.
ByCommit by_commit(const Plan& plan, const Git& git) {
  const std::map<std::string, LastChange> last = git.last_changes();
  std::set<std::string> open;  // changed, and not yet committed
  for (const FileChange& change : git.changes_since("HEAD")) open.insert(change.after);
  ByCommit result;
  for (const PlannedSource& source : plan.sources) {
    const auto ours = last.find(source.path);
    for (const PlannedPair& pair : source.pairs) {
      const std::string& path = pair.translation.path;
      const auto theirs = last.find(path);
      if (theirs == last.end() || open.contains(path)) continue;
      const bool is_together = ours != last.end() && ours->second == theirs->second;
      if (is_together && !open.contains(source.path)) continue;
      Translated& translated = result[theirs->second];
      translated.sources.push_back(source.path);
      translated.translations.insert(path);
    }
  }
  return result;
}

std::string name_of(const LastChange& change) {
  constexpr std::size_t kShort = 9;  // digits of a commit that people are shown
  return change.day + " (" + change.commit.substr(0, kShort) + ")";
}

/// Takes out of `posts` those that are as they were: most are, and all states are kept at once.
void keep_changed(const PostStore& now, FileContents& posts) {
  std::erase_if(posts, [&](const auto& post) {
    const FileContent content = read_file(now.root / post.first, now.limits.file_size);
    return content.failure == FileContent::Failure::none && content.bytes == post.second.bytes;
  });
}

}  // namespace

Freshness judge_staleness(const Plan& plan) {
  const Git git(plan.posts.root);
  std::vector<EarlierState> states;
  ByCommit commits = by_commit(plan, git);
  for (auto& [change, translated] : commits) {
    FileContents posts =
        git.contents(change.commit, translated.sources, plan.posts.limits.file_size);
    keep_changed(plan.posts, posts);
    if (!posts.empty()) {
      states.push_back({std::move(posts), std::move(translated.translations), name_of(change)});
    }
  }
  return judge_freshness(plan, states);
}

}  // namespace recto
