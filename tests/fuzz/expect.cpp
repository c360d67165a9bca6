#include <stdexcept>

#include "fuzz/targets.h"

namespace doorstep::fuzz {

void expect(bool holds, char const* promise) {
    if (!holds) throw std::logic_error(promise);
}

}  // namespace doorstep::fuzz
