#include "usecases/contacts/clocks.h"

#include <algorithm>

#include "base/enum_names.h"
#include "legal/standard_ids.h"
#include "legal/standards.h"
#include "storage/contacts.h"
#include "storage/work_items.h"
#include "usecases/settings.h"

namespace doorstep::usecases::contacts {

using domain::cases::CaseFile;
using domain::contacts::ContactStandards;
using domain::contacts::DueDay;
using domain::people::CasePerson;

namespace {

DueDay due_day(Settings const& settings, std::string_view id, Date from, std::string_view band) {
    auto const deadline = settings.standards().deadline(id, from, band, settings.site().division);
    return {deadline.by,
            std::string(id) + " " + std::to_string(deadline.value) + " from " + deadline.in_force_from.iso()};
}

/// A report of danger or self-harm is urgent before anybody has assessed the risk.
std::string_view band_of(CaseFile const& file) {
    if (file.is_high_risk()) return name_of(domain::cases::RiskBand::high);
    return file.risk_band ? name_of(*file.risk_band) : name_of(domain::cases::RiskBand::standard);
}

}  // namespace

ContactStandards contact_standards(Settings const& settings, CaseFile const& file) {
    std::string const band{band_of(file)};
    return {.first_contact =
                [&settings, band](Date raised_on) {
                    return due_day(settings, legal::standard_ids::first_contact, raised_on, band);
                },
            .update =
                [&settings, band](Date conversation_on) {
                    return due_day(settings, legal::standard_ids::update, conversation_on, band);
                }};
}

void recompute_clock(Change& change, Settings const& settings, CaseFile const& file, CasePerson& person,
                     std::optional<Date> stopped_on) {
    using domain::contacts::IntervalKind;
    using domain::work::Kind;
    if (person.part != domain::people::Part::complainant || !person.raised_on) return;

    auto const conversations = storage::contacts::conversation_days(change.tx, person.id);
    auto const computed = domain::contacts::intervals(*person.raised_on, conversations, stopped_on,
                                                      contact_standards(settings, file));
    storage::contacts::store_intervals(change.tx, change.ids(), file.id, person.id, computed);

    person.first_contact_by = computed.front().due_on;
    person.first_contact_on = conversations.empty() ? std::nullopt : computed.front().ended_on;
    person.last_contact_on = conversations.empty() ? std::nullopt : std::optional(conversations.back());
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
