#pragma once

#include <algorithm>

#include "align/evidence.h"
#include "align/section.h"

namespace recto {

/// How many code points of the translation usually stand for one of the source.
double usual_length_ratio(const Locale& source, const Locale& translation);

/// The same in this pair, whose texts have these lengths; the usual ratio speaks for short ones.
double length_ratio(double source, double translation, double usual);

/// How likely one block translates the other, 0 to 1; 0 when it cannot. Above kAlone a
/// pairing is better than none.
double likeness(const Evidence& source, const Evidence& translation, double ratio);

/// The same for two headings with their sections.
double heading_likeness(const Evidence& source, const Section& source_section,
                        const Evidence& translation, const Section& translation_section,
                        double ratio);

/// What a pairing must exceed to be better than leaving both blocks alone.
inline constexpr double kAlone = 0.33;
/// The same of two headings with their sections.
inline constexpr double kAloneSection = 0.46;
/// The likeness of a pair that is worth `gain` more than leaving both alone; no rounding makes it
/// more than 1.
inline double likeness_of_gain(double gain) {
  return std::min(1.0, gain + kAlone);
}
/// What must speak for a section that stands elsewhere to be called moved.
inline constexpr double kMoved = 0.72;
/// What merging or splitting costs.
inline constexpr double kMerge = 0.1;

}  // namespace recto
