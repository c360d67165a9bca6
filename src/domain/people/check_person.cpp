#include "domain/people/check_person.h"

#include "base/text.h"

namespace doorstep::domain::people {
namespace {

/// Every problem found, as one refusal.
Refusal refusal_of(std::vector<Problem> problems) {
    Refusal refusal(RefusalKind::invalid, "person-invalid", problems.front().message);
    for (auto& problem : problems) {
        auto with_one_more =
            std::move(refusal).with_problem(std::move(problem.field), std::move(problem.message));
        refusal = std::move(with_one_more);
    }
    return refusal;
}

bool is_blank(std::string const& typed) { return text::trim(typed).empty(); }

}  // namespace

Expected<Side> check_person(PersonWritten const& person, PersonFacts const& facts) {
    std::vector<Problem> problems;
    // (1)
    if (!person.is_unknown && is_blank(person.name)) problems.push_back({"name", "Enter their name"});
    if (person.is_unknown && is_blank(person.description))
        problems.push_back({"description", "Describe them as far as anyone can"});
    // (2)
    if (person.is_unknown && person.part == Part::complainant)
        problems.push_back(
            {"known", "Someone who reports must be a person we know. Tick that they stay unnamed outside"});
    // (3)
    auto side = side_of(person.part);
    if (!side) side = person.side;
    if (!side) problems.push_back({"side", "Select whose side they are on"});
    // (4)
    if (person.date_of_birth && *person.date_of_birth > facts.today)
        problems.push_back({"date-of-birth", "Date of birth must be in the past"});
    if (person.part == Part::complainant && person.raised_on && *person.raised_on > facts.today)
        problems.push_back({"raised-on", "The day they raised it must be today or in the past"});
    if (!problems.empty()) return refuse(refusal_of(std::move(problems)));
    return *side;
}

Expected<Done> check_safe_contact(SafeContact const& safe, Date today) {
    std::vector<Problem> problems;
    if (!safe.any_way())
        problems.push_back({"ways", "Select at least one safe way, or that they will contact us"});
    if ((safe.telephone_allowed || safe.text_allowed) && is_blank(safe.telephone))
        problems.push_back({"telephone", "Enter the telephone number that is safe"});
    if (safe.email_allowed && is_blank(safe.email))
        problems.push_back({"email", "Enter the e-mail address that is safe"});
    if (safe.agreed_on > today)
        problems.push_back({"agreed-on", "The day it was agreed must be today or in the past"});
    if (!problems.empty()) return refuse(refusal_of(std::move(problems)));
    return Done{};
}

}  // namespace doorstep::domain::people
