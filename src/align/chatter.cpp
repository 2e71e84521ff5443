// What a translation program says to the person who asked it, before or after the post: `Here is
// the translation:`, `Let me know if you need further adjustments!`. Words alone prove nothing,
// since posts say such things, too: only the blocks at either end are looked at, and what their
// source says.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "align/cause_finders.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLongestOpening = 400;  // bytes
constexpr std::size_t kMostBlocks = 12;       // at either end
constexpr std::size_t kEdge = 2;              // so many are looked at even with a counterpart

/// What answers call the post; says nothing about a post on Markdown.
constexpr std::string_view kMarkdown = "markdown";

/// Parts of words for translating, as folded text holds them, in the languages of most sites.
constexpr std::array<std::string_view, 29> kTranslation = {
    "translat", "traduc",   "traduit",   "traduz",   "tradott",   "übersetz", "vertal",   "перевод",
    "перевед",  "переклад", "przekład",  "tłumacz",  "překlad",   "översätt", "oversett", "oversæt",
    "käännö",   "fordít",   "traducere", "bản dịch", "được dịch", "terjemah", "çeviri",   "翻訳",
    "翻译",     "翻譯",     "번역",      "ترجم",     "अनुवाद"};

/// How an answer in English begins.
constexpr std::array<std::string_view, 10> kOpenings = {
    "sure",     "certainly", "of course", "here is", "here's",
    "here are", "below is",  "okay",      "ok,",     "absolutely"};

/// What an answer in English says about itself, or offers.
constexpr std::array<std::string_view, 18> kEnglish = {
    " let me know",      " feel free to",        " i kept ",
    " i have kept ",     " i've kept ",          " i left ",
    " i translated ",    " i have translated ",  " i've translated ",
    " i preserved ",     " i have preserved ",   " i've preserved ",
    " if you need any ", " if you'd like",       " would you like me ",
    " i hope this ",     " further adjustments", " i maintained "};

/// The same offer in other languages.
constexpr std::array<std::string_view, 20> kOffers = {"hãy cho tôi biết",
                                                      "n'hésitez pas",
                                                      "faites-moi savoir",
                                                      "dites-moi si",
                                                      "lassen sie mich wissen",
                                                      "lass mich wissen",
                                                      "sag mir bescheid",
                                                      "avísame",
                                                      "házmelo saber",
                                                      "hazme saber",
                                                      "me avise",
                                                      "avise-me",
                                                      "fammi sapere",
                                                      "お知らせください",
                                                      "请告诉我",
                                                      "請告訴我",
                                                      "알려 주세요",
                                                      "дайте мне знать",
                                                      "дайте знать",
                                                      "أخبرني"};

bool has_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// The prose of a block for comparing: folded, plain apostrophes, a blank at both ends.
std::string words_of(const Post& post, const Block& block) {
  std::string text = folded(plain_text(post, block));
  constexpr std::string_view kApostrophe = "’";
  for (std::size_t at = text.find(kApostrophe); at != text.npos; at = text.find(kApostrophe, at)) {
    text.replace(at, kApostrophe.size(), "'");
  }
  return " " + text + " ";
}

bool is_paragraph(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
}

/// Whether `text`, as words_of() gives it, speaks of translating, or of the post as answers do.
bool speaks_of_translation(std::string_view text) {
  return has_any(text, kTranslation) || text.find(kMarkdown) != std::string_view::npos;
}

bool names_translation(const Post& post, const Block& block) {
  return speaks_of_translation(words_of(post, block));
}

bool offers(const Post& post, const Block& block) {
  const std::string text = words_of(post, block);
  return has_any(text, kEnglish) || has_any(text, kOffers);
}

/// Whether `text`, as words_of() gives it, begins as an answer in English does, in a post of
/// another language.
bool is_answer(const Post& post, std::string_view text) {
  return post.locale.language != "en" &&
         std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return text.substr(1).starts_with(opening); });
}

