#include "domain/reports/report.h"

#include <fmt/format.h>

namespace doorstep::domain::reports {

std::string report_reference(int year, std::int64_t number) {
    return fmt::format("R-{:02}-{:05}", year % 100, number);
}

}  // namespace doorstep::domain::reports
