#include "domain/interventions/intervention.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::domain::interventions {
namespace {

constexpr std::size_t longest_words = 3000;

class Problems {
  public:
    void add(std::string field, std::string message) {
        found_.push_back({std::move(field), std::move(message)});
    }
    void need(char const* field, std::string const& typed, char const* missing) {
        if (text::trim(typed).empty())
            add(field, missing);
        else
            limit(field, typed);
    }
    void limit(char const* field, std::string const& typed) {
        if (text::length(typed) > longest_words)
            add(field, "It must be " + text::thousands(static_cast<long long>(longest_words)) +
                           " characters or fewer");
    }
    Expected<Done> result(char const* code) const {
        if (found_.empty()) return Done{};
        Refusal refusal(RefusalKind::invalid, code, found_.front().message);
        for (auto const& problem : found_) std::move(refusal).with_problem(problem.field, problem.message);
        return refuse(std::move(refusal));
    }

  private:
    std::vector<Problem> found_;
};

void check_warning(Intervention const& step, Problems& problems) {
    if (!step.recipient) problems.add("recipient", "Select who was warned");
    problems.need("content", step.content, "Enter what the warning said");
    problems.need("consequence", step.consequence, "Enter what follows if it goes on");
    if (!step.given_how) problems.add("given-how", "Select how it was given");
}

void check_referral(Intervention const& step, Problems& problems) {
    if (!step.recipient) problems.add("recipient", "Select who is referred");
    problems.need("referred-to", step.referred_to, "Enter who they are referred to");
    problems.need("content", step.content, "Enter why they are referred");
    if (!step.consent)
        problems.add("consent", "Select whether they agreed");
    else if (*step.consent != Consent::given)
        problems.need("basis", step.basis, "Enter why it is shared although they did not agree");
    if (step.respond_by && *step.respond_by < step.used_on)
        problems.add("respond-by", "Date must be the same as or after the date of the referral");
}

}  // namespace

std::vector<Outcome> outcomes_of(Kind kind) {
    if (kind == Kind::referral)
        return {Outcome::accepted, Outcome::declined, Outcome::no_answer, Outcome::helped,
                Outcome::no_change};
    return {Outcome::helped, Outcome::no_change, Outcome::worse};
}

bool asks_for_fairness(CatalogueEntry const& entry) { return entry.kind == Kind::warning || entry.legal; }

Expected<Done> check_intervention(Intervention const& step, CatalogueEntry const& entry, Date raised_on,
                                  Date today) {
    Problems problems;
    // (1)
    if (step.used_on > today)
        problems.add("used-on", "Date must be today or in the past");
    else if (step.used_on < raised_on)
        problems.add("used-on", "Date must be the same as or after " + date_words(raised_on) +
                                    ", when the issue was raised");
    switch (entry.kind) {
        case Kind::warning:  // (2)
            check_warning(step, problems);
            break;
        case Kind::referral:  // (3)
            check_referral(step, problems);
            break;
        case Kind::plain:
            problems.need("content", step.content, "Enter what was done");
            break;
    }
    // (4)
    if (asks_for_fairness(entry)) {
        problems.need("aim", step.aim, "Enter why this step, and why now");
        problems.need("tried", step.tried, "Enter what was tried or ruled out first");
        problems.need("vulnerabilities", step.vulnerabilities,
                      "Enter what is known of their needs, or that nothing is known");
    }
    return problems.result("intervention-incomplete");
}

Expected<Done> check_outcome(Intervention const& step, Kind kind, Outcome outcome, Date on,
                             std::string_view note, Date today) {
    // (1)
    if (step.outcome)
        return refuse(RefusalKind::conflict, "outcome-known",
                      "Somebody wrote down what came of this already");
    Problems problems;
    // (2)
    auto const fitting = outcomes_of(kind);
    if (std::find(fitting.begin(), fitting.end(), outcome) == fitting.end())
        problems.add("outcome", "Select what came of it");
    // (3)
    if (on > today)
        problems.add("outcome-on", "Date must be today or in the past");
    else if (on < step.used_on)
        problems.add("outcome-on", "Date must be the same as or after " + date_words(step.used_on) +
                                       ", when the step was taken");
    problems.limit("outcome-note", std::string(note));
    return problems.result("outcome-wrong");
}

}  // namespace doorstep::domain::interventions
