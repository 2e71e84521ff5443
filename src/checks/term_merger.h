#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "checks/terms.h"

namespace recto {

/// Collects renderings that come one by one, a term in one entry, in the order of their coming.
class TermMerger {
 public:
  /// The entry of `source`; the reference holds until the next call.
  Term& term(const std::string& source);
  void allow(const std::string& source, const std::string& locale, const std::string& rendering);
  void reject(const std::string& source, const std::string& locale, const std::string& rendering);
  /// The first note that says something stays.
  void note(const std::string& source, const std::string& text);
  Terms take();

 private:
  bool is_new(const std::string& source, const std::string& locale, const std::string& rendering,
              const char* part);

  Terms terms_;
  std::map<std::string, std::size_t> places_;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> known_;
};

}  // namespace recto
