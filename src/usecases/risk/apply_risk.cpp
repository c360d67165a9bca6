#include "usecases/risk/apply_risk.h"

#include "domain/contacts/band_promise.h"
#include "domain/risk/case_risk.h"
#include "legal/standard_ids.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "storage/work_items.h"
#include "usecases/contacts/clocks.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {

using domain::cases::CaseFile;
using domain::people::CasePerson;

namespace {

/// When the first assessment of somebody who reported is promised by.
Date first_assessment_by(Settings const& settings, CaseFile const& file, CasePerson const& person) {
    auto const raised_on = person.raised_on.value_or(file.raised_on);
    auto const bands = domain::contacts::with_bands_before_assessment({}, raised_on, file.taken_as_high_on);
    auto const promise = [&](Date from, domain::cases::RiskBand band) -> domain::contacts::DueDay {
        auto const deadline = settings.standards().deadline(legal::standard_ids::risk_assessment, from,
                                                            name_of(band), settings.site().division);
        return {deadline.by, std::string()};
    };
    return domain::contacts::due_under_bands(raised_on, std::nullopt, bands, promise).by;
}

void put_assessment_item(Change& change, CaseFile const& file) {
    using domain::work::Kind;
    if (!file.risk_review_by) {
        storage::work_items::finish(change.tx, Kind::risk_assessment, file.id.text(), change.now);
        return;
    }
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = file.owner,
                              .kind = Kind::risk_assessment,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(file.id.text()),
                              .due_on = *file.risk_review_by,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

}  // namespace

void apply_risk(Change& change, Settings const& settings, CaseFile& file) {
    auto people = storage::people::of_case(change.tx, file.id);
    std::vector<domain::risk::PersonToAssess> to_assess;
    for (auto const& person : people)
        if (person.part == domain::people::Part::complainant && !person.left_on)
            to_assess.push_back({person.id, first_assessment_by(settings, file, person)});

    auto const newest = storage::risk::newest_of_each(change.tx, file.id);
    auto const risk = domain::risk::case_risk(newest);
    auto const bands = storage::risk::bands_of_case(change.tx, file.id);
    if (risk.band && (bands.empty() || bands.back().band != *risk.band))
        storage::risk::set_band_from(change.tx, file.id, {change.today, *risk.band});
    file.risk_band = risk.band;
    file.risk_score = risk.score;
    file.risk_assessed_on = risk.assessed_on;
    file.risk_review_by = domain::risk::next_assessment_by(newest, to_assess);
    put_assessment_item(change, file);
    storage::work_items::set_high_risk(change.tx, file.id, file.is_high_risk());

    for (auto& person : people) {
        if (person.part != domain::people::Part::complainant || person.left_on) continue;
        contacts::recompute_clock(change, settings, file, person);
        storage::people::update(change.tx, person);
    }
    contacts::take_earliest(file, people);
}

}  // namespace doorstep::usecases::risk
