#include "usecases/orders/deadlines.h"

#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/work_items.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::access::Role;
using domain::cases::CaseFile;
using domain::work::Kind;

namespace {

void put_item(Change& change, CaseFile const& file, Kind kind, std::optional<AccountId> account,
              std::string const& subject, Date due_on) {
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = account,
                              .kind = kind,
                              .case_file = file.id,
                              .report = {},
                              .subject = subject,
                              .due_on = due_on,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

void finish_items(Change& change, std::vector<std::string> const& ids) {
    for (auto const& id : ids)
        for (auto const kind : {Kind::legal_deadline, Kind::legal_oversight})
            storage::work_items::finish(change.tx, kind, id, change.now);
}

}  // namespace

std::optional<AccountId> watching_manager(storage::sql::Read& tx, CaseFile const& file) {
    std::optional<AccountId> best;
    int best_rank = 0;
    for (auto const role : {Role::asb_manager, Role::head_of_housing})
        for (auto const& account : storage::accounts::list_with_role(tx, role)) {
            if (account.state != domain::accounts::State::active || file.owner == account.id) continue;
            auto const viewer = account.viewer(domain::access::Door::job);
            if (!domain::access::may_on_case(viewer, Action::see_case,
                                             storage::cases::standing(tx, file, viewer)))
                continue;
            int const rank = role == Role::asb_manager ? (file.team && account.team == file.team ? 3 : 2) : 1;
            if (rank > best_rank) {
                best = account.id;
                best_rank = rank;
            }
        }
    return best;
}

void set_deadline(Change& change, CaseFile const& file, NewDeadline deadline) {
    finish_items(change, storage::legal_actions::meet(change.tx, deadline.action, deadline.code,
                                                      deadline.order, change.today));
    domain::orders::LegalDeadline row{.id = std::string(change.ids().next().text()),
                                      .action = deadline.action,
                                      .order = deadline.order,
                                      .code = std::move(deadline.code),
                                      .words = std::move(deadline.words),
                                      .due_on = deadline.due_on,
                                      .due_at = deadline.due_at,
                                      .target_on = deadline.target_on,
                                      .source = std::move(deadline.source),
                                      .met_on = {}};
    storage::legal_actions::insert(change.tx, row);
    if (deadline.watched == Watched::by_nobody) return;
    put_item(change, file, Kind::legal_deadline, file.owner, row.id, row.due_on);
    if (deadline.watched == Watched::by_officer_and_manager)
        if (auto const manager = watching_manager(change.tx, file))
            put_item(change, file, Kind::legal_oversight, manager, row.id, row.due_on);
}

void set_law_deadline(Change& change, Settings const& settings, CaseFile const& file,
                      std::string_view provision, legal::LawMoment from, NewDeadline deadline) {
    auto const period = law_period(settings, provision, from);
    if (!period) return;
    deadline.due_on = period->due_on;
    deadline.due_at = period->due_at;
    deadline.target_on = period->target_on;
    deadline.source = period->source;
    auto const subject =
        deadline.order ? std::string(deadline.order->text()) : std::string(deadline.action.text());
    storage::legal_actions::keep_rules(change.tx, deadline.action, subject, deadline.code, period->rules);
    set_deadline(change, file, std::move(deadline));
}

void meet_deadline(Change& change, LegalActionId action, std::string_view code,
                   std::optional<LegalOrderId> order) {
    finish_items(change, storage::legal_actions::meet(change.tx, action, code, order, change.today));
}

void meet_all_deadlines(Change& change, LegalActionId action) {
    finish_items(change, storage::legal_actions::meet_all(change.tx, action, change.today));
}

}  // namespace doorstep::usecases::orders
