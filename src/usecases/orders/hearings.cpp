#include "usecases/orders/hearings.h"

#include "domain/orders/problems.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::Hearing;
using domain::orders::HearingPurpose;
using domain::orders::HearingResult;
using domain::orders::LegalOrder;
using domain::orders::OrderForm;
using domain::orders::ServedWhat;

namespace {

tl::unexpected<Refusal> too_late(LawPeriod const& period) {
    auto message = "It must be heard by " +
                   (period.due_at ? instant_words(*period.due_at) : date_words(period.due_on)) + " (" +
                   period.source + ")";
    auto said = message;
    return refuse(Refusal(RefusalKind::unlawful, "hearing-too-late", std::move(said))
                      .with_problem("on", std::move(message)));
}

bool is_later(Hearing const& hearing, LawPeriod const& period) {
    return period.due_at ? hearing.listed_at > *period.due_at : hearing.listed_on > period.due_on;
}

/// Closures only: the law counts from service, and from an adjournment.
Expected<Done> check_hearing_in_time(storage::sql::Read& tx, Settings const& settings,
                                     OpenedAction const& opened, Hearing const& hearing) {
    if (opened.kind->code != "closure") return Done{};
    if (hearing.purpose == HearingPurpose::application) {
        for (auto const& service : storage::legal_actions::services(tx, hearing.action))
            if (service.what == ServedWhat::notice) {
                auto const period = law_period(settings, provisions::closure_hearing,
                                               legal::LawMoment::at(service.served_at));
                if (period && is_later(hearing, *period)) return too_late(*period);
                break;
            }
    }
    if (hearing.purpose == HearingPurpose::adjourned) {
        for (auto const& earlier : storage::legal_actions::hearings(tx, hearing.action))
            if (earlier.result == HearingResult::adjourned) {
                auto const period = law_period(settings, provisions::closure_adjournment,
                                               legal::LawMoment::on(earlier.listed_on));
                if (period && is_later(hearing, *period)) return too_late(*period);
            }
    }
    return Done{};
}

/// The notice goes on for as long as the law allows from here.
Expected<Done> continue_notice(Change& change, Settings const& settings, OpenedAction const& opened,
                               std::string_view provision, Hearing const& hearing) {
    for (auto& [order, planned] : storage::legal_orders::of_action(change.tx, opened.named.action.id)) {
        if (order.form != OrderForm::notice || order.end) continue;
        auto const from = provision == provisions::closure_temporary
                              ? legal::LawMoment::at(hearing.listed_at)
                              : legal::LawMoment::on(hearing.listed_on);
        auto const period = law_period(settings, provision, from);
        if (!period) continue;
        auto const until = period->due_at ? *period->due_at : london_midnight(period->due_on.plus_days(1));
        if (order.until_at && *order.until_at >= until) continue;
        order.until_at = until;
        order.until_on = london_date(until);
        if (!storage::legal_orders::update(change.tx, order)) return refuse(cases::changed_meanwhile());
        storage::legal_actions::keep_rules(change.tx, opened.named.action.id, order.id.text(), "continued",
                                           period->rules);
        change.record(opened.file.id, domain::events::order_changed, order.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened.kind, order.form))
                          .set("until", instant_words(until)));
    }
    return Done{};
}

}  // namespace

Expected<HearingId> list_hearing(Context& context, ListHearing const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<HearingId> {
        auto opened = open_action_to_change(change, input.reference, input.action);
        if (!opened) return refuse(opened.error());
        auto const at = london_instant(input.on, input.time.value_or(TimeOfDay{10, 0}));
        Hearing const hearing{.id = change.new_id<HearingId>(),
                              .action = input.action,
                              .purpose = input.purpose,
                              .court = input.court,
                              .listed_at = at,
                              .listed_on = input.on,
                              .result = {},
                              .result_note = "",
                              .notice_goes_on = {},
                              .recorded_by = change.viewer.account,
                              .recorded_at = change.now,
                              .version = 1};
        if (auto checked = domain::orders::check_hearing(hearing); !checked) return refuse(checked.error());
        if (hearing.listed_on < opened->file.raised_on)
            return refuse_field("hearing-too-early", "on",
                                "Date must be the same as or after " + date_words(opened->file.raised_on) +
                                    ", when the issue was raised");
        if (auto lawful = check_hearing_in_time(change.tx, settings, *opened, hearing); !lawful)
            return refuse(lawful.error());
        storage::legal_actions::insert(change.tx, hearing);
        set_deadline(change, opened->file,
                     {.action = input.action,
                      .order = {},
                      .code = "attend-" + std::string(hearing.id.text()),
                      .words = "Hearing at " + instant_words(at) + ": " + opened->kind->label,
                      .due_on = hearing.listed_on,
                      .due_at = at,
                      .target_on = {},
                      .source = "Listed by the court",
                      .watched = Watched::by_officer});
        if (hearing.purpose == HearingPurpose::adjourned) meet_deadline(change, input.action, "adjournment");
        change.record(opened->file.id, domain::events::hearing_listed, hearing.id.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("hearing", instant_words(at) + ", " + std::string(words_of(input.purpose)))
                          .set("court", hearing.court));
        return hearing.id;
    });
}

Expected<Done> record_hearing(Context& context, RecordHearing const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.action);
        if (!opened) return refuse(opened.error());
        auto hearing = storage::legal_actions::find_hearing(change.tx, input.hearing);
        if (!hearing || hearing->action != input.action)
            return refuse(RefusalKind::not_found, "hearing-not-found", "There is no such hearing");
        if (hearing->result)
            return refuse(RefusalKind::conflict, "result-known", "The result of this hearing is recorded");
        if (auto checked = domain::orders::check_hearing_result(*hearing, change.now); !checked)
            return refuse(checked.error());
        domain::orders::ProblemList problems;
        problems.limit("result-note", input.note);
        if (auto checked = problems.result("result-wrong"); !checked) return checked;
        hearing->result = input.result;
        hearing->result_note = input.note;
        hearing->notice_goes_on = input.notice_goes_on;
        hearing->version = input.version;
        if (!storage::legal_actions::update(change.tx, *hearing)) return refuse(cases::changed_meanwhile());
        meet_deadline(change, input.action, "attend-" + std::string(hearing->id.text()));
        meet_deadline(change, input.action, "emergency-court");
        if (hearing->purpose == HearingPurpose::application) meet_deadline(change, input.action, "hearing");
        bool const is_closure = opened->kind->code == "closure";
        if (is_closure && input.result == HearingResult::adjourned)
            set_law_deadline(change, settings, opened->file, provisions::closure_adjournment,
                             legal::LawMoment::on(hearing->listed_on),
                             {.action = input.action,
                              .order = {},
                              .code = "adjournment",
                              .words = "Adjourned hearing must be held: " + opened->kind->label,
                              .due_on = {},
                              .due_at = {},
                              .target_on = {},
                              .source = "",
                              .watched = Watched::by_officer_and_manager});
        if (is_closure && input.result == HearingResult::adjourned && input.notice_goes_on == true)
            if (auto done =
                    continue_notice(change, settings, *opened, provisions::closure_adjournment, *hearing);
                !done)
                return done;
        if (is_closure && input.result == HearingResult::continued)
            if (auto done =
                    continue_notice(change, settings, *opened, provisions::closure_temporary, *hearing);
                !done)
                return done;
        change.record(opened->file.id, domain::events::hearing_recorded, hearing->id.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("hearing", instant_words(hearing->listed_at))
                          .set("outcome", words_of(input.result))
                          .personal("note", input.note));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
