#include "text/xml.h"

#include <expat.h>

#include <memory>

namespace recto::xml {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kPiece = std::size_t{1} << 20U;

struct Reading {
  const Listener& listener;
  XML_Parser parser;
  std::size_t depth = 0;
  std::string refusal;
};

Reading& reading(void* user) {
  return *static_cast<Reading*>(user);
}

void refuse(Reading& state, const char* why) {
  if (state.refusal.empty()) state.refusal = why;
  XML_StopParser(state.parser, XML_FALSE);
}

void on_start(void* user, const char* name, const char** pairs) {
  Reading& state = reading(user);
  if (++state.depth > kDeepest) return refuse(state, "elements are nested too deeply");
  Attributes attributes;
  for (; *pairs != nullptr; pairs += 2) attributes.emplace(pairs[0], pairs[1]);
  state.listener.on_start(name, attributes);
}

void on_end(void* user, const char* name) {
  Reading& state = reading(user);
  --state.depth;
  state.listener.on_end(name);
}

void on_text(void* user, const char* text, int size) {
  reading(user).listener.on_text({text, static_cast<std::size_t>(size)});
}

void on_entity(void* user, const char*, int, const char*, int, const char*, const char*,
               const char*, const char*) {
  refuse(reading(user), "the document declares entities, which are not read");
}

}  // namespace

std::optional<Problem> read(std::string_view bytes, const Listener& listener) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), XML_ParserFree);
  Reading state{.listener = listener, .parser = parser.get()};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  for (std::size_t at = 0;;) {
    const std::string_view piece = bytes.substr(at, kPiece);
    at += piece.size();
    const bool is_last = at >= bytes.size();
    const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                  is_last ? XML_TRUE : XML_FALSE);
    if (status != XML_STATUS_OK) break;
    if (is_last) return std::nullopt;
  }
  Problem problem{.line = XML_GetCurrentLineNumber(parser.get()), .message = state.refusal};
  if (problem.message.empty()) problem.message = XML_ErrorString(XML_GetErrorCode(parser.get()));
  return problem;
}

}  // namespace recto::xml
