#include "usecases/surveys/at_closure.h"

#include "base/assert.h"
#include "legal/standard_ids.h"
#include "storage/people.h"
#include "storage/surveys.h"
#include "usecases/settings.h"

namespace doorstep::usecases::surveys {

using domain::surveys::Survey;

int make_surveys_due(Change& change, Settings const& settings, domain::cases::CaseFile const& file) {
    DOORSTEP_ASSERT(file.closed_on.has_value(), "a survey is about a closed case");
    auto const due = settings.standards().deadline(legal::standard_ids::survey_after_closure, *file.closed_on,
                                                   {}, settings.site().division);
    int made = 0;
    for (auto const& person : storage::people::of_case(change.tx, file.id)) {
        if (person.part != domain::people::Part::complainant || !person.person || person.left_on) continue;
        if (storage::surveys::asked_us_to_stop(change.tx, *person.person)) continue;
        Survey const survey{.id = change.new_id<SurveyId>(),
                            .case_file = file.id,
                            .person = person.id,
                            .set_version = {},
                            .closed_on = *file.closed_on,
                            .due_on = due.by,
                            .next_try_on = due.by,
                            .way = {},
                            .area = file.area,
                            .address = file.address,
                            .category = file.category,
                            .owner = file.owner,
                            .completed_on = {},
                            .completed_by = {}};
        storage::surveys::insert(change.tx, survey);
        change.record(file.id, domain::events::survey_due, survey.id.text(),
                      domain::events::Detail()
                          .set("due_on", survey.due_on)
                          .set("person", survey.person)
                          .set("standard", due.standard_id));
        ++made;
    }
    return made;
}

int cancel_surveys(Change& change, domain::cases::CaseFile const& file) {
    auto const cancelled = storage::surveys::cancel_open_of_case(change.tx, file.id);
    for (auto const& id : cancelled)
        change.record(file.id, domain::events::survey_ended, id.text(),
                      domain::events::Detail()
                          .set("result", domain::surveys::State::cancelled)
                          .set("reason", "case-reopened"));
    return static_cast<int>(cancelled.size());
}

}  // namespace doorstep::usecases::surveys
