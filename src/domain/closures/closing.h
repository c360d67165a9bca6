#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/work/work_item.h"

/// Ending a case (M-88): what has to be so first, and what whoever closes it has to say.
namespace doorstep::domain::closures {

using cases::Outcome;

/// What a check looks at.
enum class Need {
    no_open_work,
    plan_agreed,
    risk_assessed,
    danger_assessed,
    spoken_to,
    counter_allegations_closed,
    officer_says
};

/// One row of the list "closing-checks".
struct Check {
    std::string code;
    std::string label;
    Need need{};
    std::optional<work::Kind> work;  ///< of no_open_work
    bool blocks = true;              ///< false: it may be closed all the same, with a reason
};
/// Reads the row's own words ("no-open:task", "block"); nothing for words this program does not know.
std::optional<Check> check_of(std::string_view code, std::string_view label, std::string_view needs,
                              std::string_view weight);

/// What is known of the case when it is looked at.
struct Facts {
    std::vector<work::Kind> open_work;
    bool plan_agreed = false;
    bool danger = false;               ///< somebody is in danger or may harm themselves
    bool ever_assessed = false;        ///< risk, at any time
    bool risk_assessed = false;        ///< lately enough, by the landlord's standard
    bool all_spoken_to = false;        ///< everybody who reported, within the time of an update
    int open_counter_allegations = 0;  ///< among the cases the viewer may see
};

/// What whoever closes the case says.
struct Closing {
    Outcome outcome = Outcome::resolved;
    std::string reason;               ///< code of the list "closing-reasons"
    std::string summary;              ///< for the file: what was done and how it stands
    std::string explanation;          ///< for the people who reported, in the closing letter
    std::set<std::string> confirmed;  ///< codes of checks that the officer says are so
    std::map<std::string, std::string>
        reasons;  ///< code of a check that is not so to why it is closed anyway
};

/// False where the check has nothing to look at: no plan's steps without a plan, no danger where none is
/// known.
bool concerns(Check const& check, Facts const& facts);

/// True for what the officer says only when they said so, and for a check that does not concern the case.
bool is_met(Check const& check, Facts const& facts, Closing const& closing);

/// What is known to be left before anybody says anything: checks that block and that the program can see are
/// not met.
std::vector<Check> left_to_do(std::vector<Check> const& checks, Facts const& facts);

/// Every problem at once; fields are those of the form.
/// (1) Nothing that blocks is left ("cannot-close-yet"). (2) The reason belongs to the outcome: `reasons` are
/// the codes in use for it. (3) There is a summary and an explanation. (4) What only the officer knows is
/// confirmed. (5) What is not so but may be passed over has a reason.
Expected<Done> check_closing(Closing const& closing, std::vector<Check> const& checks, Facts const& facts,
                             std::vector<std::string> const& reasons);

/// For a request that waits for a second person, and back.
std::string to_json(Closing const& closing);
std::optional<Closing> closing_of(std::string_view json);

}  // namespace doorstep::domain::closures
