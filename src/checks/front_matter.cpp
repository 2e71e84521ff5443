#include "checks/front_matter.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"
#include "text/excerpt.h"
#include "text/instant.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

std::optional<double> number(const yaml::Node& node) {
  const yaml::Type type = yaml::type_of(node);
  if (type != yaml::Type::integer && type != yaml::Type::real) return std::nullopt;
  double value = 0;
  const std::string& text = node.text;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool are_booleans(const yaml::Node& left, const yaml::Node& right) {
  return yaml::type_of(left) == yaml::Type::boolean && yaml::type_of(right) == yaml::Type::boolean;
}

bool is_same_scalar(const yaml::Node& left, const yaml::Node& right) {
  if (nfc(left.text) == nfc(right.text)) return true;
  if (are_booleans(left, right)) return ascii_lowered(left.text) == ascii_lowered(right.text);
  const auto left_number = number(left);
  if (left_number && left_number == number(right)) return true;
  const auto left_instant = parse_instant(left.text);
  return left_instant && left_instant == parse_instant(right.text);
}

/// The role of a key that both posts have; Pelican writes `Title` for `title`.
KeyRole role_in_any_case(const KeyPolicy& policy, const std::string& path) {
  const KeyRole role = policy.role(path);
  return role == KeyRole::unlisted ? policy.role(ascii_lowered(path)) : role;
}

}  // namespace

bool are_texts(const PairedKey& key) {
  return key.source.value.kind == yaml::Kind::scalar &&
         key.translation.value.kind == yaml::Kind::scalar;
}

bool is_translated_text(const PairedKey& key) {
  return key.role == KeyRole::translate && are_texts(key);
}

bool is_same_value(const yaml::Node& left, const yaml::Node& right) {
  if (left.kind == yaml::Kind::list && left.items.size() == 1 && right.kind == yaml::Kind::scalar) {
    return is_same_value(left.items.front(), right);
  }
  if (right.kind == yaml::Kind::list && right.items.size() == 1 &&
      left.kind == yaml::Kind::scalar) {
    return is_same_value(left, right.items.front());
  }
  if (left.kind != right.kind) return false;
  if (left.kind == yaml::Kind::scalar) return is_same_scalar(left, right);
  if (left.kind == yaml::Kind::map) {
    return std::equal(left.entries.begin(), left.entries.end(), right.entries.begin(),
                      right.entries.end(), [](const yaml::Entry& a, const yaml::Entry& b) {
                        return a.key == b.key && is_same_value(a.value, b.value);
                      });
  }
  return std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(),
                    is_same_value);
}

std::vector<PairedKey> paired_keys(const Subject& subject) {
  std::vector<PairedKey> keys;
  for (const KeyMatch& match : subject.keys) {
    if (!match.source || !match.translation) continue;
    keys.push_back({match.source->path, *match.source->entry, *match.translation->entry,
                    role_in_any_case(subject.policy, match.source->path)});
  }
  return keys;
}

bool have_same_syntax(const Subject& subject) {
  return subject.source.front_matter.syntax == subject.translation.front_matter.syntax;
}

std::string shown(const Post& post, const yaml::Node& node) {
  return short_quote(slice(post, node.span));
}

Span inside_quotes(const yaml::Node& node) {
  const bool is_quoted =
      node.style == yaml::Style::single_quoted || node.style == yaml::Style::double_quoted;
  if (!is_quoted || node.span.size() < 2) return node.span;
  return {node.span.begin + 1, node.span.end - 1};
}

bool means_the_same_anywhere(const Post& post, const yaml::Node& node) {
  const std::string_view text = slice(post, node.span);
  const bool is_scalar = node.kind == yaml::Kind::scalar;
  return is_scalar ? !text.starts_with('*') : text.find('*') == std::string_view::npos;
}

bool is_top_level(std::string_view path) {
  return path.find('.') == std::string_view::npos;
}

namespace {

bool is_text_like(yaml::Type type) {
  return type != yaml::Type::list && type != yaml::Type::map;
}

}  // namespace

bool has_other_type(const PairedKey& key) {
  const yaml::Type source = yaml::type_of(key.source.value);
  const yaml::Type translation = yaml::type_of(key.translation.value);
  if (source == translation || source == yaml::Type::null || translation == yaml::Type::null)
    return false;
  if (is_text_like(source) != is_text_like(translation)) {
    // A site generator takes a lone value for a list of one.
    return !is_same_value(key.source.value, key.translation.value);
  }
  if (!is_text_like(source)) return true;
  // Text is text: a title that looks like a number is still a title.
  const bool is_free =
      key.role == KeyRole::translate || key.role == KeyRole::local || source == yaml::Type::string;
  const bool are_numbers = (source == yaml::Type::integer || source == yaml::Type::real) &&
                           (translation == yaml::Type::integer || translation == yaml::Type::real);
  return !is_free && !are_numbers && !is_same_value(key.source.value, key.translation.value);
}

}  // namespace recto::checks
