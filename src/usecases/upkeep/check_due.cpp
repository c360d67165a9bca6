#include "usecases/upkeep/check_due.h"

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/nightly_checks.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/contacts/clocks.h"
#include "usecases/settings.h"
#include "usecases/surveys/at_closure.h"

namespace doorstep::usecases::upkeep {

using domain::work::Kind;

namespace {

constexpr int most_at_night = 5000;

void put_clocks_right(Change& change, Settings const& settings, CaseFileId id) {
    auto file = storage::cases::find(change.tx, id);
    if (!file) return;
    auto people = storage::people::of_case(change.tx, id);
    for (auto& person : people) {
        if (file->is_closed() || person.left_on) {
            for (auto const kind : {Kind::first_contact, Kind::contact})
                storage::work_items::finish(change.tx, kind, person.id.text(), change.now);
            continue;
        }
        contacts::recompute_clock(change, settings, *file, person);
        storage::people::update(change.tx, person);
    }
    if (file->is_closed()) return;
    contacts::take_earliest(*file, people);
    storage::cases::update(change.tx, *file);
}

}  // namespace

std::string check_contact_clocks(Context& context) {
    auto const found = context.services.database.read([](storage::sql::Read& tx) {
        return storage::nightly_checks::clocks_out_of_step(tx, most_at_night);
    });
    auto const& settings = context.settings();
    for (auto const id : found)
        context.write_without_event([&](storage::sql::Write& tx) {
            Change change(tx, context.services, context.viewer, context.now);
            put_clocks_right(change, settings, id);
            return true;
        });
    return text::count_of(static_cast<int>(found.size()), "contact clock", "contact clocks") + " put right";
}

std::string check_surveys(Context& context) {
    auto const& settings = context.settings();
    auto const& standards = settings.standards();
    auto const months = standards.number(legal::standard_ids::survey_after_closure, context.today);
    auto const window = standards.number(legal::standard_ids::survey_answer_window, context.today);
    auto const since = context.today.plus_months(-months).plus_days(-window);
    auto const found = context.services.database.read([&](storage::sql::Read& tx) {
        return storage::nightly_checks::closings_without_survey(tx, since, most_at_night);
    });
    int made = 0;
    for (auto const id : found)
        made += context.write_without_event([&](storage::sql::Write& tx) {
            auto const file = storage::cases::find(tx, id);
            if (!file || !file->closed_on) return 0;
            Change change(tx, context.services, context.viewer, context.now);
            return surveys::make_surveys_due(change, settings, *file);
        });
    return text::count_of(made, "missing survey", "missing surveys") + " made";
}

}  // namespace doorstep::usecases::upkeep
