#include "text/csv.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"

namespace recto::csv {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
    if (count(candidate) > count(best)) best = candidate;
  }
  return best;
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& path)
      : text_(text), path_(path), separator_(separator_of(text)) {}

  std::vector<Row> read() {
    std::vector<Row> rows;
    while (at_ < text_.size()) {
      Row row{.line = line_};
      bool goes_on = true;
      while (goes_on) {
        row.cells.push_back(cell());
        goes_on = at_ < text_.size() && text_[at_] == separator_;
        if (goes_on) ++at_;
      }
      end_line();
      if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool is_at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  std::string cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
    const std::size_t begin = at_;
    while (!is_at_end_of_cell()) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted_cell() {
    const std::size_t first_line = line_;
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        text += text_[at_++];
      } else {
        ++at_;
        if (!is_at_end_of_cell()) throw Error(path_, line_, "text stands behind a closing quote");
        return text;
      }
    }
    throw Error(path_, first_line, "a quote is never closed");
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  const std::string& path_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::vector<Row> rows(std::string_view text, const std::string& path) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Reader(text, path).read();
}

std::string line(const std::vector<std::string>& cells) {
  std::string result;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) result += ',';
    if (cell.find_first_of(",;\"\t\r\n") == std::string::npos) {
      result += cell;
      continue;
    }
    result += '"';
    for (const char c : cell) {
      if (c == '"') result += '"';
      result += c;
    }
    result += '"';
  }
  return result + "\n";
}

}  // namespace recto::csv
