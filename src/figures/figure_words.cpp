#include "figures/figure_words.h"

#include <cmath>

#include "base/text.h"
#include "figures/rounding.h"
#include "figures/small_numbers.h"
#include "figures/wilson.h"

namespace doorstep::figures {

using domain::figures::Way;

namespace {

enum class Standing { shown, not_collected, too_few, of_nothing };

Standing standing_of(Measure const& measure, Figure const& figure, Readers readers, int smallest) {
    if (!figure.is_collected) return Standing::not_collected;
    switch (measure.way) {
        case Way::share:
        case Way::said:
        case Way::days:
            if (figure.base == 0) return Standing::of_nothing;
            return is_large_enough(figure.base, smallest) ? Standing::shown : Standing::too_few;
        case Way::count:
        case Way::open:
        case Way::rate:
            if (readers == Readers::everyone && figure.counted > 0 && figure.counted < smallest)
                return Standing::too_few;
            return Standing::shown;
    }
    return Standing::shown;
}

std::string of_words(std::int64_t counted, std::int64_t base, std::string const& what) {
    return text::thousands(counted) + " of " + text::thousands(base) + (what.empty() ? "" : " " + what);
}

/// "20", or "20.5" half way between two.
std::string days_words(double median) {
    return decimal_half_up(std::llround(median * 2), 2, std::fmod(median, 1.0) == 0 ? 0 : 1);
}

}  // namespace

std::string fewer_than_words(int smallest) { return "fewer than " + std::to_string(smallest); }

FigureWords figure_words(Measure const& measure, Figure const& figure, Readers readers, int smallest) {
    switch (standing_of(measure, figure, readers, smallest)) {
        case Standing::not_collected:
            return {"Not collected", "", false};
        case Standing::of_nothing:
            return {"None", "No " + measure.base_words, false};
        case Standing::too_few:
            if (measure.way == Way::count || measure.way == Way::open || measure.way == Way::rate)
                return {"Fewer than " + std::to_string(smallest), "", false};
            return {"Too few to show", fewer_than_words(smallest) + " " + measure.base_words, false};
        case Standing::shown:
            break;
    }
    switch (measure.way) {
        case Way::count:
        case Way::open:
            return {text::thousands(figure.counted), "", true};
        case Way::share:
        case Way::said:
            return {percent_words(figure.counted, figure.base),
                    of_words(figure.counted, figure.base, measure.base_words), true};
        case Way::days:
            return {text::count_of(scaled_half_up(figure.days->sum, figure.base, 0), "day", "days"),
                    "mean of " + text::thousands(figure.base) + " " + measure.base_words + "; half took " +
                        days_words(figure.days->median) + " or fewer, the longest " +
                        text::thousands(figure.days->longest),
                    true};
        case Way::rate:
            return {decimal_half_up(figure.counted * 1000, figure.base, 1),
                    text::thousands(figure.counted) + " " + measure.counted_words + ", " +
                        text::thousands(figure.base) + " " + measure.base_words,
                    true};
    }
    return {};
}

std::string cell_words(Measure const& measure, Figure const& figure, Readers readers, int smallest) {
    auto const words = figure_words(measure, figure, readers, smallest);
    if (!words.is_number) return words.figure;
    if (measure.way == Way::share || measure.way == Way::said)
        return words.figure + " (" + of_words(figure.counted, figure.base, "") + ")";
    if (measure.way == Way::days) return words.figure + " (" + text::thousands(figure.base) + ")";
    return words.figure;
}

std::optional<double> plain_number(Measure const& measure, Figure const& figure, Readers readers,
                                   int smallest) {
    if (standing_of(measure, figure, readers, smallest) != Standing::shown) return std::nullopt;
    auto const counted = static_cast<double>(figure.counted);
    auto const base = static_cast<double>(figure.base);
    switch (measure.way) {
        case Way::count:
        case Way::open:
            return counted;
        case Way::share:
        case Way::said:
            return 100 * counted / base;
        case Way::days:
            return static_cast<double>(figure.days->sum) / base;
        case Way::rate:
            return 1000 * counted / base;
    }
    return std::nullopt;
}

std::string certainty_words(Measure const& measure, Figure const& figure, int smallest) {
    if (measure.way != Way::said) return {};
    if (standing_of(measure, figure, Readers::staff, smallest) != Standing::shown) return {};
    auto const interval = wilson_interval(figure.counted, figure.base);
    auto const percent = [](double share) { return std::to_string(std::lround(share * 100)) + "%"; };
    return "between " + percent(interval.lower) + " and " + percent(interval.upper) + ", as far as " +
           text::count_of(figure.base, "answer", "answers") + " can tell";
}

}  // namespace doorstep::figures
