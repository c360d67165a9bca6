#include "figures/chart_scale.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace doorstep::figures {

std::vector<double> axis_ticks(double greatest) {
    if (!(greatest > 0)) return {0, 1};
    constexpr double wanted_steps = 4;
    double const rough = greatest / wanted_steps;
    double const power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (double const factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power < rough) continue;
        step = factor * power;
        break;
    }
    // Half a thing cannot be counted.
    if (greatest >= 2) step = std::max(1.0, step == 2.5 ? 5.0 : step);
    std::vector<double> ticks;
    for (int i = 0;; ++i) {
        ticks.push_back(step * i);
        if (ticks.back() >= greatest * (1 - 1e-9)) return ticks;
    }
}

namespace {

/// Takes at most `limit` code points off the front.
std::string_view take(std::string_view& words, std::size_t limit) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < words.size(); ++end) {
        bool const starts_code_point = (static_cast<unsigned char>(words[end]) & 0xC0) != 0x80;
        if (starts_code_point && count++ == limit) break;
    }
    auto const taken = words.substr(0, end);
    words.remove_prefix(end);
    return taken;
}

}  // namespace

std::vector<std::string> wrapped_lines(std::string_view words, std::size_t limit) {
    std::vector<std::string> lines;
    for (std::string_view word : text::split(words, ' ')) {
        while (!word.empty()) {
            bool const fits = !lines.empty() && text::length(lines.back()) + 1 + text::length(word) <= limit;
            if (fits) {
                lines.back().append(" ").append(word);
                break;
            }
            lines.emplace_back(take(word, limit));
        }
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

LabelSteps label_steps(std::size_t count, std::size_t longest_line) {
    // Widths of the plot in pixels, and of a character of 16 pixels with the gap to the next label.
    constexpr std::size_t wide_plot = 560;
    constexpr std::size_t narrow_plot = 220;
    std::size_t const label = longest_line * 17 / 2 + 10;
    auto const step_for = [&](std::size_t plot) {
        auto const room = std::max<std::size_t>(1, plot / label);
        return std::max<std::size_t>(1, (count + room - 1) / room);
    };
    LabelSteps steps{.wide = step_for(wide_plot), .narrow = step_for(narrow_plot)};
    steps.narrow = (steps.narrow + steps.wide - 1) / steps.wide * steps.wide;
    return steps;
}

}  // namespace doorstep::figures
