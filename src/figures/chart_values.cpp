#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "figures/chart.h"

namespace doorstep::figures {

namespace {

/// At most one decimal, none when it is 0.
std::string one_decimal(double value) {
    auto const tenths = std::llround(value * 10);
    if (tenths % 10 == 0) return text::thousands(tenths / 10);
    return (tenths < 0 ? "-" : "") + text::thousands(std::llabs(tenths) / 10) + "." +
           std::to_string(std::llabs(tenths) % 10);
}

std::string pounds(double value) {
    auto const pence = std::llround(value * 100);
    auto words = "£" + text::thousands(std::llabs(pence) / 100);
    if (pence % 100 != 0) words += fmt::format(".{:02}", std::llabs(pence) % 100);
    return pence < 0 ? "-" + words : words;
}

}  // namespace

std::string value_words(double value, ValueFormat format) {
    switch (format) {
        case ValueFormat::percent:
            return one_decimal(value) + "%";
        case ValueFormat::pounds:
            return pounds(value);
        case ValueFormat::decimal:
            return one_decimal(value);
        case ValueFormat::count:
            break;
    }
    return one_decimal(value);
}

}  // namespace doorstep::figures
