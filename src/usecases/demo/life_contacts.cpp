#include <algorithm>

#include "legal/standard_ids.h"
#include "usecases/contacts/clocks.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::contacts::Contact;
using domain::contacts::Method;
using domain::contacts::Result;
using domain::events::Detail;

Date Life::promise(std::string_view standard, Date from) const {
    auto const band = file_.is_high_risk() ? legal::standard_scopes::high_risk
                      : file_.risk_band == domain::cases::RiskBand::medium
                          ? legal::standard_scopes::medium_risk
                          : legal::standard_scopes::standard_risk;
    return world_.settings.standards().deadline(standard, from, band, world_.settings.site().division).by;
}

void Life::plan_first_contact(std::size_t n, Date from) {
    auto const due = promise(legal::standard_ids::first_contact, from);
    auto const earliest = world_.hours.after(now_.plus_seconds(1200), random_);
    auto const soonest = london_date(earliest);
    Instant at = earliest;
    if (random_.chance(care())) {
        auto const room = std::max(0, days_between(soonest, due));
        if (room > 0) at = world_.hours.on(soonest.plus_days(random_.low_between(0, room)), random_);
        // A working day after the weekend may be one too late.
        if (london_date(at) > due) at = earliest;
    } else if (random_.chance(0.06)) {
        return;  // never rung
    } else {
        at = world_.hours.on(std::max(due, soonest).plus_days(random_.low_between(1, 14)), random_);
    }
    if (at < earliest) at = earliest;
    plan_attempts_before(at, n);
    schedule(at, During::open, [this, n] { speak(n); });
}

void Life::plan_next_contact(std::size_t n) {
    auto const due = promise(legal::standard_ids::update, today_);
    Instant at;
    if (random_.chance(care() * 0.97)) {
        at = world_.hours.on(due.plus_days(-random_.low_between(0, 6)), random_);
        if (london_date(at) > due) at = world_.hours.on(due.plus_days(-4), random_);
    } else {
        at = world_.hours.on(due.plus_days(random_.low_between(1, 18)), random_);
    }
    plan_attempts_before(at, n);
    schedule(at, During::open, [this, n] { speak(n); });
}

void Life::plan_attempts_before(Instant at, std::size_t n) {
    if (!random_.chance(0.24)) return;
    auto const attempt = world_.hours.on(london_date(at).plus_days(-random_.between(1, 2)), random_);
    if (attempt <= now_.plus_seconds(600) || attempt >= at) return;
    schedule(attempt, During::open, [this, n] {
        static std::vector<double> const weights{55, 35, 10};
        switch (random_.weighted(weights)) {
            case 0:
                contact(n, method_for(n), Result::attempt, random_.pick(world_.data.of("contact.attempt")));
                if (voices_[n].conversations.empty() && has_clock(n) && random_.chance(0.5))
                    write_letter(n, domain::messages::letters::first_contact, {}, acting());
                return;
            case 1:
                return contact(n, method_for(n), Result::message_left,
                               random_.pick(world_.data.of("contact.left")));
            default:
                return contact(n, Method::telephone, Result::message_received,
                               random_.pick(world_.data.of("contact.received")));
        }
    });
}

void Life::plan_visits_to_other_side() {
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (parts_[n].side != domain::people::Side::complained_about || !parts_[n].person) continue;
        if (!random_.chance(0.72)) continue;
        schedule(in_days(random_.low_between(3, 30)), During::open, [this, n] {
            contact(n, random_.chance(0.7) ? Method::visit : Method::telephone, Result::conversation,
                    random_.pick(world_.data.of("contact.other_side")));
        });
    }
}

Method Life::method_for(std::size_t n) {
    static std::vector<double> const weights{58, 16, 3, 12, 6, 2, 3};
    auto const method = static_cast<Method>(random_.weighted(weights));
    auto const& safe = cast_.members[n].safe_contact;
    if (!parts_[n].safe_contact_id) return method;
    switch (method) {
        case Method::telephone:
            return safe.telephone_allowed ? method : Method::office;
        case Method::visit:
            return safe.visit_allowed ? method : Method::office;
        case Method::email:
            return safe.email_allowed ? method : Method::office;
        case Method::text:
            return safe.text_allowed ? method : Method::office;
        case Method::letter:
            return safe.letter_allowed ? method : Method::office;
        default:
            return method;
    }
}

void Life::speak(std::size_t n) {
    bool const first = voices_[n].first_contacts++ == 0;
    contact(n, method_for(n), Result::conversation,
            random_.pick(world_.data.of(first ? "contact.first" : "contact.update")));
    plan_next_contact(n);
}

void Life::contact(std::size_t n, Method method, Result result, std::string const& summary) {
    auto const& by = acting();
    auto& part = parts_[n];
    auto& spoken = voices_[n].conversations;
    bool const spoken_before = !spoken.empty();
    Contact made{
        .id = ContactId(ids_.at(now_)),
        .case_file = file_.id,
        .person = part.id,
        .made_on = today_,
        .made_time = random_.chance(0.8) ? std::optional(london_time(now_.plus_seconds(-600))) : std::nullopt,
        .method = method,
        .result = result,
        .summary = summary,
        .still_safe = {},
        .made_by = by.account.id,
        .recorded_at = now_};
    if (result == Result::conversation) {
        spoken.push_back(today_);
        if (has_clock(n)) part.next_contact_by = promise(legal::standard_ids::update, today_);
        if (random_.chance(0.5)) made.still_safe = true;
    } else if (!spoken_before && has_clock(n)) {
        part.next_contact_by = promise(legal::standard_ids::first_contact, file_.raised_on);
    }
    ++file_.contacts_count;
    handled_by(by);
    record(by, events::contact_recorded, made.id.text(),
           Detail()
               .set("made_on", made.made_on)
               .set("method", made.method)
               .set("result", made.result)
               .set("with", part.part)
               .set("person", part.id)
               .set("next_contact_by", part.next_contact_by)
               .personal("summary", made.summary));
    bundle_.search_words.append(" ").append(made.summary);
    bundle_.contacts.push_back(std::move(made));
    if (spoken_before || result != Result::conversation || !has_clock(n)) return;
    tell_officers(n, by);
    if (random_.chance(0.25)) write_letter(n, domain::messages::letters::who_is_dealing, {}, by);
    tell_rights(n, by);
    set_plan_due(today_);
}

