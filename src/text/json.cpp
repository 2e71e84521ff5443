#include "text/json.h"

#include <nlohmann/json.hpp>

namespace recto {

std::optional<std::string> json_string_at(std::string_view text,
                                          const std::vector<std::string>& path) {
  const nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
  if (document.is_discarded()) return std::nullopt;
  const nlohmann::json* value = &document;
  for (const std::string& key : path) {
    if (!value->is_object() || !value->contains(key)) return "";
    value = &value->at(key);
  }
  return value->is_string() ? value->get<std::string>() : "";
}

}  // namespace recto
