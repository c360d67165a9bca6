#include "usecases/demo/tell_report.h"

#include "base/text.h"
#include "legal/standard_ids.h"
#include "usecases/risk/taken_as_high.h"

namespace doorstep::usecases::demo {

using domain::events::Detail;
using domain::reports::Report;
using domain::reports::State;
namespace events = domain::events;

namespace {

std::vector<std::string> const& words_of_kind(World const& world, Story const& story) {
    switch (story.kind) {
        case StoryKind::everyday_noise:
            return world.data.of("everyday.happened");
        case StoryKind::signposted:
            return world.data.of("signposted.happened");
        default:
            return world.data.categories[story.category].happened;
    }
}

Date first_contact_by(World const& world, Report const& report) {
    auto const scope =
        report.taken_as_high ? legal::standard_scopes::high_risk : legal::standard_scopes::everything;
    return world.settings.standards()
        .deadline(legal::standard_ids::first_contact, report.received_on, scope,
                  world.settings.site().division)
        .by;
}

void say_what_happened(World const& world, Story const& story, Report& report, Random& random) {
    using namespace domain::reports;
    auto const& category = world.data.categories[story.category];
    report.what_happened = random.pick(words_of_kind(world, story));
    report.category = category.code;
    report.categories = {category.code};
    if (random.chance(0.15)) {
        auto const& second = random.pick(world.data.categories).code;
        if (second != category.code) report.categories.push_back(second);
    }
    report.happened_on = report.received_on.plus_days(-random.low_between(0, 9));
    if (random.chance(0.4)) {
        static std::vector<std::string> const times{"about 11pm most nights",
                                                    "between 2 and 4 in the morning", "late on Friday",
                                                    "all afternoon", "on the way home from school"};
        report.happened_about = random.pick(times);
    }
    report.still_happening = random.chance(0.7) ? StillHappening::yes : StillHappening::not_known;
    report.how_often = static_cast<HowOften>(random.below(6));
    report.people_known = static_cast<PeopleKnown>(random.below(4));
    report.effect = static_cast<Effect>(random.below(4));
    report.effect_text = random.pick(world.data.of("effect.words"));
    for (auto const& each : all_of<EffectOn>())
        if (random.chance(0.15)) report.effect_on.push_back(each.value);
    report.wish = random.pick(world.data.of("effect.wish"));
    if (category.code == "hate") {
        report.motives.push_back(static_cast<Motive>(random.below(5)));
        report.hate = true;
    } else if (random.chance(0.015)) {
        report.motives.push_back(Motive::race);
        report.hate = true;
    }
    if (random.chance(0.2))
        report.earlier.push_back({.told = random.chance(0.5) ? ToldWho::police : ToldWho::us,
                                  .told_on = report.received_on.plus_days(-random.between(10, 120)),
                                  .reference = ""});
}

/// Nothing for a report that was taken back.
std::optional<domain::triage::Decision> decision_about(World const& world, Story const& story,
                                                       Report const& report, Employee const& by,
                                                       Random& random) {
    if (report.state == State::withdrawn) return std::nullopt;
    bool const everyday = report.state == State::everyday_noise;
    domain::triage::Decision decision;
    decision.report = report.id;
    decision.path = everyday ? domain::triage::Path::everyday_noise : domain::triage::Path::signpost;
    decision.reason = random.pick(world.data.of(everyday ? "everyday.reason" : "signposted.reason"));
    decision.explanation =
        random.pick(world.data.of(everyday ? "everyday.explanation" : "signposted.explanation"));
    if (everyday)
        decision.everyday_noise_step =
            static_cast<domain::triage::EverydayNoiseStep>(random.low_between(0, 2));
    else
        decision.signpost = random.chance(0.7) ? "council" : "repairs";
    decision.decided_by = by.account.id;
    decision.decided_at = story.opened_at;
    decision.decided_on = london_date(story.opened_at);
    return decision;
}

}  // namespace

Employee const& triage_officer(World const& world, Date on, Random& random) {
    return world.staff[world.staff.at_work(random.pick(world.staff.asb_officers), on)];
}

ToldReport tell_report(World const& world, Story const& story, Cast const& cast, ReportFacts const& facts,
                       TimedIds& ids, Random& random) {
    auto const& place = world.estate.addresses[cast.place];
    Report report;
    report.id = ReportId(ids.at(facts.received_at));
    report.received_at = facts.received_at;
    report.received_on = london_date(facts.received_at);
    report.reference = domain::reports::report_reference(report.received_on.year(), facts.number);
    report.channel = facts.channel;
    report.taken_by = facts.taken_by;
    report.in_danger = story.in_danger;
    report.self_harm = random.chance(0.006);
    say_what_happened(world, story, report, random);
    report.taken_as_high = risk::is_taken_as_high(world.settings,
                                                  {.kinds = report.categories,
                                                   .hate = report.hate,
                                                   .in_danger = report.in_danger,
                                                   .self_harm = report.self_harm},
                                                  report.received_on);
    report.first_contact_by = first_contact_by(world, report);
    report.who_for = facts.channel == "visit-note" ? domain::reports::WhoFor::staff
                     : facts.channel == "partner"  ? domain::reports::WhoFor::professional
                     : random.chance(0.9)          ? domain::reports::WhoFor::me
                                                   : domain::reports::WhoFor::someone_else;
    report.anonymous = !facts.reporter || facts.reporter->anonymous;
    if (facts.reporter) {
        report.reporter_name = facts.reporter->person.name;
        if (!facts.reporter->safe_contact_id.empty())
            report.safe_contact_id = facts.reporter->safe_contact_id;
    }
    // Some never find their address in the list.
    if (random.chance(0.94)) report.address = place.id;
    report.place_text = world.estate.place_name(cast.place);
    report.postcode = place.postcode;
    report.area = place.area;

    ToldReport told{std::move(report), Journal(storage::events::ChainKind::report, "")};
    auto const& r = told.report;
    told.journal = Journal(storage::events::ChainKind::report, r.id.text());
    Detail detail;
    detail.set("reference", r.reference)
        .set("channel", r.channel)
        .set("language", r.language)
        .set("received_on", r.received_on)
        .set("kinds", text::join(r.categories, " "))
        .set("first_contact_by", r.first_contact_by)
        .set("in_danger", r.in_danger)
        .set("self_harm", r.self_harm)
        .set("hate", r.hate)
        .set("high_profile", r.high_profile)
        .set("high_risk_until_assessed", r.taken_as_high)
        .set("anonymous", r.anonymous)
        .set("who_for", r.who_for)
        .personal("name", r.reporter_name)
        .personal("place", r.place_text)
        .personal("what", r.what_happened);
    if (facts.reporter && r.safe_contact_id)
        detail.personal("safe_contact", domain::people::safe_contact_words(facts.reporter->safe_contact));
    Doer by = Doer::resident();
    if (facts.taken_by) {
        for (auto const& employee : world.staff.people)
            if (employee.account.id == *facts.taken_by) by = Doer::staff(employee);
    }
    told.journal.record(r.received_at, by, events::report_received, r.id.text(), detail);
    return told;
}

Bundle tell_other_report(World const& world, Stories const& stories, Story const& story) {
    Random random(seed_of(world.seed, 104 + 8 * story.number));
    TimedIds ids(seed_of(world.seed, 105 + 8 * story.number));
    auto const cast = cast_of(world, stories, story);
    auto const& officer = triage_officer(world, london_date(story.opened_at), random);
    auto const& channel = channels()[story.channel];
    auto const* reporter = random.chance(0.9) ? &cast.members.front() : nullptr;
    bool const by_themselves = channel == "online";
    auto told = tell_report(world, story, cast,
                            {.received_at = story.received_at,
                             .number = story.report_number,
                             .channel = channel,
                             .taken_by = by_themselves ? std::nullopt : std::optional(officer.account.id),
                             .taken_by_name = officer.account.name,
                             .reporter = reporter},
                            ids, random);
    auto& report = told.report;
    Bundle bundle;
    if (reporter && !reporter->safe_contact_id.empty())
        bundle.safe_contacts.emplace_back(reporter->safe_contact_id, reporter->safe_contact);

    auto const open_item = [&](std::optional<AccountId> whose) {
        bundle.work_items.emplace_back(domain::work::WorkItem{.id = WorkItemId(ids.at(report.received_at)),
                                                              .account = whose,
                                                              .kind = domain::work::Kind::triage,
                                                              .case_file = {},
                                                              .report = report.id,
                                                              .subject = std::string(report.id.text()),
                                                              .due_on = report.first_contact_by,
                                                              .high_risk = report.taken_as_high},
                                       report.received_at);
    };
    if (story.kind == StoryKind::waiting) {
        report.high_profile = random.chance(0.12);
        open_item(std::nullopt);
    } else {
        report.looked_at_by = officer.account.id;
        report.looked_at_at = story.opened_at.plus_seconds(-random.between(60, 540));
        told.journal.record(*report.looked_at_at, Doer::staff(officer), events::report_taken_up,
                            report.id.text());
        ++report.version;
        if (story.kind == StoryKind::being_looked_at) {
            report.state = State::being_looked_at;
            open_item(officer.account.id);
        } else {
            report.state = story.kind == StoryKind::everyday_noise ? State::everyday_noise
                           : story.kind == StoryKind::signposted   ? State::signposted
                                                                   : State::withdrawn;
            ++report.version;
            auto const decision = decision_about(world, story, report, officer, random);
            Detail detail;
            if (decision)
                detail.set("path", decision->path)
                    .set("is_asb", false)
                    .personal("reason", decision->reason)
                    .personal("explanation", decision->explanation);
            else
                detail.set("path", report.state);
            told.journal.record(story.opened_at, Doer::staff(officer), events::report_decided,
                                report.id.text(), detail);
            if (decision) bundle.decisions.push_back(*decision);
        }
    }
    bundle.reports.push_back(report);
    bundle.chains.push_back(std::move(told.journal).sealed());
    return bundle;
}

}  // namespace doorstep::usecases::demo
