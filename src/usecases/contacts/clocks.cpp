#include "usecases/contacts/clocks.h"

#include <algorithm>

#include "base/enum_names.h"
#include "legal/standard_ids.h"
#include "legal/standards.h"
#include "storage/cases.h"
#include "storage/contacts.h"
#include "storage/risk.h"
#include "storage/work_items.h"
#include "usecases/settings.h"

namespace doorstep::usecases::contacts {

using domain::cases::CaseFile;
using domain::cases::RiskBand;
using domain::contacts::BandFrom;
using domain::contacts::ContactStandards;
using domain::contacts::DueDay;
using domain::people::CasePerson;

namespace {

DueDay due_day(Settings const& settings, std::string_view id, Date from, std::string_view band) {
    auto const deadline = settings.standards().deadline(id, from, band, settings.site().division);
    return {deadline.by,
            std::string(id) + " " + std::to_string(deadline.value) + " from " + deadline.in_force_from.iso()};
}

}  // namespace

ContactStandards contact_standards(Settings const& settings, std::vector<BandFrom> bands) {
    auto const under = [&settings, bands = std::move(bands)](std::string_view id) {
        return [&settings, bands, id](Date started_on, std::optional<Date> ended_on) {
            return domain::contacts::due_under_bands(
                started_on, ended_on, bands,
                [&](Date from, RiskBand band) { return due_day(settings, id, from, name_of(band)); });
        };
    };
    return {.first_contact = under(legal::standard_ids::first_contact),
            .update = under(legal::standard_ids::update)};
}

std::vector<BandFrom> bands_of(storage::sql::Read& tx, CaseFile const& file) {
    auto bands = storage::risk::bands_of_case(tx, file.id);
    auto const start = std::min(file.raised_on, file.opened_on);
    // A case whose band came with it, from elsewhere, had it from the start.
    if (bands.empty() && file.risk_band) return {{start, *file.risk_band}};
    return domain::contacts::with_bands_before_assessment(std::move(bands), start, file.taken_as_high_on);
}

void recompute_clock(Change& change, Settings const& settings, CaseFile const& file, CasePerson& person,
                     std::optional<Date> stopped_on) {
    using domain::contacts::IntervalKind;
    using domain::work::Kind;
    if (person.part != domain::people::Part::complainant || !person.raised_on) return;

    auto const conversations = storage::contacts::conversation_days(change.tx, person.id);
    auto const computed = domain::contacts::intervals(*person.raised_on, conversations, stopped_on,
                                                      contact_standards(settings, bands_of(change.tx, file)),
                                                      storage::cases::closed_times(change.tx, file));
    storage::contacts::store_intervals(change.tx, change.ids(), file.id, person.id, computed);

    auto const last_first = std::find_if(computed.rbegin(), computed.rend(),
                                         [](auto const& i) { return i.kind == IntervalKind::first; });
    person.first_contact_by = last_first->due_on;
    person.first_contact_on.reset();
    person.last_contact_on.reset();
    if (!conversations.empty()) {
        person.first_contact_on = std::max(conversations.front(), *person.raised_on);
        person.last_contact_on = conversations.back();
    }
    person.next_contact_by = domain::contacts::next_contact_by(computed);

    auto const open_kind = computed.back().kind == IntervalKind::first ? Kind::first_contact : Kind::contact;
    for (auto const kind : {Kind::first_contact, Kind::contact}) {
        if (kind == open_kind && person.next_contact_by)
            storage::work_items::put(change.tx,
                                     {.id = change.new_id<WorkItemId>(),
                                      .account = file.owner,
                                      .kind = kind,
                                      .case_file = file.id,
                                      .report = {},
                                      .subject = std::string(person.id.text()),
                                      .due_on = *person.next_contact_by,
                                      .high_risk = file.is_high_risk()},
                                     change.now);
        else
            storage::work_items::finish(change.tx, kind, person.id.text(), change.now);
    }
}

void take_earliest(CaseFile& file, std::vector<CasePerson> const& people) {
    auto const keep_earlier = [](std::optional<Date>& kept, std::optional<Date> candidate) {
        if (candidate && (!kept || *candidate < *kept)) kept = candidate;
    };
    file.first_contact_by.reset();
    file.next_contact_by.reset();
    for (auto const& person : people) {
        if (person.left_on) continue;
        if (!person.first_contact_on) keep_earlier(file.first_contact_by, person.first_contact_by);
        keep_earlier(file.next_contact_by, person.next_contact_by);
    }
}

}  // namespace doorstep::usecases::contacts
