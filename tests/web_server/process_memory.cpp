#include "web_server/process_memory.h"

#include <fstream>
#include <string>

namespace doorstep::web {
namespace {

std::uint64_t status_kilobytes(std::string const& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::uint64_t kilobytes = 0;
        if (word == name && status >> kilobytes) return kilobytes;
    }
    return 0;
}

}  // namespace

std::uint64_t resident_memory() { return status_kilobytes("VmRSS:") * 1024; }
std::uint64_t peak_memory() { return status_kilobytes("VmHWM:") * 1024; }

std::uint64_t reset_peak_memory() {
    std::ofstream("/proc/self/clear_refs") << "5";
    return resident_memory();
}

}  // namespace doorstep::web
