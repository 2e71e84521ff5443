#pragma once

#include <string_view>

namespace recto {

/// The seven ways in which CommonMark lets a line begin an HTML block, by their number in its
/// specification.
enum class HtmlBlock {
  none,
  raw_text,     // <script>, <pre>, <style>, <textarea>
  comment,      // <!--
  instruction,  // <?
  declaration,  // <!X
  cdata,        // <![CDATA[
  known_tag,    // <div>, </table>, ...: ends with a blank line
  any_tag       // one whole tag alone on its line: ends with a blank line, interrupts no paragraph
};

/// The kind of HTML block that begins with `line`, which begins with `<`.
HtmlBlock html_block_at(std::string_view line);

/// Whether `line` holds what ends a block of that kind; blank lines are the caller's affair.
bool ends_html_block(HtmlBlock kind, std::string_view line);

/// Whether `line` is a tag alone that says that Markdown follows it, as Python-Markdown and
/// kramdown read `<div markdown="1">`; or, when one of these is `open`, a closing tag alone.
bool wraps_markdown(std::string_view line, bool open);

}  // namespace recto
