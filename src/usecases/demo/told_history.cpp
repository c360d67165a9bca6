#include "usecases/demo/told_history.h"

#include <algorithm>
#include <memory>

#include "domain/cases/reference.h"
#include "storage/approvals.h"
#include "storage/cases.h"
#include "storage/interventions.h"
#include "storage/people.h"
#include "storage/references.h"
#include "storage/surveys.h"
#include "usecases/approvals/decide_approval.h"
#include "usecases/closures/close_case.h"
#include "usecases/contacts/clocks.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/demo/order_officer.h"
#include "usecases/find/case_words.h"
#include "usecases/interventions/catalogue.h"
#include "usecases/risk/assess_risk.h"
#include "usecases/settings.h"
#include "usecases/surveys/call.h"
#include "usecases/surveys/comments.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;

namespace {

/// What is known of a case while it is told.
struct Telling {
    ToldCase const* told = nullptr;
    CaseFileId file;
    std::string reference;
    CasePersonId person;
    std::optional<CasePersonId> accused;
};

class HistoryTeller {
  public:
    HistoryTeller(Services& services, FixedClock& clock, HistoryCast const& cast)
        : services_(services), clock_(clock), cast_(cast) {}

    void add(ToldCase const& told) {
        auto telling = std::make_shared<Telling>();
        telling->told = &told;
        at(told.opened_on, 0, [this, telling] { return open(*telling); });
        for (auto const& day : told.contacts) at(day, 1, [this, telling] { return talk(*telling); });
        auto const assessed_on = told.contacts.empty() ? told.opened_on : told.contacts.front();
        at(assessed_on, 2, [this, telling] { return assess(*telling); });
        for (auto const& [day, code] : told.legal_steps)
            at(day, 3, [this, telling, code = code] { return take_step(*telling, code, true); });
        for (auto const& [day, code] : told.other_steps)
            at(day, 3, [this, telling, code = code] { return take_step(*telling, code, false); });
        // Written down the day after: what was made at noon is no news of the morning.
        if (told.order)
            at(told.order->made_on.plus_days(1), 3, [this, telling] { return make_order(*telling); });
        if (told.closed_on) at(*told.closed_on, 4, [this, telling] { return close(*telling); });
        if (told.survey) at(told.survey->on, 5, [this, telling] { return answer(*telling); });
    }

    Expected<Done> tell() {
        std::stable_sort(acts_.begin(), acts_.end(), [](Act const& one, Act const& other) {
            return std::tie(one.on, one.order) < std::tie(other.on, other.order);
        });
        int minute = 0;
        std::optional<Date> day;
        for (auto const& act : acts_) {
            minute = day == act.on ? std::min(minute + 1, 8 * 60) : 0;
            day = act.on;
            clock_.set(london_instant(act.on, {9, 0}).plus_seconds(60 * minute));
            if (auto const done = act.act(); !done) return done;
        }
        return Done{};
    }

  private:
    struct Act {
        Date on;
        int order = 0;
        std::function<Expected<Done>()> act;
    };
    void at(Date on, int order, std::function<Expected<Done>()> act) {
        acts_.push_back({on, order, std::move(act)});
    }
    Context as(domain::accounts::Account const& account) {
        return {services_, account.viewer(domain::access::Door::web)};
    }

