#include <algorithm>

#include "domain/find/name_likeness.h"
#include "storage/accounts.h"
#include "usecases/places/responsible_officers.h"
#include "usecases/settings.h"
#include "usecases/triage/decide.h"
#include "usecases/triage/first_people.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::access::Role;

namespace {

std::string why_owner(places::SuggestedOwner const& suggested) {
    std::string why(words_of(suggested.reach));
    if (suggested.away_until) {
        why += ". Away until " + date_words(*suggested.away_until);
        if (suggested.cover) why += "; " + suggested.cover->name + " covers";
    }
    return why;
}

void add_owners(Context& context, DecisionForm& form) {
    auto& tx = context.read();
    auto const& report = form.listed.report;
    auto const found = places::responsible_officers(
        tx, {.patch = {}, .area = report.area, .category = report.category, .today = context.today});
    for (auto const& suggested : found.asb_officers) {
        if (!form.suggested_owner && !suggested.away_until) form.suggested_owner = suggested.officer.id;
        form.owners.push_back(
            {.id = suggested.officer.id, .name = suggested.officer.name, .why = why_owner(suggested)});
    }
    for (auto const& account : storage::accounts::list(tx, false)) {
        bool const named = std::any_of(form.owners.begin(), form.owners.end(),
                                       [&](OwnerChoice const& one) { return one.id == account.id; });
        if (!named && (account.roles.has(Role::asb_officer) || account.roles.has(Role::asb_manager)))
            form.owners.push_back({.id = account.id, .name = account.name, .why = ""});
    }
}

}  // namespace

Expected<DecisionForm> view_decision_form(Context& context, ReportId id) {
    auto& tx = context.read();
    if (auto allowed = context.require(Action::decide_triage); !allowed) return refuse(allowed.error());
    auto listed =
        storage::reports::find_listed_shortly(tx, id, storage::reports::report_scope(context.viewer));
    if (!listed)
        return refuse(RefusalKind::not_found, "report-not-found", "There is no report here that you can see");
    DecisionForm form;
    form.listed = std::move(*listed);
    auto const& report = form.listed.report;
    auto const safe_contact = safe_contact_of(tx, report);
    form.can_be_told = can_be_told(report, safe_contact);
    if (safe_contact) form.safe_contact = domain::people::safe_contact_words(*safe_contact);
    if (!report.is_settled()) {
        add_owners(context, form);
        form.reporters = likely_reporters(tx, context.viewer, report, safe_contact);
    }
    if (!report.reporter_name.empty() &&
        domain::find::name_likeness(context.viewer.name, report.reporter_name) >= domain::find::alike)
        form.conflict_with = report.reporter_name;
    context.note_view("report", report.case_file, report.id.text());
    return form;
}

}  // namespace doorstep::usecases::triage
