#include "usecases/demo/case_life.h"

#include <algorithm>
#include <queue>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "usecases/contacts/clocks.h"
#include "usecases/demo/tell_report.h"

namespace doorstep::usecases::demo {
namespace {

using domain::cases::CaseFile;
using domain::contacts::Contact;
using domain::contacts::Method;
using domain::contacts::Result;
using domain::events::Detail;
using domain::people::CasePerson;
using domain::people::Part;
using domain::people::Side;
namespace events = domain::events;

enum class Step { attempt, speak, speak_to_other_side, close };

struct Scheduled {
    Instant at;
    int order = 0;  ///< of what falls on one moment
    Step step{};
    std::size_t person = 0;
    bool operator<(Scheduled const& other) const {
        // The queue gives the greatest first.
        return std::pair(other.at, other.order) < std::pair(at, order);
    }
};

std::string case_reference(int year, std::int64_t number) {
    auto digits = std::to_string(number);
    if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
    auto short_year = std::to_string(year % 100);
    if (short_year.size() < 2) short_year.insert(0, "0");
    return "ASB-" + short_year + "-" + digits;
}

class CaseLife {
  public:
    CaseLife(World const& world, Stories const& stories, Story const& story)
        : world_(world),
          story_(story),
          category_(world.data.categories[story.category]),
          cast_(cast_of(world, stories, story)),
          random_(seed_of(world.seed, 104 + 8 * story.number)),
          ids_(seed_of(world.seed, 105 + 8 * story.number)),
          journal_(storage::events::ChainKind::case_file, "") {}

    Bundle live() {
        now_ = story_.received_at;
        choose_owner();
        auto first = report(story_.received_at, story_.report_number, channels()[story_.channel]);
        open(first);
        for (std::size_t n = 0; n < parts_.size(); ++n)
            if (has_clock(n)) plan_first_contact(n);
        plan_visit_to_other_side();
        plan_closing();
        while (!queue_.empty() && queue_.top().at < world_.now) {
            auto const next = queue_.top();
            queue_.pop();
            if (file_.is_closed()) break;
            now_ = std::max(now_.plus_seconds(1), next.at);
            if (now_ >= world_.now) break;
            today_ = london_date(now_);
            take(next);
        }
        finish();
        return std::move(bundle_);
    }

  private:
    // --- Who
    // ---------------------------------------------------------------------------------------------------

    void choose_owner() {
        auto const area = world_.estate.area_of[cast_.place];
        owner_place_ = world_.estate.area_officers[area];
        for (auto const& rule : world_.estate.rules)
            if (rule.category == category_.code)
                for (std::size_t n = 0; n < world_.staff.people.size(); ++n)
                    if (world_.staff[n].account.id == rule.account) owner_place_ = n;
        housing_place_ = world_.estate.patch_officers[world_.estate.patch_of[cast_.place]];
    }
    Employee const& owner() const { return world_.staff[world_.staff.in_post(owner_place_, today_)]; }
    Employee const& housing_officer() const {
        return world_.staff[world_.staff.in_post(housing_place_, today_)];
    }
    /// Who does the owner's work today.
    Employee const& acting() const { return world_.staff[world_.staff.at_work(owner_place_, today_)]; }
    /// How likely a promise is kept now.
    double care() const { return owner().care * (world_.is_backlog(today_) ? 0.72 : 1.0); }

    void handled_by(Employee const& employee) {
        auto const& id = employee.account.id;
        if (std::none_of(bundle_.handlers.begin(), bundle_.handlers.end(),
                         [&](auto const& handler) { return handler.account == id; }))
            bundle_.handlers.push_back({id, now_});
    }

    void schedule(Instant at, Step step, std::size_t person = 0) {
        queue_.push({.at = at, .order = order_++, .step = step, .person = person});
    }

    void record(Employee const& by, events::EventKind const& kind, std::string_view subject,
                Detail const& detail = {}) {
        journal_.record(now_, Doer::staff(by), kind, subject, detail);
    }

    bool has_clock(std::size_t n) const {
        return parts_[n].part == Part::complainant && parts_[n].raised_on.has_value();
    }

    // --- Reports and opening
    // -------------------------------------------------------------------------------------

