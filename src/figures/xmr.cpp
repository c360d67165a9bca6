#include "figures/xmr.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace doorstep::figures {
namespace {

constexpr std::size_t fewest_points = 12;
constexpr double limit_factor = 2.66;       // 3 / d2 for ranges of two
constexpr double screening_factor = 3.267;  // D4 for ranges of two
constexpr std::size_t run_length = 7;

double mean_of(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double mean_moving_range(std::vector<double> const& values, bool screens) {
    std::vector<double> ranges;
    for (std::size_t n = 1; n < values.size(); ++n) ranges.push_back(std::abs(values[n] - values[n - 1]));
    auto const mean = mean_of(ranges);
    if (!screens) return mean;
    std::vector<double> kept;
    for (auto const range : ranges)
        if (range < screening_factor * mean) kept.push_back(range);
    return kept.empty() ? mean : mean_of(kept);
}

/// Marks every run of at least seven in which `goes_on(n)` joins point n to the one before.
template <class GoesOn>
void mark_runs(std::vector<std::optional<XmrFlag>>& flags, std::size_t points, std::size_t joins,
               XmrFlag flag, GoesOn goes_on) {
    std::size_t start = 0;
    for (std::size_t n = 1; n <= points; ++n) {
        if (n < points && goes_on(n)) continue;
        if (n - start >= joins)
            for (auto at = start; at < n; ++at)
                if (!flags[at]) flags[at] = flag;
        start = n;
    }
}

class Rules {
  public:
    Rules(std::vector<double> const& values, Xmr const& limits) : values_(values), limits_(limits) {}

    std::vector<XmrPoint> flags() {
        std::vector<std::optional<XmrFlag>> found(values_.size());
        for (std::size_t n = 0; n < values_.size(); ++n)
            if (is_beyond(n)) found[n] = XmrFlag::beyond_limit;
        mark_runs(found, values_.size(), run_length, XmrFlag::seven_rising,
                  [&](std::size_t n) { return values_[n] > values_[n - 1]; });
        mark_runs(found, values_.size(), run_length, XmrFlag::seven_falling,
                  [&](std::size_t n) { return values_[n] < values_[n - 1]; });
        mark_two_of_three(found);
        mark_one_side(found, +1, XmrFlag::seven_above);
        mark_one_side(found, -1, XmrFlag::seven_below);
        std::vector<XmrPoint> points;
        for (std::size_t n = 0; n < found.size(); ++n)
            if (found[n]) points.push_back({n, *found[n]});
        return points;
    }

  private:
    int side(std::size_t n) const {
        if (values_[n] > limits_.mean) return 1;
        return values_[n] < limits_.mean ? -1 : 0;
    }
    bool is_beyond(std::size_t n) const { return values_[n] > limits_.upper || values_[n] < limits_.lower; }
    bool is_near(std::size_t n) const {
        auto const third = (limits_.upper - limits_.mean) * 2 / 3;
        return !is_beyond(n) && std::abs(values_[n] - limits_.mean) > third;
    }

    void mark_two_of_three(std::vector<std::optional<XmrFlag>>& found) const {
        for (std::size_t n = 2; n < values_.size(); ++n) {
            bool const one_side = side(n) != 0 && side(n) == side(n - 1) && side(n) == side(n - 2);
            int const near = is_near(n) + is_near(n - 1) + is_near(n - 2);
            if (!one_side || near < 2) continue;
            for (auto at = n - 2; at <= n; ++at)
                if (is_near(at) && !found[at]) found[at] = XmrFlag::two_of_three;
        }
    }

    void mark_one_side(std::vector<std::optional<XmrFlag>>& found, int wanted, XmrFlag flag) const {
        std::size_t length = 0;
        for (std::size_t n = 0; n <= values_.size(); ++n) {
            if (n < values_.size() && side(n) == wanted) {
                ++length;
                continue;
            }
            if (length >= run_length)
                for (auto at = n - length; at < n; ++at)
                    if (!found[at]) found[at] = flag;
            length = 0;
        }
    }

    std::vector<double> const& values_;
    Xmr const& limits_;
};

}  // namespace

std::string xmr_flag_words(XmrFlag flag) {
    switch (flag) {
        case XmrFlag::beyond_limit:
            return "beyond the limit";
        case XmrFlag::seven_rising:
            return "seven rising";
        case XmrFlag::seven_falling:
            return "seven falling";
        case XmrFlag::two_of_three:
            return "two of three near the limit";
        case XmrFlag::seven_above:
            return "seven above the mean";
        case XmrFlag::seven_below:
            return "seven below the mean";
    }
    return {};
}

std::optional<Xmr> xmr(std::vector<double> const& values, XmrOptions const& options) {
    auto const basis = std::min(options.baseline.value_or(values.size()), values.size());
    if (basis < fewest_points) return std::nullopt;
    std::vector<double> const first(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(basis));
    Xmr result;
    result.mean = mean_of(first);
    auto const reach = limit_factor * mean_moving_range(first, options.screens);
    result.lower = result.mean - reach;
    result.upper = result.mean + reach;
    result.flags = Rules(values, result).flags();
    return result;
}

}  // namespace doorstep::figures
