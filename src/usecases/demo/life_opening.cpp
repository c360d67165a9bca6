#include <algorithm>

#include "domain/cases/link.h"
#include "domain/reports/report.h"
#include "legal/standard_ids.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;
using domain::people::CasePerson;
using domain::people::Part;
using domain::people::Side;

namespace {

std::string case_reference(int year, std::int64_t number) {
    auto digits = std::to_string(number);
    if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
    auto short_year = std::to_string(year % 100);
    if (short_year.size() < 2) short_year.insert(0, "0");
    return "ASB-" + short_year + "-" + digits;
}

Side side_taken_by(Part part) {
    switch (part) {
        case Part::alleged_perpetrator:
        case Part::respondent:
            return Side::complained_about;
        case Part::witness:
        case Part::professional:
            return Side::neutral;
        default:
            return Side::reporting;
    }
}

}  // namespace

CaseFileId case_id_of(World const& world, Story const& story) {
    TimedIds ids(seed_of(world.seed, 106 + 8 * story.number));
    return CaseFileId(ids.at(story.opened_at));
}

bool Life::has_clock(std::size_t n) const {
    return parts_[n].part == Part::complainant && parts_[n].raised_on.has_value();
}

std::optional<std::size_t> Life::known_accused() const {
    for (std::size_t n = 0; n < parts_.size(); ++n)
        if (parts_[n].part == Part::alleged_perpetrator && parts_[n].person) return n;
    return std::nullopt;
}

ToldReport Life::report(Instant at, std::int32_t number, std::string const& channel) {
    today_ = london_date(at);
    auto const* reporter = cast_.reporter_unknown || cast_.members.empty() ? nullptr : &cast_.members.front();
    auto const& taker = triage_officer(world_, today_, random_);
    return tell_report(world_, story_, cast_,
                       {.received_at = at,
                        .number = number,
                        .channel = channel,
                        .taken_by = channel == "online" ? std::nullopt : std::optional(taker.account.id),
                        .taken_by_name = taker.account.name,
                        .reporter = reporter},
                       ids_, random_);
}

void Life::join(ToldReport told, Employee const& by, domain::triage::Path path) {
    auto& report = told.report;
    report.state = domain::triage::state_after(path);
    report.case_file = file_.id;
    report.looked_at_by = by.account.id;
    report.looked_at_at =
        std::max(report.received_at.plus_seconds(1), now_.plus_seconds(-random_.between(60, 600)));
    if (!cast_.reporter_unknown && !cast_.members.empty() && cast_.members.front().is_known())
        report.reporter = cast_.members.front().person.id;
    if (path == domain::triage::Path::duplicate) report.duplicate_of = bundle_.reports.front().id;
    report.version = 3;
    domain::triage::Decision decision{
        .report = report.id,
        .path = path,
        .is_asb = true,
        .reason = random_.pick(world_.data.of("triage.reason")),
        .explanation = random_.pick(world_.data.of("triage.explanation")),
        .everyday_noise_step = {},
        .signpost = "",
        .decided_by = by.account.id,
        .decided_at = now_,
        .decided_on = today_,
    };
    told.journal.record(*report.looked_at_at, Doer::staff(by), events::report_taken_up, report.id.text());
    told.journal.record(now_, Doer::staff(by), events::report_decided, report.id.text(),
                        Detail()
                            .set("path", path)
                            .set("is_asb", true)
                            .set("reference", file_.reference)
                            .personal("reason", decision.reason)
                            .personal("explanation", decision.explanation));
    record(by, events::report_joined, report.id.text(),
           Detail()
               .set("reference", report.reference)
               .set("channel", report.channel)
               .personal("what", report.what_happened));
    bundle_.search_words += " " + report.what_happened;
    bundle_.decisions.push_back(std::move(decision));
    bundle_.reports.push_back(report);
    bundle_.chains.push_back(std::move(told.journal).sealed());
}

void Life::open(ToldReport& first) {
    now_ = story_.opened_at;
    today_ = london_date(now_);
    auto const& place = world_.estate.addresses[cast_.place];
    auto const& triager = random_.chance(0.7) ? acting() : triage_officer(world_, today_, random_);
    file_.id = case_id_of(world_, story_);
    journal_ = Journal(storage::events::ChainKind::case_file, file_.id.text());
    file_.reference = case_reference(today_.year(), story_.case_number);
    file_.title = random_.pick(category_.titles) + ", " + world_.estate.place_name(cast_.place);
    file_.category = category_.code;
    if (!category_.subcategories.empty() && random_.chance(0.85))
        file_.subcategory = random_.pick(category_.subcategories);
    auto const* entry = world_.settings.list("categories").find(file_.category, today_);
    file_.harm_group = entry ? entry->detail("harm_group") : "nuisance";
    file_.hate = first.report.hate;
    file_.in_danger = first.report.in_danger;
    file_.self_harm = first.report.self_harm;
    if (first.report.taken_as_high) file_.taken_as_high_on = first.report.received_on;
    file_.channel = first.report.channel;
    file_.opened_at = now_;
    file_.opened_on = today_;
    file_.raised_on = first.report.received_on;
    file_.opened_by = triager.account.id;
    file_.owner = owner().account.id;
    file_.team = owner().account.team;
    file_.housing_officer = housing_officer().account.id;
    file_.address = place.id;
    file_.block = place.block;
    file_.area = place.area;
    file_.place_text = place.line;
    bundle_.search_words = file_.reference + " " + file_.title + " " + place.in_one_line();

    handled_by(triager);
    record(triager, events::case_opened, file_.id.text(),
           Detail()
               .set("reference", file_.reference)
               .set("category", file_.category)
               .set("subcategory", file_.subcategory)
               .set("channel", file_.channel)
               .set("raised_on", file_.raised_on)
               .set("owner", file_.owner)
               .set("housing_officer", file_.housing_officer)
               .set("title", file_.title));
    auto const report_id = first.report.id;
    auto const happened_on = first.report.happened_on.value_or(file_.raised_on);
    join(std::move(first), triager, domain::triage::Path::open_case);
    for (auto const& member : cast_.members) add_part(member, triager);
    incident(happened_on, report_id);
    link_to_earlier(triager);
    if (random_.chance(0.008)) restrict(triager);
    if (random_.chance(0.012)) declare_conflict();
}

