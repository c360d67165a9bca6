#include "legal/provision.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::legal {

bool Provision::extends_to(Nation nation) const {
    return std::find(nations.begin(), nations.end(), nation) != nations.end();
}

std::string words_for(Provision const& provision) {
    if (!provision.number) return provision.value.empty() ? "Not set" : provision.value;
    auto const number = *provision.number;
    switch (provision.unit) {
        case ProvisionUnit::yes_no:
            return number != 0 ? "Yes" : "No";
        case ProvisionUnit::pounds:
            return "£" + text::thousands(number);
        case ProvisionUnit::count:
            return text::thousands(number);
        case ProvisionUnit::decibels:
            return std::to_string(number) + " dB";
        default:
            break;
    }
    std::string unit(words_of(provision.unit));
    if (number == 1) {
        if (provision.unit == ProvisionUnit::hours_a_day) return "1 hour a day";
        if (unit.ends_with('s')) unit.pop_back();
    }
    return text::thousands(number) + " " + unit;
}

std::string counting_words(Provision const& provision) {
    std::string words;
    if (provision.unit == ProvisionUnit::hours) words = "Hours as they pass";
    if (provision.counting)
        words = *provision.counting == Counting::following ? "The day itself is not counted"
                                                           : "The day itself is day 1";
    bool is_first = true;
    for (auto const day : provision.not_counted) {
        words += (is_first ? "; not counted: " : ", ") + std::string(words_of(day));
        is_first = false;
    }
    if (provision.rolls_to_working_day) words += "; ends on a working day";
    return words;
}

}  // namespace doorstep::legal