/// In the last days, so that nobody has answered it yet.
void Life::leave_message() {
    auto const at = world_.hours.on(world_.as_of.plus_days(-random_.between(1, 4)), random_);
    if (at <= now_ || at >= world_.now) return;
    now_ = at;
    today_ = london_date(now_);
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (!has_clock(n)) continue;
        return contact(n, Method::telephone, Result::message_received,
                       random_.pick(world_.data.of("contact.received")));
    }
}

/// Messages that nobody has answered yet.
void Life::put_answers_due() {
    std::vector<std::optional<Date>> waiting(parts_.size());
    for (auto const& contact : bundle_.contacts)
        for (std::size_t n = 0; n < parts_.size(); ++n) {
            if (parts_[n].id != contact.person) continue;
            if (contact.result == Result::conversation) waiting[n].reset();
            if (contact.result == Result::message_received && !waiting[n]) waiting[n] = contact.made_on;
        }
    for (std::size_t n = 0; n < parts_.size(); ++n)
        if (waiting[n])
            put_item(domain::work::Kind::message_reply, file_.owner, parts_[n].id.text(),
                     world_.settings.standards()
                         .deadline(legal::standard_ids::message_reply, *waiting[n], {},
                                   world_.settings.site().division)
                         .by);
}

void Life::tell_officers(std::size_t n, Employee const& by) {
    // Forgotten now and then.
    if (!random_.chance(0.75 + 0.2 * by.care)) return;
    auto& part = parts_[n];
    part.told_officers_on = today_;
    part.told_owner = file_.owner;
    part.told_housing_officer = file_.housing_officer;
    tick();
    record(by, events::officers_told, part.id.text(),
           Detail()
               .set("person", part.id)
               .set("on", today_)
               .set("owner", file_.owner)
               .set("housing_officer", file_.housing_officer));
}

/// The Code's notice, where it may be a crime: written down from the day Elmfield began to.
void Life::tell_rights(std::size_t n, Employee const& by) {
    if (today_ < world_.rights_recorded_from) return;
    if (category_.severity < 0.4 && !file_.hate) return;
    if (!random_.chance(0.35 + 0.5 * by.care)) return;
    auto& part = parts_[n];
    voices_[n].rights_told_on = today_;
    static std::vector<Method> const ways{Method::telephone, Method::visit, Method::letter};
    auto const how = random_.pick(ways);
    auto const reference =
        random_.chance(0.4) ? "4326" + std::to_string(1'000'000 + random_.below(9'000'000)) : std::string();
    tick();
    record(by, events::rights_told, part.id.text(),
           Detail()
               .set("person", part.id)
               .set("on", today_)
               .set("how", how)
               .set("wording", "victims-code")
               .set("wording_version", 0)
               .set("language", "en")
               .set("numbers", "Victim Support, 08 08 16 89 111")
               .personal("crime_reference", reference));
    bundle_.rights.push_back({.id = std::string(ids_.at(now_).text()),
                              .case_file = file_.id,
                              .person = part.id,
                              .wording = "victims-code",
                              .wording_version = 0,
                              .numbers = {{"Victim Support", "08 08 16 89 111"}},
                              .crime_reference = reference,
                              .told_how = how,
                              .told_on = today_,
                              .told_by = by.account.id,
                              .told_by_name = ""});
}

void Life::finish_clock(std::size_t n, domain::contacts::ContactStandards const& standards) {
    auto& part = parts_[n];
    if (!has_clock(n)) {
        part.next_contact_by.reset();
        return;
    }
    using domain::contacts::IntervalKind;
    auto const& spoken = voices_[n].conversations;
    auto const computed =
        domain::contacts::intervals(*part.raised_on, spoken, file_.closed_on, standards, closed_times_);
    auto const last_first = std::find_if(computed.rbegin(), computed.rend(),
                                         [](auto const& i) { return i.kind == IntervalKind::first; });
    part.first_contact_by = last_first->due_on;
    part.first_contact_on.reset();
    part.last_contact_on.reset();
    if (!spoken.empty()) {
        part.first_contact_on = std::max(spoken.front(), *part.raised_on);
        part.last_contact_on = spoken.back();
    }
    part.next_contact_by = domain::contacts::next_contact_by(computed);
    for (auto const& interval : computed)
        bundle_.intervals.push_back(
            {IntervalId(ids_.at(london_midnight(interval.started_on).plus_hours(12))), part.id, interval});
    if (!part.next_contact_by) return;
    using domain::work::Kind;
    put_item(computed.back().kind == IntervalKind::first ? Kind::first_contact : Kind::contact, file_.owner,
             part.id.text(), *part.next_contact_by);
}

}  // namespace doorstep::usecases::demo
