#include <algorithm>
#include <array>
#include <charconv>

#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;

namespace {

/// Of the tasks of a case; the others are its owner's.
constexpr double housing_officers_tasks = 0.35;

struct StepTaken {
    std::string_view code;
    double milder;  ///< how likely on a case of no severity,
    double worse;   ///< and on one of the highest
    /// Kinds of case it is for, parted by spaces; empty for all.
    std::string_view categories = "";
};

// Support and enforcement side by side, in the order they are usually tried.
constexpr std::array steps_taken{
    StepTaken{"advice", 0.5, 0.3},
    StepTaken{"good-neighbour-advice", 0.45, 0.1, "noise animals gardens communal-areas something-else"},
    StepTaken{"tenancy-visit", 0.35, 0.45},
    StepTaken{"referral-environmental-services", 0.22, 0.1, "noise rubbish animals gardens"},
    StepTaken{"building-fabric-check", 0.12, 0.02, "noise"},
    StepTaken{
        "referral-police", 0.03, 0.75,
        "harassment drugs violence hate knife-crime criminal-damage cuckooing other-crime domestic-abuse "
        "sexual-acts abuse-of-staff"},
    StepTaken{"target-hardening", 0.02, 0.3,
              "harassment violence hate domestic-abuse criminal-damage cuckooing"},
    StepTaken{"referral-victim-support", 0.01, 0.35, "harassment violence hate domestic-abuse knife-crime"},
    StepTaken{"mediation", 0.2, 0.02, "noise animals gardens harassment something-else"},
    StepTaken{"verbal-warning", 0.25, 0.2},
    StepTaken{"joint-visit", 0.02, 0.25},
    StepTaken{"referral-mental-health", 0.04, 0.14},
    StepTaken{"referral-tenancy-support", 0.05, 0.12},
    StepTaken{"referral-substance-misuse", 0.05, 0.16, "drugs alcohol"},
    StepTaken{"referral-adult-social-care", 0.01, 0.15},
    StepTaken{"referral-public-protection", 0.01, 0.05},
    StepTaken{"restorative-meeting", 0.03, 0.01},
    StepTaken{"written-warning", 0.08, 0.3},
    StepTaken{"final-warning", 0.02, 0.16},
    StepTaken{"acceptable-behaviour-contract", 0.01, 0.08},
    StepTaken{"professionals-meeting", 0.0, 0.2},
    StepTaken{"community-protection-warning", 0.002, 0.03},
    StepTaken{"notice-seeking-possession", 0.001, 0.05},
    StepTaken{"injunction", 0.0, 0.04},
};

bool for_category(StepTaken const& taken, std::string_view category) {
    if (taken.categories.empty()) return true;
    auto rest = taken.categories;
    while (!rest.empty()) {
        auto const end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == category) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

}  // namespace

// --- Incidents

void Life::incident(Date on, std::optional<ReportId> report) {
    if (category_.incidents.empty()) return;
    auto const& by = acting();
    using domain::incidents::Source;
    domain::incidents::Incident happened{.id = IncidentId(ids_.at(now_)),
                                         .case_file = file_.id,
                                         .report = report,
                                         .happened_on = on,
                                         .happened_time = {},
                                         .category = category_.code,
                                         .place_text = file_.place_text,
                                         .description = random_.pick(category_.incidents),
                                         .source = Source::complainant,
                                         .person = {},
                                         .recorded_by = by.account.id,
                                         .recorded_at = now_};
    if (random_.chance(0.6))
        happened.happened_time = TimeOfDay{
            random_.chance(0.6) ? random_.between(19, 23) : random_.between(0, 18), 5 * random_.below(12)};
    static std::vector<double> const weights{80, 6, 8, 4, 2};
    happened.source = static_cast<Source>(random_.weighted(weights));
    if (happened.source == Source::complainant)
        for (std::size_t n = 0; n < parts_.size() && !happened.person; ++n)
            if (has_clock(n)) happened.person = parts_[n].id;
    record(by, events::incident_added, happened.id.text(),
           Detail()
               .set("happened_on", happened.happened_on)
               .set("happened_time", happened.happened_time ? happened.happened_time->iso() : std::string())
               .set("category", happened.category)
               .set("source", happened.source)
               .personal("description", happened.description));
    bundle_.search_words.append(" ").append(happened.description);
    bundle_.incidents.push_back(std::move(happened));
}

void Life::plan_incidents() {
    auto const span = std::max(10, days_between(today_, london_date(closes_at_)));
    for (int count = random_.low_between(0, 4); count > 0; --count)
        schedule(in_days(random_.low_between(1, span * 3 / 4)), During::open,
                 [this] { incident(today_.plus_days(-random_.low_between(0, 3)), {}); });
}

// --- Evidence

void Life::plan_files() {
    if (world_.files.empty()) return;
    for (double chance = 0.22; random_.chance(chance); chance = 0.45)
        schedule(in_days(random_.low_between(1, 40)), During::open, [this] { receive_file(); });
}

void Life::receive_file() {
    auto const& sample = random_.pick(world_.files);
    auto const& by = acting();
    bool const from_resident = random_.chance(0.75);
    domain::files::ReceivedFile file{
        .id = FileId(ids_.at(now_)),
        .sha256 = sample.sha256,
        .size_bytes = sample.size,
        .content_type = sample.content_type,
        .original_name = sample.name,
        .description = sample.description,
        .draft = {},
        .report = {},
        .case_file = file_.id,
        .side = domain::people::Side::reporting,
        .received_at = now_,
        .received_from = from_resident ? domain::files::From::resident : domain::files::From::officer,
        .received_by = by.account.id,
        .first_opened_at = {},
        .first_opened_by = {}};
    record(by, events::file_received, file.id.text(),
           Detail()
               .personal("file_name", file.original_name)
               .set("size", file.size_bytes)
               .set("side", file.side)
               .personal("description", file.description));
    auto const place = bundle_.files.size();
    bundle_.files.push_back(std::move(file));
    if (!random_.chance(0.7 + 0.28 * by.care)) return;
    schedule(in_days(random_.low_between(0, 5)), During::open, [this, place] { open_file(place); });
}

void Life::open_file(std::size_t place) {
    auto& received = bundle_.files[place];
    if (received.first_opened_at) return;
    auto const& reader = acting();
    received.first_opened_at = now_;
    received.first_opened_by = reader.account.id;
    record(reader, events::file_opened, received.id.text(),
           Detail().personal("file_name", received.original_name));
}

// --- Steps taken

void Life::plan_interventions() {
    auto const accused = known_accused();
    auto const span = std::max(14, days_between(today_, london_date(closes_at_)));
    auto const& catalogue = world_.settings.list("interventions");
    int days = random_.between(2, 10);
    for (auto const& taken : steps_taken) {
        if (!for_category(taken, category_.code)) continue;
        if (!random_.chance(taken.milder + (taken.worse - taken.milder) * severity_)) continue;
        auto const day = today_.plus_days(days);
        auto const* entry = catalogue.find(taken.code, day);
        if (!entry || !entry->is_in_use(day)) continue;
        // Nobody to warn.
        if (!accused && entry->detail("track") == "enforcement" && entry->detail("kind") != "referral")
            continue;
        schedule(in_days(days), During::open, [this, code = std::string(taken.code)] { intervene(code); });
        days += random_.between(2, std::max(4, span / 4));
    }
}

void Life::intervene(std::string const& code) {
    auto const& by = acting();
    auto const* entry = world_.settings.list("interventions").find(code, today_);
    auto const kind = entry->detail("kind");
    using namespace domain::interventions;
    Intervention taken;
    taken.id = InterventionId(ids_.at(now_));
    taken.case_file = file_.id;
    taken.code = code;
    taken.legal = entry->detail("legal") == "true";
    taken.track = enum_from_name<Track>(entry->detail("track")).value_or(Track::support);
    taken.used_on = today_;
    taken.used_by = by.account.id;
    taken.recorded_at = now_;
    auto const accused = known_accused();
    if (taken.track == Track::enforcement && accused) {
        taken.recipient = parts_[*accused].id;
        taken.aim = random_.pick(world_.data.of("action.aim"));
        taken.tried = random_.pick(world_.data.of("action.tried"));
        taken.vulnerabilities = random_.pick(world_.data.of("action.vulnerabilities"));
    } else if (!parts_.empty()) {
        taken.recipient = parts_.front().id;
    }
    if (kind == "warning") {
        taken.content = random_.pick(world_.data.of("warning.content"));
        taken.consequence = random_.pick(world_.data.of("warning.consequence"));
        using domain::contacts::Method;
        taken.given_how = code != "verbal-warning" ? Method::letter
                          : random_.chance(0.7)    ? Method::visit
                                                   : Method::telephone;
    } else if (kind == "referral") {
        taken.referred_to = random_.pick(world_.data.of("action.referred_to." + code));
        bool const agreed = random_.chance(0.85);
        taken.consent = agreed ? Consent::given : Consent::not_asked;
        if (!agreed) taken.basis = random_.pick(world_.data.of("action.basis"));
        int answer_days = 14;
        auto const text = entry->detail("answer_days");
        std::from_chars(text.data(), text.data() + text.size(), answer_days);
        taken.respond_by = today_.plus_days(answer_days);
    } else {
        taken.content = random_.pick(world_.data.of("action.note"));
    }
    handled_by(by);
    record(by, events::intervention_recorded, taken.id.text(),
           Detail()
               .set("intervention", code)
               .set("on", taken.used_on)
               .set("person", taken.recipient)
               .set("referred_to", taken.referred_to)
               .set("due_on", taken.respond_by)
               .personal("content", taken.content));
    auto const place = bundle_.interventions.size();
    bundle_.interventions.push_back(std::move(taken));
    if (random_.chance(0.84))
        schedule(in_days(random_.low_between(3, 32)), During::open,
                 [this, place] { end_intervention(place); });
}

void Life::end_intervention(std::size_t place) {
    auto& taken = bundle_.interventions[place];
    auto const& by = acting();
    using enum domain::interventions::Outcome;
    static std::vector const of_referral{accepted, accepted, accepted, declined, no_answer};
    static std::vector const of_others{helped, helped, no_change, helped, worse};
    taken.outcome = random_.pick(taken.respond_by ? of_referral : of_others);
    taken.outcome_on = today_;
    taken.outcome_note = random_.pick(world_.data.of("action.outcome_note"));
    ++taken.version;
    record(by, events::intervention_outcome, taken.id.text(),
           Detail()
               .set("intervention", taken.code)
               .set("outcome", taken.outcome)
               .set("on", today_)
               .personal("note", taken.outcome_note));
}

// --- Tasks, notes, pauses

void Life::plan_tasks() {
    for (double chance = 0.4; random_.chance(chance); chance = 0.3)
        schedule(in_days(random_.low_between(1, 30)), During::open, [this] { add_task(); });
}

void Life::add_task() {
    auto const& by = acting();
    bool const is_for_housing = random_.chance(housing_officers_tasks);
    domain::tasks::Task task{.id = domain::tasks::TaskId(ids_.at(now_)),
                             .case_file = file_.id,
                             .what = random_.pick(world_.data.of("task.what")),
                             .owner = is_for_housing ? housing_officer().account.id : owner().account.id,
                             .due_on = world_.hours.on_or_after(today_.plus_days(random_.between(3, 14))),
                             .done_on = {},
                             .result = "",
                             .created_by = by.account.id,
                             .created_at = now_,
                             .version = 1};
    handled_by(by);
    record(by, events::task_added, task.id.text(),
           Detail().set("due_on", task.due_on).personal("task", task.what).set("owner_id", task.owner));
    auto const place = bundle_.tasks.size();
    bundle_.tasks.push_back(task);
    if (!random_.chance(0.94)) return;
    auto const day = random_.chance(care()) ? task.due_on.plus_days(-random_.low_between(0, 3))
                                            : task.due_on.plus_days(random_.low_between(1, 12));
    schedule(world_.hours.on(day, random_), During::open, [this, place, is_for_housing] {
        auto& done = bundle_.tasks[place];
        if (done.done_on) return;
        auto const& doer = is_for_housing ? housing_officer() : acting();
        done.done_on = today_;
        done.result = random_.pick(world_.data.of("plan.results"));
        ++done.version;
        record(doer, events::task_done, done.id.text(),
               Detail().personal("task", done.what).set("done_on", today_).personal("note", done.result));
    });
}

void Life::plan_notes() {
    auto const span = std::max(10, days_between(today_, london_date(closes_at_)));
    for (int count = random_.low_between(0, 2); count > 0; --count)
        schedule(in_days(random_.low_between(1, span)), During::open, [this] {
            auto const& by = acting();
            handled_by(by);
            auto const& note = random_.pick(world_.data.of("note.words"));
            bundle_.search_words.append(" ").append(note);
            record(by, events::note_added, file_.id.text(), Detail().personal("note", note));
        });
}

void Life::plan_pause() {
    if (!random_.chance(0.02)) return;
    schedule(in_days(random_.between(15, 60)), During::open, [this] {
        if (file_.state != domain::cases::State::open) return;
        auto const& by = acting();
        auto const until = world_.hours.on_or_after(today_.plus_days(random_.between(14, 40)));
        file_.state = domain::cases::State::paused;
        file_.paused_until = until;
        file_.pause_reason = random_.pick(world_.data.of("pause.reason"));
        record(by, events::case_paused, file_.id.text(),
               Detail().set("until", until).personal("reason", file_.pause_reason));
        schedule(world_.hours.on(until, random_), During::open, [this] {
            if (file_.state != domain::cases::State::paused) return;
            auto const waited_until = file_.paused_until;
            file_.state = domain::cases::State::open;
            file_.paused_until.reset();
            file_.pause_reason.clear();
            record(acting(), events::case_resumed, file_.id.text(), Detail().set("until", waited_until));
        });
    });
}

}  // namespace doorstep::usecases::demo
