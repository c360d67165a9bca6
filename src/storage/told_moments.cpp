#include "storage/told_moments.h"

namespace doorstep::storage {
namespace {

sql::Query const select_moments{"told_moments.of_case", R"sql(
    SELECT DISTINCT happened_on, happened_time FROM incident
    WHERE case_file_id = :case_file AND source IN ('complainant', 'witness') AND happened_time <> ''
        AND struck_at IS NULL
    ORDER BY happened_on DESC, happened_time DESC
)sql"};

}  // namespace

std::vector<domain::outbound::Moment> told_moments(sql::Read& tx, CaseFileId file) {
    std::vector<domain::outbound::Moment> moments;
    tx.each(select_moments, {{"case_file", file}}, [&](sql::Row& row) {
        Date day;
        std::string time;
        row.read(day, time);
        if (auto const parsed = TimeOfDay::parse(time)) moments.push_back({day, *parsed});
    });
    return moments;
}

}  // namespace doorstep::storage
