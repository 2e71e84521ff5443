#include "align/causes.h"

#include <algorithm>

namespace recto {
namespace {

bool covers(const Run& run, std::size_t index) {
  return index >= run.first && index < run.first + run.count;
}

}  // namespace

Causes causes_of(const Post&, const Post&, const Alignment&) {
  return {};
}

bool explains_source(const Causes& causes, std::size_t index) {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return covers(cause.source, index); });
}

bool explains_translation(const Causes& causes, std::size_t index) {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return covers(cause.translation, index); });
}

}  // namespace recto
