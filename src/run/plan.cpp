#include "run/plan.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/inside.h"
#include "base/line_map.h"
#include "checks/tables.h"
#include "checks/word_list.h"
#include "run/term_memory.h"
#include "text/speller.h"
#include "text/unicode.h"
#include "text/url.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kUsualWords = 1000;  // recto's own for a locale, and some of the project's

/// The bytes of a file of the project; none when it is missing and need not be there.
std::optional<std::string> project_file(const fs::path& root, const Config& config,
                                        const std::string& name, bool is_named) {
  FileContent content = read_file(inside(root, name), kLargestList);
  if (content.failure == FileContent::Failure::none) return std::move(content.bytes);
  if (content.failure == FileContent::Failure::missing && !is_named) return std::nullopt;
  throw Error(is_named ? config.path : name, 0, "`" + name + "` cannot be read: " + content.reason);
}

/// Refuses a list that is not UTF-8: none of its words would be found, or written back as it is.
void require_utf8(std::string_view list, const std::string& name) {
  const auto invalid = first_invalid_utf8(list);
  if (!invalid) return;
  const std::size_t line = LineMap(list).line(static_cast<std::uint32_t>(*invalid));
  throw Error(name, line, "a byte that is not UTF-8; save the file as UTF-8");
}

void add(AcceptedWords& accepted, std::string_view list) {
  for (const std::string& word : words_of_list(list)) accepted.folded.insert(folded(word));
}

void add_term_words(AcceptedWords& accepted, std::string_view text, const Locale& locale) {
  for (const Span span : word_spans(text, locale)) {
    accepted.folded.insert(folded(slice(text, span)));
  }
}

}  // namespace

bool PlannedSource::is_reported() const {
  return std::any_of(pairs.begin(), pairs.end(),
                     [](const PlannedPair& pair) { return pair.is_reported; });
}

std::string Plan::dictionary_name(const Locale& locale) const {
  const auto name = dictionaries.find(locale.tag());
  return name == dictionaries.end() ? std::string() : name->second;
}

bool Plan::may_have_dictionary(const Locale& locale) const {
  return can_be_spell_checked(locale) || !dictionary_name(locale).empty();
}

std::set<std::string> paths_of(const Plan& plan) {
  std::set<std::string> paths;
  for (const PlannedSource& source : plan.sources) {
    paths.insert(source.path);
    for (const PlannedPair& pair : source.pairs) paths.insert(pair.translation.path);
  }
  return paths;
}

std::vector<std::string> word_files(const Config& config, const Locale& locale) {
  if (!config.names_words) {
    return {"dictionaries/words.txt", "dictionaries/" + locale.language + "/words.txt",
            "dictionaries/" + locale.tag() + "/words.txt"};
  }
  std::vector<std::string> files = config.words;
  for (const std::string& tag : {locale.language, locale.tag()}) {
    const auto found = config.locale_words.find(tag);
    if (found == config.locale_words.end()) continue;
    files.insert(files.end(), found->second.begin(), found->second.end());
  }
  return files;
}

AcceptedWords accepted_words(const fs::path& root, const Config& config, const Terms& terms,
                             const Locale& locale) {
  AcceptedWords accepted;
  accepted.folded.reserve(kUsualWords);
  for (const WordList& list : built_in_words()) {
    const bool fits =
        list.locale.empty() || list.locale == locale.tag() || list.locale == locale.language;
    if (fits) add(accepted, list.words);
  }
  for (const std::string& file : word_files(config, locale)) {
    if (const auto bytes = project_file(root, config, file, config.names_words)) {
      require_utf8(*bytes, file);
      add(accepted, *bytes);
    }
  }
  for (const Term& term : terms) {
    add_term_words(accepted, term.source, locale);
    const Rendering* rendering = term.rendering(locale);
    if (rendering == nullptr) continue;
    for (const std::string& use : rendering->use) add_term_words(accepted, use, locale);
  }
  return accepted;
}

Terms project_terms(const fs::path& root, const Config& config,
                    const std::optional<fs::path>& cache) {
  Terms terms;
  const std::vector<std::string> files =
      config.names_terms ? config.terms : std::vector<std::string>{"dictionaries/terms.yaml"};
  for (const std::string& file : files) {
    const auto bytes = project_file(root, config, file, config.names_terms);
    if (!bytes) continue;
    for (Term& term : remembered_terms(cache, *bytes, file)) terms.push_back(std::move(term));
  }
  return terms;
}

SiteLinks site_links(const fs::path& root, const Config& config) {
  SiteLinks site{.has_locale_prefix = config.locale_prefix};
  for (const std::string& host : config.hosts) site.hosts.push_back(parse_url("//" + host).host);
  site.has_file = [root](const std::string& path) {
    std::error_code failure;
    return fs::is_regular_file(root / path, failure);
  };
  return site;
}

KeyPolicy key_policy(const std::string& layout, const Config& config) {
  const KeyPolicy preset = preset_policy(layout);
  return config.front_matter ? merged(preset, *config.front_matter) : preset;
}

}  // namespace recto
