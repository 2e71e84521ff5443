#include "report/xml.h"

#include "report/visible.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// The characters of XML 1.0; a reference to any other is an error, too.
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
}

std::string with_attributes(std::string_view name, const XmlAttributes& attributes) {
  std::string text = "<" + std::string(name);
  for (const auto& [key, value] : attributes) {
    text += " " + std::string(key) + "=\"" + xml_escaped(value) + "\"";
  }
  return text;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'&':
        result += "&amp;";
        break;
      case U'<':
        result += "&lt;";
        break;
      case U'>':
        result += "&gt;";
        break;
      case U'"':
        result += "&quot;";
        break;
      case U'#':
        result += begins_log_command(text.substr(at)) ? "&#35;" : "#";
        break;
      default:
        // Raw ones would read as blanks in an attribute, or steer a terminal.
        if (is_control(c) && is_xml_character(c))
          result += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        else
          append_utf8(result, is_xml_character(c) ? c : kReplacement);
    }
  }
  return result;
}

std::string xml_start(std::string_view name, const XmlAttributes& attributes) {
  return with_attributes(name, attributes) + ">";
}

std::string xml_empty(std::string_view name, const XmlAttributes& attributes) {
  return with_attributes(name, attributes) + "/>";
}

}  // namespace recto
