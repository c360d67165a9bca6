#include "domain/triage/decision.h"

#include "base/text.h"

namespace doorstep::domain::triage {
namespace {

bool is_for_asb(Path path) { return path == Path::open_case || path == Path::add_to_case; }
bool is_for_other_things(Path path) { return path == Path::everyday_noise || path == Path::signpost; }

}  // namespace

Expected<Done> check_decision(Decision const& decision, DecisionFacts const& facts) {
    Refusal refusal(RefusalKind::invalid, "decision-incomplete", "Some answers are missing or need changing");
    auto const problem = [&](char const* field, char const* message) {
        (void)std::move(refusal).with_problem(field, message);
    };
    // (3)
    if (decision.is_asb && is_for_other_things(decision.path))
        problem("path", "A report of anti-social behaviour needs a case: open one, or add it to one");
    if (!decision.is_asb && is_for_asb(decision.path))
        problem("path", "A case is for anti-social behaviour: answer yes above, or choose something else");
    // (4)
    if (decision.path == Path::add_to_case && !facts.case_chosen) problem("case", "Select or enter the case");
    if (decision.path == Path::duplicate && !facts.report_chosen)
        problem("duplicate-of", "Enter the reference of the other report");
    if (decision.path == Path::everyday_noise && !decision.everyday_noise_step)
        problem("step", "Select what happens next");
    if (decision.path == Path::signpost && decision.signpost.empty())
        problem("signpost", "Select who can help");
    // (1)
    if (text::trim(decision.reason).empty()) problem("reason", "Enter the reason for the decision");
    // (2)
    if (facts.can_be_explained && text::trim(decision.explanation).empty())
        problem("explanation", "Enter what you will tell the person who reported it");
    if (!refusal.problems().empty()) return refuse(std::move(refusal));
    return Done{};
}

}  // namespace doorstep::domain::triage
