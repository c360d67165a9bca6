#pragma once

#include "inputs/reports/steps.h"

/// Every question of a report at once, for programs: the same questions, checks and words as the pages ask
/// one by one.
namespace doorstep::inputs::reports {

/// Ways a report reaches staff: all but those that come by themselves.
forms::Choices taken_channels(usecases::Settings const& settings, Date today);

/// The fields of all questions, those first that are about how it came. What may be passed by, or is asked
/// only after another answer, is not required.
std::vector<forms::FieldShape> whole_report_shapes();

struct WholeReport {
    usecases::reports::SendReport input;
    std::vector<Problem> problems;  ///< every one, in the order of the questions
};
/// `choices` holds what can be chosen only now: "channel", "kinds" and "address".
WholeReport read_whole_report(Pairs const& typed, Facts const& facts, forms::Choices const& choices);

}  // namespace doorstep::inputs::reports
