#include "usecases/demo/random.h"

#include <numeric>

namespace doorstep::usecases::demo {

std::uint64_t Random::next() {
    auto mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

int Random::low_between(int low, int high) {
    auto const share = unit();
    return low + static_cast<int>(share * share * (high - low + 1));
}

std::size_t Random::weighted(std::vector<double> const& weights) {
    auto left = unit() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t place = 0; place + 1 < weights.size(); ++place) {
        left -= weights[place];
        if (left < 0) return place;
    }
    return weights.size() - 1;
}

std::uint64_t seed_of(std::uint64_t seed, std::uint64_t part) {
    Random mixed(seed ^ (part * 0xd1342543de82ef95));
    mixed.next();
    return mixed.next();
}

}  // namespace doorstep::usecases::demo
