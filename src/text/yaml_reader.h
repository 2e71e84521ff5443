#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/line_map.h"
#include "base/param.h"
#include "text/yaml.h"

namespace recto::yaml {

/// What is done with the value of a key, by key.
using Handler = std::function<void(const Entry&)>;
using Handlers = std::map<std::string, Handler, std::less<>>;

/// Takes values out of one YAML file; throws Error with its path and line for any that does not
/// have the wanted shape.
class Reader {
 public:
  Reader(std::string_view text, std::string path);

  /// The line of the first byte of `span`, from 1.
  std::size_t line(Span span) const { return lines_.line(span.begin); }
  [[noreturn]] void refuse(Span span, const std::string& what) const;

  /// Refuses a key that is none of `known`, with the nearest of them.
  [[noreturn]] void refuse_key(const Entry& entry, const std::vector<std::string>& known) const;

  std::string text(const Entry& entry) const;
  /// A handler that puts the text into `value`; both, and this, must outlive it.
  Handler text_into(std::string& value) const;
  bool flag(const Entry& entry) const;
  Severity severity(const Entry& entry) const;
  /// A list of texts; one text is a list of one, no value an empty one.
  std::vector<std::string> texts(const Entry& entry) const;
  /// A text that is one of `known`.
  std::string one_of(const Entry& entry, const std::vector<std::string>& known) const;
  /// A text or a list of texts, with its place.
  Param param(const Entry& entry) const;
  /// Calls the handler of each key of `map`; a key without one is refused with the nearest known
  /// one. No value is an empty map. `place` and `name` say what is no map.
  void entries(const Node& map, Span place, const std::string& name,
               const Handlers& handlers) const;

 private:
  LineMap lines_;
  std::string path_;
};

/// The key of `entry` as messages show it.
std::string quoted(const Entry& entry);

}  // namespace recto::yaml
