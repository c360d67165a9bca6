#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Answers of completed surveys beside the records of their cases (M-107).
namespace doorstep::storage::said_done {

struct Cell {
    std::string question;
    int wording = 1;
    std::string answer;  ///< code of an option
    std::string record;  ///< "yes", "no"; a channel's code for the question about it; empty for no record
    std::int64_t count = 0;
};
/// Every answer that counts in the days, skipped ones left out. Of all cases.
std::vector<Cell> cells(sql::Read& tx, Period days);

struct Answered {
    std::string reference;  ///< of the case
    int wording = 1;
    std::string answer;
    std::string record;
    Date counts_on;
};
/// Answers to one question, newest first, of cases that the viewer may see.
std::vector<Answered> answers(sql::Read& tx, std::string_view question, Period days, CaseScope const& scope,
                              int limit);

}  // namespace doorstep::storage::said_done
