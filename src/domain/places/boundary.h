#pragma once

#include <string>
#include <vector>

namespace doorstep::domain::places {

/// A point in WGS84 degrees.
struct Degrees {
    double longitude = 0;
    double latitude = 0;
};

/// A closed line; the last point need not repeat the first.
using Ring = std::vector<Degrees>;

/// The edge of an area: outlines, holes and islands as rings in any order.
class Boundary {
  public:
    Boundary() = default;
    explicit Boundary(std::vector<Ring> rings);

    /// Even-odd rule: inside when a line from the point to the east crosses the rings an odd number of times.
    /// A point on an edge shared by two areas is inside exactly one of them.
    bool contains(Degrees const& point) const;
    bool empty() const { return rings_.empty(); }

  private:
    std::vector<Ring> rings_;
    Degrees least_;
    Degrees greatest_;
};

}  // namespace doorstep::domain::places
