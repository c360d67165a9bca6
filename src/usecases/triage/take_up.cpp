#include "usecases/triage/take_up.h"

#include "storage/reports.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using domain::reports::Report;
using domain::reports::State;

namespace {

constexpr int most_looked_through = 50;

Expected<Done> hold(Change& change, Report& report) {
    bool const from_another = report.state == State::being_looked_at;
    report.state = State::being_looked_at;
    report.looked_at_by = change.viewer.account;
    report.looked_at_at = change.now;
    if (auto saved = save_report(change, report); !saved) return saved;
    change.record(report.id, domain::events::report_taken_up, report.id.text(),
                  domain::events::Detail().set("from_another", from_another));
    return Done{};
}

bool is_held_by(Report const& report, domain::access::Viewer const& viewer) {
    return report.state == State::being_looked_at && report.looked_at_by == viewer.account;
}

}  // namespace

Expected<Done> take_up(Context& context, ReportId id) {
    auto const opened = open_report(context.read(), context.viewer, id, Action::decide_triage);
    if (!opened) return refuse(opened.error());
    if (is_held_by(opened->report, context.viewer)) return Done{};
    return context.change([&](Change& change) -> Expected<Done> {
        auto report = open_report_to_change(change, id, Action::decide_triage);
        if (!report) return refuse(report.error());
        return hold(change, *report);
    });
}

Expected<Done> put_back(Context& context, ReportId id) {
    auto const opened = open_report(context.read(), context.viewer, id, Action::decide_triage);
    if (!opened) return refuse(opened.error());
    if (opened->report.state == State::waiting) return Done{};
    return context.change([&](Change& change) -> Expected<Done> {
        auto report = open_report_to_change(change, id, Action::decide_triage);
        if (!report) return refuse(report.error());
        report->state = State::waiting;
        report->looked_at_by.reset();
        report->looked_at_at.reset();
        if (auto saved = save_report(change, *report); !saved) return saved;
        change.record(report->id, domain::events::report_put_back, report->id.text());
        return Done{};
    });
}

Expected<std::optional<ReportId>> take_next(Context& context) {
    if (auto allowed = context.require(Action::decide_triage); !allowed) return refuse(allowed.error());
    auto const scope = storage::reports::report_scope(context.viewer);
    for (auto const& listed : storage::reports::waiting(
             context.read(), scope, storage::reports::Queue::ordinary, most_looked_through, 0)) {
        auto const id = listed.report.id;
        if (is_held_by(listed.report, context.viewer)) return std::optional(id);
        if (listed.report.state != State::waiting) continue;
        auto const taken = context.change([&](Change& change) -> Expected<Done> {
            auto report = open_report_to_change(change, id, Action::decide_triage, listed.report.version);
            if (!report) return refuse(report.error());
            return hold(change, *report);
        });
        if (taken) return std::optional(id);
        // Somebody was faster: the next one, then.
        if (taken.error().kind() != RefusalKind::conflict || taken.error().code() == "already-done")
            return refuse(taken.error());
    }
    return std::optional<ReportId>();
}

}  // namespace doorstep::usecases::triage
