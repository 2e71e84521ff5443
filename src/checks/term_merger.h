#pragma once

#include <map>
#include <string>

#include "checks/terms.h"

namespace recto {

/// Collects renderings that come one by one, a term in one entry, in the order of their coming.
class TermMerger {
 public:
  /// The entry of `source`; the reference holds until the next call.
  Term& term(const std::string& source);
  void allow(const std::string& source, const std::string& locale, const std::string& rendering);
  void reject(const std::string& source, const std::string& locale, const std::string& rendering);
  Terms take();

 private:
  Terms terms_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace recto