void Life::add_part(CastMember const& member, Employee const& by) {
    CasePerson part;
    part.id = CasePersonId(ids_.at(now_));
    part.case_file = file_.id;
    if (member.is_known()) part.person = member.person.id;
    part.part = member.part;
    part.side = side_taken_by(member.part);
    part.description = member.description;
    part.anonymous = member.anonymous;
    if (!member.safe_contact_id.empty()) part.safe_contact_id = member.safe_contact_id;
    part.vulnerabilities = member.vulnerabilities;
    part.joined_on = today_;
    if (part.part == Part::complainant) part.raised_on = file_.raised_on;
    parts_.push_back(part);
    voices_.emplace_back();
    if (member.is_known() && member.is_new) {
        bundle_.people.push_back({member.person, now_});
        if (!member.safe_contact_id.empty())
            bundle_.safe_contacts.emplace_back(member.safe_contact_id, member.safe_contact);
    }
    record(by, events::person_added, part.id.text(),
           Detail()
               .set("person_added", part.id)
               .set("part", part.part)
               .set("side", part.side)
               .set("anonymous", part.anonymous)
               .personal("name", member.is_known() ? member.person.name : member.description));
    if (!part.raised_on) return;
    // The first assessment is promised from the day it was raised.
    auto const scope =
        file_.taken_as_high_on ? legal::standard_scopes::high_risk : legal::standard_scopes::everything;
    file_.risk_review_by = world_.settings.standards()
                               .deadline(legal::standard_ids::risk_assessment, file_.raised_on, scope,
                                         world_.settings.site().division)
                               .by;
    domain::cases::keep_first_promises(file_);
}

void Life::join_later(Story::Later const& later) {
    auto const& by = acting();
    auto const day = today_;
    auto told = report(later.received_at, later.number, channels()[random_.chance(0.6) ? 0U : 1U]);
    today_ = day;
    auto const id = told.report.id;
    auto const happened_on = told.report.happened_on.value_or(told.report.received_on);
    bool const same = random_.chance(0.12);
    join(std::move(told), by, same ? domain::triage::Path::duplicate : domain::triage::Path::add_to_case);
    tick();
    if (!same) incident(happened_on, id);
}

/// Counter-allegations, and people who were here before.
void Life::link_to_earlier(Employee const& by) {
    if (story_.relation == Relation::none) return;
    auto const& earlier = stories_.numbered(story_.of);
    if (earlier.opened_at >= now_) return;
    auto const kind = story_.relation == Relation::counter ? domain::cases::LinkKind::counter_allegation
                                                           : domain::cases::LinkKind::earlier_case;
    storage::cases::NewLink link{
        .one = case_id_of(world_, earlier),
        .other = file_.id,
        .kind = kind,
        .reason = kind == domain::cases::LinkKind::counter_allegation
                      ? "The person complained about there reports this"
                      : "The same people, some time before",
        .linked_by = by.account.id,
        .linked_at = now_,
    };
    tick();
    record(by, events::case_linked, file_.id.text(),
           Detail()
               .set("other_case", case_reference(london_date(earlier.opened_at).year(), earlier.case_number))
               .set("link", link.kind)
               .personal("reason", link.reason));
    bundle_.links.push_back(std::move(link));
}

void Life::restrict(Employee const& by) {
    file_.restricted = true;
    file_.restricted_reason = "Somebody in the public eye is part of this case";
    file_.high_profile = true;
    auto const& named = world_.staff[world_.staff.managers.front()];
    tick();
    record(named, events::case_restricted, file_.id.text(),
           Detail()
               .set("restricted", true)
               .set("account_name", named.account.name)
               .personal("reason", file_.restricted_reason));
    for (auto const* who : {&named, &by})
        bundle_.access.push_back({.account = who->account.id,
                                  .name = "",
                                  .reason = file_.restricted_reason,
                                  .by = named.account.id,
                                  .by_name = "",
                                  .at = now_});
}

}  // namespace doorstep::usecases::demo
