#include "report/unknown_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "report/counts.h"
#include "report/visible.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kWidest = 24;  // code points of the column of words

std::string comment_on(const UnknownWord& word, const std::string& path_prefix) {
  const Location& first = word.posts.front();
  const std::string place = path_prefix + first.path + ':' + std::to_string(first.line) + ':' +
                            std::to_string(first.column);
  std::string text = "# " + std::to_string(word.count) + "x in ";
  if (word.posts.size() > 1) text += counted(word.posts.size(), "post") + ", first ";
  text += place;
  return word.meant.empty() ? text : text + "; perhaps " + word.meant;
}

std::string text_list(const std::vector<UnknownWords>& locales, const std::string& path_prefix) {
  std::string text;
  for (const UnknownWords& locale : locales) {
    std::size_t width = 0;
    for (const UnknownWord& word : locale.words)
      width = std::max(width, count_code_points(word.word));
    text += "# " + locale.locale + ": " + counted(locale.words.size(), "word") + ", for " +
            visible(path_prefix + locale.file) + '\n';
    for (const UnknownWord& word : locale.words) {
      const std::size_t size = count_code_points(word.word);
      const std::size_t blanks = std::min(width, kWidest) - std::min(size, kWidest) + 1;
      text += visible(word.word) + std::string(blanks, ' ') +
              visible(comment_on(word, path_prefix)) + '\n';
    }
  }
  return text;
}

std::string json_object(const std::vector<UnknownWords>& locales) {
  using Json = nlohmann::ordered_json;
  Json objects = Json::array();
  for (const UnknownWords& locale : locales) {
    Json words = Json::array();
    for (const UnknownWord& word : locale.words) {
      Json posts = Json::array();
      for (const Location& post : word.posts) {
        posts.push_back({{"path", post.path}, {"line", post.line}, {"column", post.column}});
      }
      words.push_back({{"word", word.word},
                       {"count", word.count},
                       {"perhaps", word.meant.empty() ? Json() : Json(word.meant)},
                       {"posts", std::move(posts)}});
    }
    objects.push_back(
        {{"locale", locale.locale}, {"file", locale.file}, {"words", std::move(words)}});
  }
  const Json object = {{"v", 1}, {"locales", std::move(objects)}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string unknown_words_report(const std::vector<UnknownWords>& locales, WordsFormat format,
                                 const std::string& path_prefix) {
  return format == WordsFormat::json ? json_object(locales) : text_list(locales, path_prefix);
}

}  // namespace recto
