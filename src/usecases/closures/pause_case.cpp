#include "usecases/closures/pause_case.h"

#include "base/text.h"
#include "domain/cases/states.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::closures {

using domain::access::Action;
using domain::cases::Verb;

Expected<Done> pause_case(Context& context, PauseCase const& input) {
    if (text::trim(input.reason).empty())
        return refuse_field("reason-missing", "reason", "Enter what the case waits for");
    if (text::length(input.reason) > 1000)
        return refuse_field("reason-too-long", "reason",
                            "What it waits for must be 1,000 characters or fewer");
    if (input.until <= context.today)
        return refuse_field("until-not-in-future", "until", "Date it is paused until must be in the future");
    return context.change([&](Change& change) -> Expected<Done> {
        auto file =
            cases::open_case_to_change(change, input.reference, Action::hand_over_case, input.version);
        if (!file) return refuse(file.error());
        auto const state = domain::cases::next_state(file->state, Verb::pause);
        if (!state) return refuse(state.error());
        file->state = *state;
        file->paused_until = input.until;
        file->pause_reason = input.reason;
        if (auto saved = cases::save_case(change, *file); !saved) return saved;
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = file->owner,
                                  .kind = domain::work::Kind::pause_ends,
                                  .case_file = file->id,
                                  .report = {},
                                  .subject = std::string(file->id.text()),
                                  .due_on = input.until,
                                  .high_risk = file->is_high_risk()},
                                 change.now);
        change.record(file->id, domain::events::case_paused, file->id.text(),
                      domain::events::Detail().set("until", input.until).personal("reason", input.reason));
        return Done{};
    });
}

Expected<Done> resume_case(Context& context, std::string_view reference) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, reference, Action::hand_over_case);
        if (!file) return refuse(file.error());
        auto const state = domain::cases::next_state(file->state, Verb::resume);
        if (!state) return refuse(state.error());
        file->state = *state;
        auto const until = file->paused_until;
        file->paused_until.reset();
        file->pause_reason.clear();
        if (auto saved = cases::save_case(change, *file); !saved) return saved;
        storage::work_items::finish(change.tx, domain::work::Kind::pause_ends, file->id.text(), change.now);
        change.record(file->id, domain::events::case_resumed, file->id.text(),
                      domain::events::Detail().set("until", until));
        return Done{};
    });
}

}  // namespace doorstep::usecases::closures
