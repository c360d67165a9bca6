#include "domain/cases/reference.h"

#include <fmt/format.h>

namespace doorstep::domain::cases {

std::string case_reference(int year, std::int64_t number) {
    return fmt::format("ASB-{:02}-{:05}", year % 100, number);
}

}  // namespace doorstep::domain::cases