    Expected<Done> open(Telling& telling) {
        auto context = as(cast_.officer);
        auto const& settings = context.settings();
        auto const& told = *telling.told;
        return context.change([&](Change& change) -> Expected<Done> {
            domain::cases::CaseFile file;
            file.id = change.new_id<CaseFileId>();
            int const year = told.opened_on.year();
            file.reference = domain::cases::case_reference(
                year, storage::references::next_number(change.tx, "case", year));
            file.title = told.title;
            file.category = told.category;
            if (auto const* entry = settings.list("categories").find(told.category, told.opened_on))
                file.harm_group = entry->detail("harm_group");
            file.channel = "telephone";
            file.opened_at = change.now;
            file.opened_on = file.raised_on = told.opened_on;
            file.owner = cast_.officer.id;
            file.opened_by = cast_.officer.id;
            storage::cases::insert(change.tx, file);
            domain::people::Person person;
            person.id = change.new_id<PersonId>();
            person.name = "Resident of " + file.reference;
            person.telephone = "01632 960 100";
            storage::people::insert(change.tx, person, change.now);
            domain::people::CasePerson part;
            part.id = change.new_id<CasePersonId>();
            part.case_file = file.id;
            part.person = person.id;
            part.part = domain::people::Part::complainant;
            part.side = domain::people::Side::reporting;
            part.joined_on = part.raised_on.emplace(told.opened_on);
            storage::people::insert(change.tx, part);
            if (told.order) telling.accused = add_accused(change, file);
            contacts::recompute_clock(change, settings, file, part);
            storage::people::update(change.tx, part);
            contacts::take_earliest(file, {part});
            storage::cases::update(change.tx, file);
            storage::cases::add_handler(change.tx, file.id, cast_.officer.id, change.now);
            find::keep_case_words(change.tx, settings, file);
            change.record(file.id, events::case_opened, file.id.text());
            telling.file = file.id;
            telling.reference = file.reference;
            telling.person = part.id;
            return Done{};
        });
    }

    Expected<Done> talk(Telling& telling) {
        auto context = as(cast_.officer);
        auto const done = contacts::record_contact(context, {.reference = telling.reference,
                                                             .person = telling.person,
                                                             .made_on = context.today,
                                                             .made_time = {},
                                                             .method = domain::contacts::Method::telephone,
                                                             .result = domain::contacts::Result::conversation,
                                                             .summary = "How things are",
                                                             .still_safe = {}});
        if (!done) return refuse(done.error());
        return Done{};
    }

    Expected<Done> assess(Telling& telling) {
        auto context = as(cast_.officer);
        auto const& set = context.settings().question_set("ram", context.today);
        risk::AssessRisk input;
        input.reference = telling.reference;
        input.person = telling.person;
        input.set_version = set.version;
        for (auto const& question : set.questions)
            input.answers[question.code] = question.options.front().code;
        auto const done = risk::assess_risk(context, input);
        if (!done) return refuse(done.error());
        return Done{};
    }

    /// Straight into the record: what the court or the catalogue asks besides has no part in the figures.
    Expected<Done> take_step(Telling& telling, std::string const& code, bool legal) {
        auto context = as(cast_.officer);
        return context.change([&](Change& change) -> Expected<Done> {
            domain::interventions::Intervention step;
            step.id = change.new_id<InterventionId>();
            step.case_file = telling.file;
            step.code = code;
            step.legal = legal;
            step.track =
                legal ? domain::interventions::Track::enforcement : domain::interventions::Track::support;
            step.used_on = change.today;
            step.used_by = cast_.officer.id;
            step.recorded_at = change.now;
            storage::interventions::insert(change.tx, step);
            change.record(telling.file, events::intervention_recorded, step.id.text(),
                          domain::events::Detail().set("code", code).set("used_on", step.used_on));
            return Done{};
        });
    }

    static CasePersonId add_accused(Change& change, domain::cases::CaseFile const& file) {
        domain::people::CasePerson part;
        part.id = change.new_id<CasePersonId>();
        part.case_file = file.id;
        part.part = domain::people::Part::alleged_perpetrator;
        part.side = domain::people::Side::complained_about;
        part.description = "Adult, lives there";
        part.joined_on = file.opened_on;
        storage::people::insert(change.tx, part);
        return part.id;
    }

