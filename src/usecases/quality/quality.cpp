#include "usecases/quality/quality.h"

#include "legal/quality_checklist.h"
#include "storage/surveys.h"
#include "usecases/settings.h"

namespace doorstep::usecases::quality {

using domain::access::Action;
using domain::quality::Check;

namespace {

constexpr int most_checks_of_a_month = 200;

std::string month_code(Date day) { return day.iso().substr(0, 7); }

Expected<Listed> open_check(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                            std::string_view id) {
    auto const parsed = QualityCheckId::parse(id);
    auto found =
        parsed ? storage::quality_checks::find(tx, *parsed, storage::case_scope(viewer, Action::see_case))
               : std::nullopt;
    if (!found) return refuse(RefusalKind::not_found, "no-such-check", "There is no such check");
    return std::move(*found);
}

bool worked_on(storage::sql::Read& tx, domain::access::Viewer const& viewer, Check const& check) {
    if (!viewer.account) return false;
    return check.officer == viewer.account ||
           storage::surveys::has_handled(tx, check.case_file, *viewer.account);
}

}  // namespace

Expected<QualityView> view_quality(Context& context, std::string const& month) {
    if (auto allowed = context.require(Action::check_quality); !allowed) return refuse(allowed.error());
    QualityView view;
    view.month = month_code(context.today);
    if (Date::parse_iso(month + "-01")) view.month = month;
    auto& tx = context.read();
    view.checks = storage::quality_checks::of_month(
        tx, view.month, storage::case_scope(context.viewer, Action::see_case), most_checks_of_a_month);
    for (auto const& one : view.checks)
        if (!one.check.learning.empty()) view.learning.push_back(one.check.learning);
    auto const last = *Date::parse_iso(view.month + "-01");
    auto const from = month_code(last.plus_months(-11));
    using storage::quality_checks::By;
    view.by_officer = storage::quality_checks::scores(tx, By::officer, from, view.month);
    view.by_team = storage::quality_checks::scores(tx, By::team, from, view.month);
    view.by_area = storage::quality_checks::scores(tx, By::area, from, view.month);
    return view;
}

Expected<int> draw_sample(Context& context) {
    if (auto allowed = context.require(Action::check_quality); !allowed) return refuse(allowed.error());
    return context.change([&](Change& change) -> Expected<int> {
        auto const month = month_code(change.today);
        auto const scope = storage::case_scope(change.viewer, Action::see_case);
        if (!storage::quality_checks::of_month(change.tx, month, scope, 1).empty())
            return refuse(RefusalKind::conflict, "drawn", "The sample of this month has been drawn");
        auto cases = storage::quality_checks::drawable(
            change.tx, month, scope, change.viewer.account.value_or(AccountId{}), change.today);
        auto const drawn = domain::quality::draw(std::move(cases), legal::quality_checklist(), month);
        if (drawn.empty())
            return refuse(RefusalKind::conflict, "nothing-to-draw",
                          "There is no open case that you may see and have not worked on");
        for (auto const& one : drawn) {
            Check check;
            check.id = change.new_id<QualityCheckId>();
            check.case_file = one.drawn.id;
            check.month = month;
            check.why = one.why;
            check.officer = one.drawn.owner;
            check.team = one.drawn.team;
            check.area = one.drawn.area;
            storage::quality_checks::insert(change.tx, check, change.viewer.account, change.now);
        }
        change.record_setting("quality", domain::events::quality_checked,
                              domain::events::Detail()
                                  .set("drawn", static_cast<std::int64_t>(drawn.size()))
                                  .set("month", month));
        return static_cast<int>(drawn.size());
    });
}

Expected<CheckView> view_check(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::check_quality); !allowed) return refuse(allowed.error());
    auto listed = open_check(context.read(), context.viewer, id);
    if (!listed) return refuse(listed.error());
    CheckView view{.listed = std::move(*listed), .checklist = &legal::quality_checklist()};
    view.may_check =
        !view.listed.check.is_done() && !worked_on(context.read(), context.viewer, view.listed.check);
    return view;
}

Expected<Done> finish_check(Context& context, FinishCheck const& input) {
    if (auto allowed = context.require(Action::check_quality); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto listed = open_check(change.tx, change.viewer, input.id);
        if (!listed) return refuse(listed.error());
        auto& check = listed->check;
        if (check.is_done() || check.version != input.seen_version)
            return refuse(RefusalKind::conflict, "changed-meanwhile", "Someone else finished this check");
        if (worked_on(change.tx, change.viewer, check))
            return refuse(RefusalKind::unlawful, "own-case",
                          "You worked on this case: a colleague who did not has to check it");
        check.answers = input.answers;
        check.feedback = input.feedback;
        check.learning = input.learning;
        if (auto finished = domain::quality::finish(check, legal::quality_checklist()); !finished)
            return finished;
        check.checked_by = change.viewer.account;
        check.checked_on = change.today;
        if (!storage::quality_checks::update(change.tx, check))
            return refuse(RefusalKind::conflict, "changed-meanwhile", "Someone else finished this check");
        change.record(check.case_file, domain::events::quality_checked, check.id.text(),
                      domain::events::Detail().set("met", check.met).set("asked", check.asked));
        return Done{};
    });
}

}  // namespace doorstep::usecases::quality
