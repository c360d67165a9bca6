#include "usecases/orders/findings.h"

#include "legal/legal_actions.h"
#include "storage/cases.h"
#include "storage/court_findings.h"
#include "storage/legal_actions.h"
#include "storage/places.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/conditions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::ConditionFound;
using domain::orders::CourtAppeal;
using domain::orders::CourtFinding;

namespace {

/// The possession file, with the ground written down from its first day.
void start_possession(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                      CourtFinding const& finding) {
    domain::orders::LegalAction action;
    action.id = change.new_id<LegalActionId>();
    action.case_file = file.id;
    action.kind = "possession";
    action.applicant_body = settings.site().body;
    action.applicant_name = settings.site().landlord_name;
    action.place = file.place_text;
    action.why = std::string(words_of(finding.kind)) + " on " + date_words(finding.found_on) + ", " +
                 finding.court + ": " + finding.offence;
    action.started_on = change.today;
    action.started_by = change.viewer.account;
    storage::legal_actions::insert(change.tx, action);
    change.record(file.id, domain::events::legal_action_started, action.id.text(),
                  domain::events::Detail()
                      .set("legal_action", legal::find_legal_action("possession")->label)
                      .personal("reason", action.why));
}

Refusal nothing_to_appeal() {
    return Refusal(RefusalKind::not_found, "condition-not-found",
                   "There is no such order or finding on this case");
}

/// What is appealed, or was.
std::optional<storage::court_findings::PossessionEvent> appealed_event(storage::sql::Read& tx,
                                                                       CaseFileId file,
                                                                       std::string_view subject) {
    for (auto& event : storage::court_findings::events_of_case(tx, file))
        if (event.subject == subject) return std::move(event);
    return std::nullopt;
}

}  // namespace

Expected<Done> record_finding(Context& context, RecordFinding const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_order);
        if (!file) return refuse(file.error());
        CourtFinding const finding{.id = std::string(change.ids().next().text()),
                                   .case_file = file->id,
                                   .kind = input.kind,
                                   .who = input.who,
                                   .offence = input.offence,
                                   .offence_on = input.offence_on,
                                   .found_on = input.found_on,
                                   .court = input.court,
                                   .tie = input.tie,
                                   .participation = input.participation,
                                   .recorded_by = change.viewer.account,
                                   .recorded_at = change.now};
        if (auto checked = domain::orders::check_finding(finding, change.today); !checked) return checked;
        storage::court_findings::insert(change.tx, finding);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        bool opens = false;
        for (auto const& condition : find_conditions(change.tx, settings, file->id, change.now))
            opens = opens || (condition.subject == finding.id && condition.is_met);
        if (opens && !storage::court_findings::possession_of_case(change.tx, file->id))
            start_possession(change, settings, *file, finding);
        refresh_conditions(change, settings, *file);
        change.record(file->id,
                      opens ? domain::events::possession_condition_met : domain::events::legal_action_changed,
                      finding.id,
                      domain::events::Detail()
                          .set("order", words_of(finding.kind))
                          .set("court", finding.court)
                          .set("on", finding.found_on)
                          .set("outcome", opens ? "Condition " + std::to_string(condition_of(finding.kind))
                                                : std::string("Opens no condition"))
                          .personal("what", finding.offence));
        return Done{};
    });
}

Expected<Done> record_appeal(Context& context, RecordAppeal const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_order);
        if (!file) return refuse(file.error());
        auto const event = appealed_event(change.tx, file->id, input.subject);
        if (!event) return refuse(nothing_to_appeal());
        CourtAppeal const appeal{.id = std::string(change.ids().next().text()),
                                 .case_file = file->id,
                                 .subject = input.subject,
                                 .lodged_on = input.lodged_on,
                                 .ended_on = {},
                                 .outcome = {},
                                 .recorded_by = change.viewer.account,
                                 .recorded_at = change.now};
        if (auto checked = domain::orders::check_appeal(appeal, event->on, event->appeal, change.today);
            !checked)
            return checked;
        storage::court_findings::insert(change.tx, appeal);
        refresh_conditions(change, settings, *file);
        change.record(
            file->id, domain::events::order_changed, input.subject,
            domain::events::Detail().set("entry", "An appeal was lodged").set("on", appeal.lodged_on));
        return Done{};
    });
}

Expected<Done> end_appeal(Context& context, EndAppeal const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_order);
        if (!file) return refuse(file.error());
        auto event = appealed_event(change.tx, file->id, input.subject);
        if (!event || !event->appeal) return refuse(nothing_to_appeal());
        auto& appeal = event->appeal;
        if (auto checked =
                domain::orders::check_appeal_end(*appeal, input.outcome, input.ended_on, change.today);
            !checked)
            return checked;
        appeal->outcome = input.outcome;
        appeal->ended_on = input.ended_on;
        if (!storage::court_findings::update(change.tx, *appeal)) return refuse(cases::changed_meanwhile());
        refresh_conditions(change, settings, *file);
        change.record(file->id, domain::events::order_changed, input.subject,
                      domain::events::Detail()
                          .set("entry", "An appeal ended")
                          .set("outcome", words_of(input.outcome))
                          .set("on", input.ended_on));
        return Done{};
    });
}

ConditionFound const* FindingsView::condition(std::string_view subject) const {
    for (auto const& one : conditions)
        if (one.subject == subject) return &one;
    return nullptr;
}

Expected<FindingsView> view_findings(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    FindingsView view;
    view.conditions = find_conditions(tx, context.settings(), opened->file.id, context.now);
    std::string tenure;
    if (opened->file.address)
        if (auto const home = storage::places::find_address(tx, *opened->file.address)) tenure = home->tenure;
    view.regime = notice_regime(context.settings(), tenure, context.today);
    view.may_change = !opened->header.is_closed() && domain::access::may(context.viewer, Action::work_order);
    view.header = std::move(opened->header);
    return view;
}

}  // namespace doorstep::usecases::orders
