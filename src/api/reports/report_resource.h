#pragma once

#include <array>

#include "api/resource.h"
#include "storage/reports.h"
#include "usecases/triage/view_report.h"

/// A report as the API answers with it.
namespace doorstep::api::reports {

enum class QueueName { ordinary, restricted };
constexpr auto enum_names(QueueName) {
    return std::array{EnumName{QueueName::ordinary, "ordinary", "Ordinary"},
                      EnumName{QueueName::restricted, "restricted", "Restricted"}};
}

Resource<storage::reports::ListedReport> const& listed_report_resource();
Resource<usecases::triage::ReportView> const& report_resource();

}  // namespace doorstep::api::reports
