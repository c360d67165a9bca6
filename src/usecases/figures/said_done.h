#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/surveys/said_done.h"
#include "usecases/figures/asked.h"

namespace doorstep::usecases::figures {

struct SaidDoneRow {
    domain::surveys::SaidDonePair pair;
    domain::surveys::SaidDoneTally tally;
    bool is_shown = false;  ///< enough answers have a record to be held against
};

/// Answers beside the records of their cases, of one period (T08, M-107).
struct SaidDoneView {
    Asked asked;
    int smallest_base = 0;
    std::vector<SaidDoneRow> rows;
    /// Where they differ, for one question; nothing when none is asked for or there are too few answers.
    std::optional<domain::surveys::SaidDonePair> opened;
    struct Difference {
        std::string reference;
        std::string said;
        std::string record;
        Date counts_on;
    };
    std::vector<Difference> differences;
};

/// Needs Action::see_figures; cases by Action::see_case.
Expected<SaidDoneView> view_said_done(Context& context, std::string const& period,
                                      std::string const& question);

}  // namespace doorstep::usecases::figures
