#include "domain/figures/measure.h"

#include <algorithm>

namespace doorstep::domain::figures {

bool Choice::takes(std::string_view tally_a, std::string_view tally_b, std::int64_t tally_number) const {
    auto const among = [](std::vector<std::string> const& codes, std::string_view code) {
        return codes.empty() || std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    return among(a, tally_a) && among(b, tally_b) && (!number || *number == tally_number);
}

}  // namespace doorstep::domain::figures
