#include "domain/places/boundary.h"

#include <algorithm>

namespace doorstep::domain::places {
namespace {

/// Whether the edge from a to b is crossed by the line from the point to the east. The lower end belongs to
/// an edge and the upper does not, so that a corner is counted once.
bool crosses(Degrees const& a, Degrees const& b, Degrees const& point) {
    if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) return false;
    auto const share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    return point.longitude < a.longitude + share * (b.longitude - a.longitude);
}

}  // namespace

Boundary::Boundary(std::vector<Ring> rings) : rings_(std::move(rings)) {
    bool first = true;
    for (auto const& ring : rings_)
        for (auto const& corner : ring) {
            if (first) least_ = greatest_ = corner;
            first = false;
            least_ = {std::min(least_.longitude, corner.longitude),
                      std::min(least_.latitude, corner.latitude)};
            greatest_ = {std::max(greatest_.longitude, corner.longitude),
                         std::max(greatest_.latitude, corner.latitude)};
        }
}

bool Boundary::contains(Degrees const& point) const {
    if (rings_.empty() || point.longitude < least_.longitude || point.longitude > greatest_.longitude ||
        point.latitude < least_.latitude || point.latitude > greatest_.latitude)
        return false;
    bool inside = false;
    for (auto const& ring : rings_)
        for (std::size_t n = 0; n < ring.size(); ++n)
            if (crosses(ring[n], ring[(n + 1) % ring.size()], point)) inside = !inside;
    return inside;
}

}  // namespace doorstep::domain::places