    Expected<Done> make_order(Telling& telling) {
        auto const& told = *telling.told->order;
        auto const today = told.made_on.plus_days(1);
        OrderOfficer officer(services_, cast_.officer,
                             {.reference = telling.reference,
                              .owner = cast_.officer.id,
                              .accused = telling.accused,
                              .raised_on = telling.told->opened_on,
                              .easting = 487'000,
                              .northing = 238'000},
                             today);
        bool const made = told.kind == ToldOrderKind::closure
                              ? officer.start("closure", "police", "Northgate Police",
                                              "Drugs dealt day and night, and fights on the stairs.", 4) &&
                                    officer.close(domain::orders::Scope::full, 1, 2)
                              : officer.start("injunction", "registered-provider-non-profit", "",
                                              "Threats to staff and neighbours, and an assault.", 0) &&
                                    officer.enjoin(1, told.until_on);
        if (!made)
            return refuse(RefusalKind::invalid, "no-order",
                          "The order of " + told.made_on.iso() + " could not be made");
        return Done{};
    }

    Expected<Done> close(Telling& telling) {
        auto context = as(cast_.officer);
        auto const file = storage::cases::find(context.read(), telling.file);
        closures::CloseCase input;
        input.reference = telling.reference;
        input.version = file->version;
        input.closing.outcome = telling.told->outcome;
        input.closing.reason = telling.told->outcome == domain::cases::Outcome::resolved
                                   ? "behaviour-stopped"
                                   : "not-enough-evidence";
        input.closing.summary = "What was done, and how it stands";
        input.closing.explanation = "We have closed your case";
        input.closing.confirmed = {"review-right-told"};
        for (auto const* check : {"plan-agreed", "referrals-answered", "risk-redone", "complainant-spoken-to",
                                  "counter-allegations"})
            input.closing.reasons[check] = "Settled with the person who reported it";
        auto const done = closures::close_case(context, input);
        if (!done) return refuse(done.error());
        return done->waits_for_approval ? approve(telling) : Done{};
    }

    /// A manager agrees on the same day.
    Expected<Done> approve(Telling& telling) {
        auto context = as(cast_.manager);
        for (auto const& asked : storage::approvals::waiting_of_case(context.read(), telling.file)) {
            auto deciding = as(cast_.manager);
            auto const done = approvals::decide_approval(
                deciding,
                {.id = asked.approval.id, .decision = domain::approvals::Decision::approved, .note = ""});
            if (!done) return refuse(done.error());
        }
        return Done{};
    }

    Expected<Done> answer(Telling& telling) {
        auto const& said = *telling.told->survey;
        auto context = as(cast_.caller);
        auto const surveys = storage::surveys::of_case(context.read(), telling.file);
        if (surveys.empty())
            return refuse(RefusalKind::not_found, "no-survey", "No survey is due of " + telling.reference);
        auto const id = std::string(surveys.front().id.text());
        if (auto const started = usecases::surveys::start_call(context, id, domain::surveys::Way::paper);
            !started)
            return started;
        surveys::CompleteSurvey input{
            .id = id, .seen_version = {}, .way = domain::surveys::Way::paper, .answers = {}};
        for (auto const& [question, option] : said.options)
            input.answers.push_back(
                {.question = question,
                 .option = option,
                 .words = said.comment && question == "handling" ? said.comment->words : ""});
        auto const done = usecases::surveys::complete_survey(context, input);
        if (!done) return refuse(done.error());
        if (!said.comment) return Done{};
        auto sorting = as(cast_.caller);
        for (auto const& comment : storage::surveys::comments_of(sorting.read(), surveys.front().id)) {
            auto const sorted =
                usecases::surveys::sort_comment(sorting, {.id = comment.id,
                                                          .kind = said.comment->kind,
                                                          .category = said.comment->category,
                                                          .seen_sorted_at = comment.sorted_at});
            if (!sorted) return refuse(sorted.error());
        }
        return Done{};
    }

    Services& services_;
    FixedClock& clock_;
    HistoryCast const& cast_;
    std::vector<Act> acts_;
};

}  // namespace

Expected<Done> tell_history(Services& services, FixedClock& clock, HistoryCast const& cast,
                            std::vector<ToldCase> const& cases) {
    HistoryTeller teller(services, clock, cast);
    for (auto const& one : cases) teller.add(one);
    return teller.tell();
}

}  // namespace doorstep::usecases::demo
