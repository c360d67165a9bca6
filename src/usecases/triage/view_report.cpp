#include "usecases/triage/view_report.h"

#include "domain/messages/letters.h"
#include "gateways/mail.h"
#include "storage/accounts.h"
#include "storage/messages.h"
#include "storage/received_files.h"
#include "storage/triage.h"
#include "usecases/settings.h"
#include "usecases/triage/find_matches.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::reports::Report;
using domain::reports::State;

namespace {

constexpr int others_shown = 10;

/// Of a report alone: what belongs to a case is told there. A failed one that went another way is over.
bool is_to_be_told(domain::messages::Message const& message) {
    using domain::messages::Channel;
    using domain::messages::State;
    if (message.case_file) return false;
    if (message.channel == Channel::spoken) return message.state == State::waiting;
    return message.state == State::failed && message.wording != domain::messages::letters::acknowledgement;
}

void add_what_is_near(Context& context, ReportView& view) {
    auto& tx = context.read();
    auto const& report = view.listed.report;
    auto const scope = storage::reports::report_scope(context.viewer);
    if (!report.postcode.empty())
        view.at_place =
            storage::reports::of_postcode(tx, scope, report.postcode, report.id, others_shown + 1);
    view.more_at_place = view.at_place.size() > static_cast<std::size_t>(others_shown);
    if (view.more_at_place) view.at_place.pop_back();
    if (report.reporter)
        view.of_reporter =
            storage::reports::of_reporter(tx, scope, *report.reporter, report.id, others_shown);
    if (report.address && !report.is_settled()) {
        storage::case_list::Filter filter;
        filter.today = context.today;
        filter.address = report.address;
        view.open_cases_here = storage::case_list::list(
            tx, storage::case_scope(context.viewer, Action::see_case), filter, {.limit = others_shown});
    }
}

void add_decision(Context& context, ReportView& view) {
    auto const& report = view.listed.report;
    if (!report.is_settled()) return;
    auto& tx = context.read();
    view.decision = storage::triage::find(tx, report.id);
    if (view.decision && view.decision->decided_by)
        if (auto const account = storage::accounts::find(tx, *view.decision->decided_by))
            view.decided_by = account->name;
    if (view.decision && !view.decision->signpost.empty())
        view.signpost = context.settings().list("signposts").label(view.decision->signpost);
    if (report.duplicate_of)
        if (auto const other = storage::reports::find_listed_shortly(
                tx, *report.duplicate_of, storage::reports::report_scope(context.viewer)))
            view.duplicate_of = other->report.reference;
}

}  // namespace

Expected<ReportView> view_report(Context& context, ReportId id) {
    auto& tx = context.read();
    auto opened = open_report(tx, context.viewer, id, Action::see_triage);
    if (!opened) return refuse(opened.error());
    ReportView view;
    view.listed = std::move(*opened);
    auto const& report = view.listed.report;
    auto const& settings = context.settings();
    for (auto const& code : report.categories)
        view.kinds.emplace_back(settings.list("categories").label(code));
    if (view.kinds.empty()) view.kinds.emplace_back(settings.list("categories").label(report.category));
    view.channel = settings.list("channels").label(report.channel);
    view.safe_contact = safe_contact_of(tx, report);
    auto about = storage::messages::of_report(tx, report.id);
    view.acknowledgement = messages::acknowledgement_of(about, report, view.safe_contact,
                                                        context.services.mail.reaches_people());
    std::erase_if(about, [](auto const& message) { return !is_to_be_told(message); });
    view.to_tell = std::move(about);
    view.may_tell = domain::access::may(context.viewer, Action::decide_triage);
    if (view.listed.files > 0) view.files = storage::received_files::of_report(tx, report.id);
    add_what_is_near(context, view);
    add_decision(context, view);
    view.possible_breaches = orders::possible_breaches(context, report);
    view.may_decide = domain::access::may(context.viewer, Action::decide_triage) && !report.is_settled();
    view.may_restrict = view.may_decide && !report.high_profile;
    bool const held = report.state == State::being_looked_at;
    view.looked_at_by_me = held && report.looked_at_by == context.viewer.account;
    view.looked_at_by_another = held && !view.looked_at_by_me;
    context.note_view("report", report.case_file, report.id.text());
    return view;
}

}  // namespace doorstep::usecases::triage