/// Whether the block announces a translation: it names one and ends in a colon, or says so in
/// English, as an answer begins.
bool announces(const Post& post, const Block& block) {
  if (!is_paragraph(block) || block.span.size() > kLongestOpening) return false;
  const std::string text = words_of(post, block);
  if (!speaks_of_translation(text)) return false;
  const std::size_t last = text.find_last_not_of(" *");
  const std::string_view said = std::string_view(text).substr(0, last + 1);
  return said.ends_with(":") || said.ends_with("：") || is_answer(post, text);
}

/// Whether nothing but the word Markdown makes an announcement of `block`, in a post about it.
bool is_about_markdown(const Post& source, const Post& translation, const Block& block) {
  const std::string text = words_of(translation, block);
  return !is_answer(translation, text) && !has_any(text, kTranslation) &&
         folded(source.text).find(kMarkdown) != std::string::npos;
}

/// Whether the block takes leave of the person who asked: in English in a post of another language,
/// or with words for translating.
bool takes_leave(const Post& post, const Block& block) {
  if (!is_paragraph(block) || !offers(post, block)) return false;
  const bool is_foreign = post.locale.language != "en" && has_any(words_of(post, block), kEnglish);
  return is_foreign || names_translation(post, block);
}

/// Which blocks of the source each block of the translation stands for; none for what is extra.
std::vector<Run> counterparts(const Post& translation, const Alignment& alignment) {
  std::vector<Run> runs(translation.blocks.size());
  for (const Match& match : alignment) {
    for (std::size_t i = 0; i < match.translation.count; ++i) {
      runs[match.translation.first + i] = match.source;
    }
  }
  return runs;
}

/// Whether the source has nothing of the kind that the block at its place says, as `says` tells.
bool is_own(const Post& source, const Run& counterpart, bool (*says)(const Post&, const Block&)) {
  for (std::size_t i = 0; i < counterpart.count; ++i) {
    if (says(source, source.blocks[counterpart.first + i])) return false;
  }
  return true;
}

Cause cause_of(const Post& source, const Post& translation, std::size_t first, std::size_t end) {
  const Span span{translation.blocks[first].span.begin, translation.blocks[end - 1].span.end};
  const std::size_t place = first == 0 ? 0 : source.blocks.size();
  return {CauseKind::chatter, {place, 0}, {first, end - first}, span};
}

}  // namespace

Causes chatter(const Post& source, const Post& translation, const Alignment& alignment) {
  Causes causes;
  const auto& blocks = translation.blocks;
  const std::vector<Run> runs = counterparts(translation, alignment);
  std::size_t begin = 0;  // behind what is extra
  while (begin < std::min(blocks.size(), kMostBlocks) && runs[begin].count == 0) ++begin;
  for (std::size_t end = std::min(std::max(begin, kEdge), blocks.size()); end > 0; --end) {
    if (!announces(translation, blocks[end - 1])) continue;
    if (!is_own(source, runs[end - 1], names_translation) ||
        is_about_markdown(source, translation, blocks[end - 1])) {
      break;
    }
    causes.push_back(cause_of(source, translation, 0, end));
    break;
  }
  std::size_t extra = blocks.size();  // the first of what is extra at the end
  while (extra > begin && blocks.size() - extra < kMostBlocks && runs[extra - 1].count == 0)
    --extra;
  const std::size_t last = blocks.size() - std::min(blocks.size(), kEdge);
  for (std::size_t i = std::min(extra, last); i < blocks.size(); ++i) {
    if (!takes_leave(translation, blocks[i]) || !is_own(source, runs[i], offers)) continue;
    const bool has_divider =
        i > 0 && blocks[i - 1].kind == BlockKind::divider && runs[i - 1].count == 0;
    causes.push_back(cause_of(source, translation, has_divider ? i - 1 : i, blocks.size()));
    break;
  }
  return causes;
}

}  // namespace recto
