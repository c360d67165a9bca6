#include "usecases/surveys/concern.h"

#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/settings.h"
#include "usecases/surveys/keep_attempt.h"

namespace doorstep::usecases::surveys {

using domain::access::Action;
using domain::access::Role;
using domain::accounts::Account;
using domain::surveys::AttemptResult;

namespace {

std::optional<Account> manager_for(storage::sql::Read& tx, domain::cases::CaseFile const& file) {
    std::optional<Account> best;
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
                best = account;
                best_rank = rank;
            }
        }
    return best;
}

}  // namespace

Expected<ConcernRaised> raise_concern(Context& context, RaiseConcern const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<ConcernRaised> {
        auto opened = open_survey_to_call(change.tx, change.viewer, input.id);
        if (!opened) return refuse(opened.error());
        auto const manager = manager_for(change.tx, opened->file);
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = manager ? std::optional(manager->id) : std::nullopt,
                                  .kind = domain::work::Kind::survey_concern,
                                  .case_file = opened->file.id,
                                  .report = {},
                                  .subject = std::string(opened->survey.id.text()),
                                  .due_on = change.today,
                                  .high_risk = true},
                                 change.now);
        change.record(opened->file.id, domain::events::survey_concern, opened->survey.id.text(),
                      domain::events::Detail()
                          .set("told", manager ? std::optional(manager->id) : std::nullopt)
                          .set("goes_on", input.goes_on)
                          .personal("note", input.note));
        if (input.goes_on != CallGoesOn::went_on) {
            auto const stops = input.goes_on == CallGoesOn::stop;
            auto const kept = keep_attempt(change, settings, *opened,
                                           {.result = stops ? AttemptResult::declined : AttemptResult::upset,
                                            .tried_on = change.today,
                                            .next_try_on = input.next_try_on,
                                            .stop_asking = false},
                                           {.tried_at = change.now, .note = input.note});
            if (!kept) return refuse(kept.error());
        }
        return ConcernRaised{.manager_name = manager ? manager->name : ""};
    });
}

Expected<Done> follow_up_concern(Context& context, std::string_view id, std::string const& note) {
    if (auto allowed = context.require(Action::approve); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_survey(change.tx, change.viewer, id);
        if (!opened) return refuse(opened.error());
        storage::work_items::finish(change.tx, domain::work::Kind::survey_concern, opened->survey.id.text(),
                                    change.now);
        change.record(opened->file.id, domain::events::survey_concern_seen, opened->survey.id.text(),
                      domain::events::Detail().personal("note", note));
        return Done{};
    });
}

}  // namespace doorstep::usecases::surveys
