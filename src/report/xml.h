#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recto {

using XmlAttributes = std::vector<std::pair<std::string_view, std::string>>;

/// `text` as content or as the value of an attribute. Characters that XML has no way to write, and
/// bytes that are not UTF-8, are U+FFFD.
std::string xml_escaped(std::string_view text);

/// `<name a="b">`, the start of an element.
std::string xml_start(std::string_view name, const XmlAttributes& attributes);

/// `<name a="b"/>`, an element without content.
std::string xml_empty(std::string_view name, const XmlAttributes& attributes);

}  // namespace recto
