// Where libFuzzer comes in: DOORSTEP_FUZZ_TARGET names the function, one program for each
// (tests/fuzz/CMakeLists.txt).
#ifdef DOORSTEP_FUZZ_TARGET

#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    doorstep::fuzz::DOORSTEP_FUZZ_TARGET({reinterpret_cast<char const*>(data), size});
    return 0;
}

#endif
