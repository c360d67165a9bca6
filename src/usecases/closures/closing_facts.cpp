#include "usecases/closures/closing_facts.h"

#include <algorithm>
#include <stdexcept>

#include "legal/standard_ids.h"
#include "storage/case_links.h"
#include "storage/case_scope.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/settings.h"

namespace doorstep::usecases::closures {

using domain::cases::CaseFile;
using domain::cases::Outcome;
using domain::closures::Check;

namespace {

bool spoken_to_lately(Settings const& settings, CaseFile const& file,
                      domain::people::CasePerson const& person, Date today) {
    if (!person.last_contact_on) return false;
    auto const scope = file.risk_band ? name_of(*file.risk_band) : std::string_view{};
    return today <= settings.standards()
                        .deadline(legal::standard_ids::update, *person.last_contact_on, scope,
                                  settings.site().division)
                        .by;
}

bool assessed_lately(Settings const& settings, CaseFile const& file, Date today) {
    if (!file.risk_assessed_on) return false;
    auto const deadline = settings.standards().find_deadline(
        legal::standard_ids::risk_at_closure, *file.risk_assessed_on, {}, settings.site().division);
    return !deadline || today <= deadline->by;
}

}  // namespace

std::vector<Check> closing_checks(Settings const& settings, Date on) {
    std::vector<Check> checks;
    for (auto const* entry : settings.list("closing-checks").in_use(on)) {
        auto check = domain::closures::check_of(entry->code, entry->label, entry->detail("needs"),
                                                entry->detail("weight"));
        if (!check) throw std::logic_error("closing-checks: \"" + entry->code + "\" is not understood");
        checks.push_back(std::move(*check));
    }
    return checks;
}

domain::closures::Facts closing_facts(storage::sql::Read& tx, Settings const& settings,
                                      domain::access::Viewer const& viewer, CaseFile const& file,
                                      Date today) {
    domain::closures::Facts facts;
    for (auto const& item : storage::work_items::open_of_case(tx, file.id))
        facts.open_work.push_back(item.kind);
    facts.plan_agreed = file.plan_agreed_on.has_value();
    facts.danger = file.in_danger || file.self_harm;
    facts.ever_assessed = file.risk_assessed_on.has_value();
    facts.risk_assessed = assessed_lately(settings, file, today);
    facts.all_spoken_to = true;
    for (auto const& person : storage::people::of_case(tx, file.id))
        if (person.part == domain::people::Part::complainant && !person.left_on &&
            !spoken_to_lately(settings, file, person, today))
            facts.all_spoken_to = false;
    auto const scope = storage::case_scope(viewer, domain::access::Action::see_case);
    for (auto const& link : storage::cases::visible_links(tx, file.id, scope))
        if (link.kind == domain::cases::LinkKind::counter_allegation && !link.is_closed)
            ++facts.open_counter_allegations;
    return facts;
}

std::vector<std::string> closing_reasons(Settings const& settings, Outcome outcome, Date on) {
    std::vector<std::string> codes;
    for (auto const* entry : settings.list("closing-reasons").in_use(on))
        if (entry->detail("outcome") == name_of(outcome)) codes.push_back(entry->code);
    return codes;
}

bool needs_approval(Settings const& settings, CaseFile const& file, Outcome outcome, Date on) {
    namespace scopes = legal::standard_scopes;
    auto const asked = [&](std::string_view scope) {
        return settings.standards().yes(legal::standard_ids::closure_approval, on, scope);
    };
    // Somebody in danger asks for a second look whatever the band.
    bool const high = file.is_high_risk() || file.in_danger || file.self_harm;
    return asked(scopes::everything) || (high && asked(scopes::high_risk)) ||
           (outcome == Outcome::unresolved && asked(scopes::unresolved));
}

}  // namespace doorstep::usecases::closures
