#include "run/packed_diagnostic.h"

#include <utility>

// What is written is taken apart by structured bindings: a new member does not compile until it is
// remembered, too.

namespace recto {
namespace {

void write(const Location& location, Packer& packer) {
  const auto& [path, span, line, column, end_line, end_column, byte_column, end_byte_column, text] =
      location;
  packer.text(path);
  packer.span(span);
  for (const std::size_t number :
       {line, column, end_line, end_column, byte_column, end_byte_column}) {
    packer.number(number);
  }
  packer.text(text);
}

Location read_location(Unpacker& unpacker) {
  Location location;
  location.path = unpacker.text();
  location.span = unpacker.span();
  for (std::size_t* number :
       {&location.line, &location.column, &location.end_line, &location.end_column,
        &location.byte_column, &location.end_byte_column}) {
    *number = unpacker.number();
  }
  location.text = unpacker.text();
  return location;
}

void write(const Excerpt& excerpt, Packer& packer) {
  const auto& [line, mark] = excerpt;
  packer.text(line);
  packer.span(mark);
}

Excerpt read_excerpt(Unpacker& unpacker) {
  std::string line = unpacker.text();
  return {std::move(line), unpacker.span()};
}

void write(const Fix& fix, Packer& packer) {
  const auto& [safety, title, edits] = fix;
  packer.number(static_cast<std::size_t>(safety));
  packer.text(title);
  packer.number(edits.size());
  for (const auto& [span, text] : edits) {
    packer.span(span);
    packer.text(text);
  }
}

Fix read_fix(Unpacker& unpacker) {
  Fix fix{.safety = static_cast<Safety>(unpacker.number()), .title = unpacker.text()};
  for (std::uint32_t edits = unpacker.count(); edits > 0; --edits) {
    const Span span = unpacker.span();
    fix.edits.push_back({span, unpacker.text()});
  }
  return fix;
}

void write(const Locale& locale, Packer& packer) {
  const auto& [language, script, region] = locale;
  for (const std::string* part : {&language, &script, &region}) packer.text(*part);
}

}  // namespace

void write(const Diagnostic& diagnostic, Packer& packer) {
  const auto& [at, source, excerpt, source_excerpt, locale, rule, severity, message, expected,
               found, count, fingerprint, fix, edited] = diagnostic;
  write(at, packer);
  packer.number(source ? 1 : 0);
  if (source) write(*source, packer);
  write(excerpt, packer);
  packer.number(source_excerpt ? 1 : 0);
  if (source_excerpt) write(*source_excerpt, packer);
  write(locale, packer);
  packer.number(static_cast<std::size_t>(severity));
  packer.number(count);
  for (const std::string* text : {&rule, &message, &expected, &found, &fingerprint}) {
    packer.text(*text);
  }
  packer.number(fix ? 1 : 0);
  if (fix) write(*fix, packer);
  packer.number(edited.size());
  for (const Location& location : edited) write(location, packer);
}

Diagnostic read_diagnostic(Unpacker& unpacker) {
  Diagnostic diagnostic;
  diagnostic.at = read_location(unpacker);
  if (unpacker.number() == 1) diagnostic.source = read_location(unpacker);
  diagnostic.excerpt = read_excerpt(unpacker);
  if (unpacker.number() == 1) diagnostic.source_excerpt = read_excerpt(unpacker);
  Locale& locale = diagnostic.locale;
  for (std::string* part : {&locale.language, &locale.script, &locale.region}) {
    *part = unpacker.text();
  }
  diagnostic.severity = static_cast<Severity>(unpacker.number());
  diagnostic.count = unpacker.number();
  for (std::string* text : {&diagnostic.rule, &diagnostic.message, &diagnostic.expected,
                            &diagnostic.found, &diagnostic.fingerprint}) {
    *text = unpacker.text();
  }
  if (unpacker.number() == 1) diagnostic.fix = read_fix(unpacker);
  for (std::uint32_t edited = unpacker.count(); edited > 0; --edited) {
    diagnostic.edited.push_back(read_location(unpacker));
  }
  return diagnostic;
}

}  // namespace recto