    ToldReport report(Instant at, std::int32_t number, std::string const& channel) {
        today_ = london_date(at);
        auto const* reporter =
            cast_.reporter_unknown || cast_.members.empty() ? nullptr : &cast_.members.front();
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

    void join(ToldReport told, Employee const& by, domain::reports::State state) {
        auto& report = told.report;
        report.state = state;
        report.case_file = file_.id;
        report.looked_at_by = by.account.id;
        report.looked_at_at = now_.plus_seconds(-random_.between(60, 600));
        if (*report.looked_at_at <= report.received_at)
            report.looked_at_at = report.received_at.plus_seconds(1);
        if (!cast_.reporter_unknown && !cast_.members.empty())
            report.reporter = cast_.members.front().person.id;
        report.version = 3;
        told.journal.record(*report.looked_at_at, Doer::staff(by), events::report_taken_up, report.id.text());
        told.journal.record(now_, Doer::staff(by), events::report_decided, report.id.text(),
                            Detail().set("path", state).set("reference", file_.reference));
        record(by, events::report_joined, report.id.text(),
               Detail()
                   .set("reference", report.reference)
                   .set("channel", report.channel)
                   .personal("what", report.what_happened));
        bundle_.search_words += " " + report.what_happened;
        bundle_.reports.push_back(report);
        bundle_.chains.push_back(std::move(told.journal).sealed());
    }

    void open(ToldReport& first) {
        now_ = story_.opened_at;
        today_ = london_date(now_);
        auto const& place = world_.estate.addresses[cast_.place];
        auto const& triager = random_.chance(0.7) ? acting() : triage_officer(world_, today_, random_);
        file_.id = CaseFileId(ids_.at(now_));
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
        file_.channel = first.report.channel;
        file_.opened_at = now_;
        file_.opened_on = today_;
        file_.raised_on = first.report.received_on;
        file_.opened_by = triager.account.id;
        file_.owner = owner().account.id;
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
                   .set("channel", file_.channel)
                   .set("raised_on", file_.raised_on)
                   .set("owner", file_.owner)
                   .set("housing_officer", file_.housing_officer)
                   .set("title", file_.title));
        join(std::move(first), triager, domain::reports::State::case_opened);
        for (auto const& member : cast_.members) add_part(member, triager);
    }

    void add_part(CastMember const& member, Employee const& by) {
        CasePerson part;
        part.id = CasePersonId(ids_.at(now_));
        part.case_file = file_.id;
        if (member.is_known()) part.person = member.person.id;
        part.part = member.part;
        part.side = member.part == Part::alleged_perpetrator ? Side::complained_about
                    : member.part == Part::witness           ? Side::neutral
                                                             : Side::reporting;
        part.description = member.description;
        part.anonymous = member.anonymous;
        if (!member.safe_contact_id.empty()) part.safe_contact_id = member.safe_contact_id;
        part.vulnerabilities = member.vulnerabilities;
        part.joined_on = today_;
        if (part.part == Part::complainant) part.raised_on = file_.raised_on;
        parts_.push_back(part);
        conversations_.emplace_back();
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
    }

    // --- Contacts
    // --------------------------------------------------------------------------------------------------

    Date promise(std::string_view standard, Date from) const {
        auto const band = file_.in_danger || file_.self_harm ? legal::standard_scopes::high_risk
                                                             : legal::standard_scopes::standard_risk;
        return world_.settings.standards().deadline(standard, from, band, world_.settings.site().division).by;
    }

    void plan_first_contact(std::size_t n) {
        auto const due = promise(legal::standard_ids::first_contact, file_.raised_on);
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
        schedule(at, Step::speak, n);
    }

    void plan_next_contact(std::size_t n) {
        auto const due = promise(legal::standard_ids::update, today_);
        Instant at;
        if (random_.chance(care() * 0.97)) {
            at = world_.hours.on(due.plus_days(-random_.low_between(0, 6)), random_);
            if (london_date(at) > due) at = world_.hours.on(due.plus_days(-4), random_);
        } else {
            at = world_.hours.on(due.plus_days(random_.low_between(1, 18)), random_);
        }
        plan_attempts_before(at, n);
        schedule(at, Step::speak, n);
    }

    void plan_attempts_before(Instant at, std::size_t n) {
        if (!random_.chance(0.24)) return;
        auto const day = london_date(at).plus_days(-random_.between(1, 2));
        auto const attempt = world_.hours.on(day, random_);
        if (attempt > now_.plus_seconds(600) && attempt < at) schedule(attempt, Step::attempt, n);
    }

