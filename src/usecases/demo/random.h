#pragma once

#include <cstdint>
#include <vector>

namespace doorstep::usecases::demo {

/// Dice that fall the same on every machine for the same seed, which the distributions of <random> do not
/// promise. SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    /// From 0 up to, not including, `count`.
    int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }
    /// Both ends included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// Both ends included, the low ones more often.
    int low_between(int low, int high);
    /// From 0 up to, not including, 1.
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    bool chance(double probability) { return unit() < probability; }
    /// A place in a list of weights.
    std::size_t weighted(std::vector<double> const& weights);
    template <class T>
    T const& pick(std::vector<T> const& from) {
        return from[static_cast<std::size_t>(next() % from.size())];
    }

  private:
    std::uint64_t state_;
};

/// A seed of its own for each numbered part of a whole, so that parts can be made in any order.
std::uint64_t seed_of(std::uint64_t seed, std::uint64_t part);

}  // namespace doorstep::usecases::demo
