#include "run/words_command.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/inside.h"
#include "base/replace_file.h"
#include "checks/rule_set.h"
#include "checks/word_list.h"
#include "discover/root.h"
#include "report/counts.h"
#include "report/visible.h"
#include "run/make_plan.h"
#include "run/telling.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::string_view kNoWords = "no unknown words\n";

const std::string kRule = "spelling/unknown-word";

/// The list that takes new words of `locale`: the last that recto.yaml names, or that is there.
std::string list_for(const Root& root, const Locale& locale) {
  std::vector<std::string> files = word_files(root.config, locale);
  if (files.empty()) {
    throw Error(
        root.config.path, 0,
        "`words:` names no list for " + locale.tag() + ", so no word of it can be accepted");
  }
  while (files.size() > 1 && !root.config.names_words) {
    std::error_code failure;
    if (fs::exists(root.folder / files.back(), failure)) break;
    files.pop_back();
  }
  return files.back();
}

bool is_before(const UnknownWord& left, const UnknownWord& right) {
  return std::tuple(right.count, right.posts.size(), left.word) <
         std::tuple(left.count, left.posts.size(), right.word);
}

std::vector<UnknownWords> by_locale(const Root& root, const std::vector<Diagnostic>& diagnostics) {
  std::map<Locale, std::map<std::string, UnknownWord>> found;  // by folded word
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.rule != kRule) continue;
    UnknownWord& word = found[diagnostic.locale][folded(diagnostic.found)];
    if (word.word.empty()) word.word = diagnostic.found;
    if (word.meant.empty()) word.meant = diagnostic.expected;
    word.count += diagnostic.count;
    word.posts.push_back(diagnostic.at);
  }
  std::vector<UnknownWords> locales;
  for (auto& [locale, words] : found) {
    UnknownWords all{.locale = locale.tag(), .file = list_for(root, locale)};
    for (auto& [key, word] : words) all.words.push_back(std::move(word));
    std::sort(all.words.begin(), all.words.end(), is_before);
    locales.push_back(std::move(all));
  }
  return locales;
}

/// Leaves those of `locales` that the command names.
void keep_named(const std::vector<std::string>& named, std::vector<UnknownWords>& locales) {
  std::vector<std::string> known;
  for (const UnknownWords& locale : locales) {
    for (const UnknownWord& word : locale.words) known.push_back(folded(word.word));
  }
  std::vector<std::string> keys;
  for (const std::string& word : named) {
    keys.push_back(folded(word));
    if (std::find(known.begin(), known.end(), keys.back()) != known.end()) continue;
    throw Error("`" + word + "` is none of the words that nobody knows" +
                did_you_mean(keys.back(), known, "; `recto words` lists them"));
  }
  for (UnknownWords& locale : locales) {
    std::erase_if(locale.words, [&](const UnknownWord& word) {
      return std::find(keys.begin(), keys.end(), folded(word.word)) == keys.end();
    });
  }
  std::erase_if(locales, [](const UnknownWords& locale) { return locale.words.empty(); });
}

void add_to_list(const fs::path& root, const std::string& name,
                 const std::vector<std::string>& words) {
  const fs::path path = inside(root, name);
  const FileContent content = read_file(path, kLargestList);
  using Failure = FileContent::Failure;
  if (content.failure != Failure::none && content.failure != Failure::missing) {
    throw Error(name, 0, "cannot be read: " + content.reason);
  }
  std::error_code failure;
  fs::create_directories(path.parent_path(), failure);
  if (failure) throw Error(name, 0, "cannot be written: " + failure.message());
  if (const auto reason = replace_file(path, with_words(content.bytes, words))) {
    throw Error(name, 0, "cannot be written: " + *reason);
  }
}

/// Slips of known words go into no list unless they were named.
void accept(const WordsCommand& command, const Root& root, const std::string& path_prefix,
            const std::vector<UnknownWords>& locales, std::ostream& errors) {
  std::map<std::string, std::vector<std::string>> by_file;
  std::size_t slips = 0;
  for (const UnknownWords& locale : locales) {
    for (const UnknownWord& word : locale.words) {
      if (!word.meant.empty() && command.words.empty())
        ++slips;
      else
        by_file[locale.file].push_back(word.word);
    }
  }
  for (const auto& [name, words] : by_file) {
    add_to_list(root.folder, name, words);
    errors << "accepted " << counted(words.size(), "word") << " in " << visible(path_prefix + name)
           << '\n';
  }
  if (slips > 0) {
    errors << "left " << counted(slips, "word")
           << (slips == 1 ? " that looks like a slip of a known one;"
                          : " that look like slips of known ones;")
           << " `recto words --accept WORD...` takes them\n";
  }
  if (by_file.empty() && slips == 0) errors << kNoWords;
}

}  // namespace

int run_words(const WordsCommand& command, const Surroundings& surroundings) {
  const Root root = find_root(surroundings.working_folder, command.config, {});
  const CheckCommand check{
      .config = command.config, .locales = command.locales, .no_cache = command.no_cache};
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config,
                {.only = {kRule, "file"}, .hints = true});
  const PreparedRun run =
      prepare_site(check, surroundings.working_folder, {}, root.folder, root.config, rules);
  const Judged judged = judged_site(run, command.quiet, surroundings);
  if (!command.quiet) {
    say("note: ", run.notes, surroundings);
    say("note: ", judged.notes, surroundings);
  }
  std::vector<UnknownWords> locales = by_locale(root, judged.diagnostics);
  if (!command.words.empty()) keep_named(command.words, locales);
  if (locales.empty() && !command.accept && !command.quiet) surroundings.errors << kNoWords;
  if (command.accept)
    accept(command, root, run.path_prefix, locales, surroundings.errors);
  else
    surroundings.output << unknown_words_report(locales, command.format, run.path_prefix);
  return tell_what_was_left_out(run, judged, surroundings);
}

}  // namespace recto