    void plan_visit_to_other_side() {
        for (std::size_t n = 0; n < parts_.size(); ++n)
            if (parts_[n].part == Part::alleged_perpetrator && parts_[n].person && random_.chance(0.72))
                schedule(world_.hours.on(today_.plus_days(random_.low_between(3, 30)), random_),
                         Step::speak_to_other_side, n);
    }

    Method method_for(std::size_t n) {
        static std::vector<double> const weights{58, 16, 3, 12, 6, 2, 3};
        auto const method = static_cast<Method>(random_.weighted(weights));
        auto const& safe = cast_.members[n].safe_contact;
        auto const& id = parts_[n].safe_contact_id;
        if (!id) return method;
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

    void contact(std::size_t n, Method method, Result result, std::string const& summary) {
        auto const& by = acting();
        auto& part = parts_[n];
        bool const spoken_before = !conversations_[n].empty();
        Contact made{.id = ContactId(ids_.at(now_)),
                     .case_file = file_.id,
                     .person = part.id,
                     .made_on = today_,
                     .made_time = random_.chance(0.8) ? std::optional(london_time(now_.plus_seconds(-600)))
                                                      : std::nullopt,
                     .method = method,
                     .result = result,
                     .summary = summary,
                     .still_safe = {},
                     .made_by = by.account.id,
                     .recorded_at = now_};
        if (result == Result::conversation) {
            conversations_[n].push_back(today_);
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
        bundle_.contacts.push_back(std::move(made));
        if (!spoken_before && result == Result::conversation && has_clock(n)) tell_officers(n, by);
    }

    void tell_officers(std::size_t n, Employee const& by) {
        // Forgotten now and then.
        if (!random_.chance(0.75 + 0.2 * by.care)) return;
        auto& part = parts_[n];
        part.told_officers_on = today_;
        part.told_owner = file_.owner;
        part.told_housing_officer = file_.housing_officer;
        now_ = now_.plus_seconds(1);
        record(by, events::officers_told, part.id.text(),
               Detail()
                   .set("person", part.id)
                   .set("on", today_)
                   .set("owner", file_.owner)
                   .set("housing_officer", file_.housing_officer));
    }

    // --- Closing
    // ---------------------------------------------------------------------------------------------------

    void plan_closing() {
        int days = random_.low_between(14, 150);
        if (random_.chance(0.04)) days += random_.between(120, 320);
        if (world_.is_backlog(today_)) days += random_.between(5, 35);
        if (category_.severity > 0.6) days += 20;
        auto at = world_.hours.on(today_.plus_days(days), random_);
        for (auto const& later : story_.later)
            if (at < later.received_at.plus_hours(72))
                at = world_.hours.on(london_date(later.received_at).plus_days(15), random_);
        schedule(at, Step::close);
    }

    void close() {
        auto const& by = acting();
        bool const resolved = random_.chance(0.74 + 0.14 * by.care);
        auto const outcome = resolved ? domain::cases::Outcome::resolved : domain::cases::Outcome::unresolved;
        std::vector<std::string> reasons;
        for (auto const* reason : world_.settings.list("closing-reasons").in_use(today_))
            if (reason->detail("outcome") == name_of(outcome)) reasons.push_back(reason->code);
        file_.state = domain::cases::State::closed;
        file_.closed_at = now_;
        file_.closed_on = today_;
        file_.closed_by = by.account.id;
        file_.outcome = outcome;
        file_.closing_reason =
            reasons[static_cast<std::size_t>(random_.low_between(0, static_cast<int>(reasons.size()) - 1))];
        file_.closing_summary =
            random_.pick(world_.data.of(resolved ? "closing.resolved" : "closing.unresolved"));
        handled_by(by);
        record(by, events::case_closed, file_.id.text(),
               Detail()
                   .set("outcome", outcome)
                   .set("closing_reason", file_.closing_reason)
                   .personal("summary", file_.closing_summary));
    }

    // --- Everything
    // ------------------------------------------------------------------------------------------------

    void take(Scheduled const& next) {
        hand_over_if_needed();
        switch (next.step) {
            case Step::attempt:
                contact(next.person, method_for(next.person),
                        random_.chance(0.55) ? Result::attempt : Result::message_left,
                        random_.pick(world_.data.of("contact.attempt")));
                break;
            case Step::speak: {
                bool const first = conversations_[next.person].empty();
                contact(next.person, method_for(next.person), Result::conversation,
                        random_.pick(world_.data.of(first ? "contact.first" : "contact.update")));
                plan_next_contact(next.person);
                break;
            }
            case Step::speak_to_other_side:
                contact(next.person, random_.chance(0.7) ? Method::visit : Method::telephone,
                        Result::conversation, random_.pick(world_.data.of("contact.other_side")));
                break;
            case Step::close:
                close();
                break;
        }
    }

    /// When the owner left, or the patch has another officer.
    void hand_over_if_needed() {
        auto const& now_owner = owner();
        if (file_.owner != now_owner.account.id) {
            auto const before = file_.owner;
            file_.owner = now_owner.account.id;
            auto const& manager = world_.staff[world_.staff.managers.front()];
            record(manager, events::case_handed_over, file_.id.text(),
                   Detail().change("owner", before, file_.owner).personal("reason", "Officer has left"));
            now_ = now_.plus_seconds(1);
        }
        if (file_.housing_officer != housing_officer().account.id)
            file_.housing_officer = housing_officer().account.id;
    }

    void finish() {
        today_ = world_.as_of;
        if (!file_.is_closed()) hand_over_at_the_end();
        auto const standards = contacts::contact_standards(world_.settings, bands());
        for (std::size_t n = 0; n < parts_.size(); ++n) finish_clock(n, standards);
        contacts::take_earliest(file_, parts_);
        bundle_.parts = parts_;
        bundle_.file = file_;
        bundle_.chains.push_back(std::move(journal_).sealed());
    }

    /// As usecases/contacts/clocks.h has it.
    std::vector<domain::contacts::BandFrom> bands() const {
        using domain::cases::RiskBand;
        return {{std::min(file_.raised_on, file_.opened_on),
                 file_.in_danger || file_.self_harm ? RiskBand::high : RiskBand::standard}};
    }

    void hand_over_at_the_end() {
        if (owner_place_ == world_.staff.in_post(owner_place_, today_)) return;
        now_ = std::max(now_.plus_seconds(1), world_.hours.on(*world_.staff[owner_place_].left_on, random_));
        if (now_ < world_.now) hand_over_if_needed();
    }

    void finish_clock(std::size_t n, domain::contacts::ContactStandards const& standards) {
        auto& part = parts_[n];
        if (!has_clock(n)) {
            part.next_contact_by.reset();
            return;
        }
        auto const computed =
            domain::contacts::intervals(*part.raised_on, conversations_[n], file_.closed_on, standards);
        part.first_contact_by = computed.front().due_on;
        part.first_contact_on = conversations_[n].empty() ? std::nullopt : computed.front().ended_on;
        part.last_contact_on =
            conversations_[n].empty() ? std::nullopt : std::optional(conversations_[n].back());
        part.next_contact_by = domain::contacts::next_contact_by(computed);
        for (auto const& interval : computed)
            bundle_.intervals.push_back(
                {IntervalId(ids_.at(london_midnight(interval.started_on).plus_hours(12))), part.id,
                 interval});
        if (!part.next_contact_by) return;
        using domain::contacts::IntervalKind;
        using domain::work::Kind;
        bundle_.work_items.emplace_back(
            domain::work::WorkItem{
                .id = WorkItemId(ids_.at(now_)),
                .account = file_.owner,
                .kind = computed.back().kind == IntervalKind::first ? Kind::first_contact : Kind::contact,
                .case_file = file_.id,
                .report = {},
                .subject = std::string(part.id.text()),
                .due_on = *part.next_contact_by,
                .high_risk = file_.is_high_risk()},
            now_);
    }

    World const& world_;
    Story const& story_;
    CategoryWords const& category_;
    Cast const cast_;
    Random random_;
    TimedIds ids_;
    Journal journal_;
    Bundle bundle_;
    CaseFile file_;
    std::vector<CasePerson> parts_;
    std::vector<std::vector<Date>> conversations_;  ///< by part
    std::size_t owner_place_ = 0;
    std::size_t housing_place_ = 0;
    Instant now_;
    Date today_;
    std::priority_queue<Scheduled> queue_;
    int order_ = 0;
};

}  // namespace

Bundle tell_case(World const& world, Stories const& stories, Story const& story) {
    return CaseLife(world, stories, story).live();
}

}  // namespace doorstep::usecases::demo
