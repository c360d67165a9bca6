#include "usecases/triage/first_people.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::usecases::triage {

using cases::FirstPerson;
using domain::people::Part;
using domain::people::SafeContact;
using domain::people::Side;
using domain::reports::EffectOn;
using domain::reports::Report;
using domain::reports::WhoFor;

namespace {

/// What they told us of themselves that whoever deals with them should know.
std::string vulnerabilities_of(Report const& report) {
    std::vector<std::string> told;
    for (auto const on : {EffectOn::health, EffectOn::children, EffectOn::support, EffectOn::fear})
        if (std::find(report.effect_on.begin(), report.effect_on.end(), on) != report.effect_on.end())
            told.emplace_back(words_of(on));
    return text::join(told, ". ");
}

bool can_be_reached(std::optional<SafeContact> const& safe_contact) {
    return safe_contact && safe_contact->any_way();
}

}  // namespace

bool can_be_told(Report const& report, std::optional<SafeContact> const& safe_contact) {
    return can_be_reached(safe_contact) || (!report.anonymous && !report.reporter_name.empty());
}

std::optional<FirstPerson> reporter_part(Report const& report, std::optional<SafeContact> const& safe_contact,
                                         std::optional<PersonId> known) {
    bool const nobody_named = report.reporter_name.empty() && !known;
    if (report.who_for == WhoFor::staff && nobody_named) return std::nullopt;
    if (report.taken_by && nobody_named && !report.anonymous && !can_be_reached(safe_contact))
        return std::nullopt;
    FirstPerson person;
    person.known = known;
    person.details.name = report.reporter_name;
    person.details.address_text = report.reporter_address;
    if (safe_contact) {
        person.details.telephone = safe_contact->telephone;
        person.details.email = safe_contact->email;
    }
    if (report.who_for == WhoFor::professional) {
        person.part = Part::professional;
        person.side = Side::neutral;
    }
    if (nobody_named) person.description = report.anonymous ? "Wants to stay anonymous" : "Gave no name";
    person.anonymous = report.anonymous;
    person.safe_contact_id = report.safe_contact_id;
    person.vulnerabilities = vulnerabilities_of(report);
    person.can_be_contacted = can_be_told(report, safe_contact);
    return person;
}

std::optional<FirstPerson> person_complained_about(DecideReport const& input) {
    auto const name = text::trim(input.complained_about);
    auto const described = text::trim(input.complained_about_described);
    if (name.empty() && described.empty()) return std::nullopt;
    FirstPerson person;
    person.part = Part::alleged_perpetrator;
    person.side = Side::complained_about;
    person.details.name = name;
    person.description = described;
    return person;
}

}  // namespace doorstep::usecases::triage
