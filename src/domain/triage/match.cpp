#include "domain/triage/match.h"

#include <algorithm>

namespace doorstep::domain::triage {
namespace {

bool has(std::vector<Reason> const& reasons, Reason reason) {
    return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

constexpr int weight(Reason reason) {
    switch (reason) {
        case Reason::same_person:
            return 60;
        case Reason::same_telephone:
            return 50;
        case Reason::same_email:
            return 50;
        case Reason::same_address:
            return 40;
        case Reason::similar_name:
            return 25;
        case Reason::same_building:
            return 20;
        case Reason::same_postcode:
            return 15;
        case Reason::same_kind:
            return 12;
        case Reason::still_open:
            return 10;
    }
    return 0;
}

}  // namespace

int strength(std::vector<Reason> const& reasons) {
    int sum = 0;
    for (auto const reason : reasons) sum += weight(reason);
    return sum;
}

bool is_worth_showing(std::vector<Reason> const& reasons) {
    return std::any_of(reasons.begin(), reasons.end(), [](Reason reason) {
        return reason != Reason::same_kind && reason != Reason::still_open;
    });
}

bool is_likely(std::vector<Reason> const& reasons) {
    bool const who_or_where = has(reasons, Reason::same_person) || has(reasons, Reason::same_telephone) ||
                              has(reasons, Reason::same_email) || has(reasons, Reason::same_address);
    return who_or_where && has(reasons, Reason::same_kind);
}

}  // namespace doorstep::domain::triage
