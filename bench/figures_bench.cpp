#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/clock.h"
#include "legal/measures.h"
#include "storage/cases.h"
#include "storage/migrator.h"
#include "storage/people.h"
#include "usecases/figures/compute.h"

/// What the figures of a quarter cost, with 100,000 cases over ten years and all their records. SQLite in
/// TMPDIR, else /tmp, or kept in the folder DOORSTEP_BENCH_FOLDER; PostgreSQL where DOORSTEP_TEST_POSTGRES
/// names a server.
namespace doorstep {
namespace {

using storage::sql::Query;

constexpr int case_count = 100'000;
Date const first_day = *Date::of(2016, 4, 1);
Date const today = *Date::of(2026, 6, 10);

Query const insert_contact{"bench.contact", R"sql(
    INSERT INTO contact (id, case_file_id, case_person_id, made_on, made_time, method, result, summary, recorded_at)
    VALUES (:id, :case_file, :person, :day, '', 'telephone', :result, 'What was said, in a sentence or two.', 0)
)sql"};
Query const insert_interval{"bench.interval", R"sql(
    INSERT INTO contact_interval (id, case_file_id, case_person_id, kind, started_on, due_on, ended_on, kept, standard)
    VALUES (:id, :case_file, :person, :kind, :due_on, :due_on, :ended_on, :kept, 'sla.update_days 14 from 2000-01-01')
)sql"};
Query const insert_plan{"bench.plan", R"sql(
    INSERT INTO action_plan (id, case_file_id, number, state, made_on, agreed_how, copy_given_how, version)
    VALUES (:id, :case_file, 1, 'agreed', '2026-01-01', '', '', 1)
)sql"};
Query const insert_step{"bench.step", R"sql(
    INSERT INTO plan_step (id, action_plan_id, case_file_id, position, track, what, owner_kind, owner_name, due_on, state,
        done_on, result, version)
    VALUES (:id, :plan, :case_file, 1, 'other', 'A step of the plan', 'officer', '', :due_on, 'done', :done_on, '', 1)
)sql"};
Query const insert_intervention{"bench.intervention", R"sql(
    INSERT INTO intervention (id, case_file_id, catalogue_code, legal, track, used_on, content, consequence,
        given_how, referred_to, consent, basis, aim, tried, vulnerabilities, outcome, outcome_note, recorded_at, version)
    VALUES (:id, :case_file, :code, :legal, '', :day, '', '', '', '', '', '', '', '', '', '', '', 0, 1)
)sql"};
Query const insert_told{"bench.told", R"sql(
    INSERT INTO rights_notice (id, case_file_id, case_person_id, wording, wording_version, numbers_given, crime_reference,
        told_how, told_on)
    VALUES (:id, :case_file, :person, 'victims-code', 1, '[]', '', 'telephone', :day)
)sql"};
Query const insert_survey{"bench.survey", R"sql(
    INSERT INTO survey (id, case_file_id, case_person_id, set_version, closed_on, due_on, state, next_try_on, attempts, way,
        category, completed_on, stop_asking, version)
    VALUES (:id, :case_file, :person, 2, :closed_on, :due_on, :state, :due_on, 1, 'telephone', :category, :due_on, FALSE, 1)
)sql"};
Query const insert_answer{"bench.answer", R"sql(
    INSERT INTO survey_answer (survey_id, question, wording_version, answer, words, counts_on)
    VALUES (:survey, :question, 1, :answer, '', :day)
)sql"};

class Filler {
  public:
    explicit Filler(storage::sql::Database& database) : database_(database) {}

    void fill() {
        constexpr int at_once = 2'000;
        for (int done = 0; done < case_count; done += at_once)
            database_.write([&](storage::sql::Write& tx) {
                for (int n = 0; n < at_once; ++n) add_case(tx, done + n);
            });
        database_.maintain();
    }

  private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    std::string one_of(std::vector<std::string> const& choices) {
        return choices[static_cast<std::size_t>(number(0, static_cast<int>(choices.size()) - 1))];
    }
    std::string id() { return std::string(ids_.next().text()); }

    void add_case(storage::sql::Write& tx, int position) {
        domain::cases::CaseFile file;
        file.id = CaseFileId(ids_.next());
        file.reference = "ASB-B-" + std::to_string(position);
        file.title = "Loud music, Acre Court";
        file.category =
            one_of({"noise", "drugs", "harassment", "animals", "vehicles", "vandalism", "alcohol"});
        file.harm_group = one_of({"nuisance", "personal", "environmental"});
        file.channel = one_of({"telephone", "online", "email", "visit"});
        file.hate = number(1, 40) == 1;
        file.opened_on = file.raised_on = first_day.plus_days(number(0, days_between(first_day, today)));
        file.first_plan_by = file.opened_on.plus_days(12);
        file.first_risk_by = file.opened_on.plus_days(7);
        if (number(1, 10) <= 8) file.first_plan_on = file.opened_on.plus_days(number(3, 16));
        if (number(1, 10) <= 9) file.first_risk_on = file.opened_on.plus_days(number(0, 9));
        auto const closed_on = file.opened_on.plus_days(number(10, 130));
        if (closed_on < today) {
            file.state = domain::cases::State::closed;
            file.closed_on = closed_on;
            file.outcome =
                number(1, 10) <= 8 ? domain::cases::Outcome::resolved : domain::cases::Outcome::unresolved;
        }
        storage::cases::insert(tx, file);
        domain::people::CasePerson person;
        person.id = CasePersonId(ids_.next());
        person.case_file = file.id;
        person.joined_on = file.opened_on;
        storage::people::insert(tx, person);
        add_records(tx, file, person.id, closed_on);
    }

    void add_records(storage::sql::Write& tx, domain::cases::CaseFile const& file, CasePersonId person,
                     Date closed_on) {
        auto const until = std::min(closed_on, today);
        int position = 0;
        for (auto day = file.opened_on.plus_days(number(1, 6)); day < until;
             day = day.plus_days(number(9, 17))) {
            tx.run(insert_contact,
                   {{"id", id()},
                    {"case_file", file.id},
                    {"person", person},
                    {"day", day},
                    {"result", one_of({"conversation", "conversation", "attempt", "message-left"})}});
            tx.run(insert_interval, {{"id", id()},
                                     {"case_file", file.id},
                                     {"person", person},
                                     {"kind", position++ == 0 ? "first" : "update"},
                                     {"due_on", day},
                                     {"ended_on", day},
                                     {"kept", number(1, 10) <= 8}});
        }
        auto const plan = id();
        tx.run(insert_plan, {{"id", plan}, {"case_file", file.id}});
        for (int n = 1; n <= 4; ++n)
            tx.run(insert_step, {{"id", id()},
                                 {"plan", plan},
                                 {"case_file", file.id},
                                 {"due_on", file.opened_on.plus_days(14 * n)},
                                 {"done_on", file.opened_on.plus_days(14 * n + number(-5, 4))}});
        for (int n = number(0, 2); n > 0; --n)
            tx.run(insert_intervention, {{"id", id()},
                                         {"case_file", file.id},
                                         {"code", one_of({"advice", "mediation", "warning"})},
                                         {"legal", number(1, 12) == 1},
                                         {"day", file.opened_on.plus_days(number(1, 60))}});
        if (number(1, 10) <= 7)
            tx.run(insert_told,
                   {{"id", id()}, {"case_file", file.id}, {"person", person}, {"day", file.opened_on}});
        if (file.closed_on) add_survey(tx, file, person);
    }

    void add_survey(storage::sql::Write& tx, domain::cases::CaseFile const& file, CasePersonId person) {
        auto const due_on = file.closed_on->plus_months(1);
        if (due_on > today) return;
        auto const survey = id();
        auto const state = one_of({"completed", "completed", "declined", "not-reachable"});
        tx.run(insert_survey, {{"id", survey},
                               {"case_file", file.id},
                               {"person", person},
                               {"closed_on", *file.closed_on},
                               {"due_on", due_on},
                               {"state", state},
                               {"category", file.category}});
        if (state != "completed") return;
        for (auto const* question :
             {"first-contact", "victims-code", "plan-agreed", "plan-kept", "contact-kept"})
            tx.run(insert_answer, {{"survey", survey},
                                   {"question", question},
                                   {"answer", one_of({"yes", "yes", "no", "do-not-know"})},
                                   {"day", due_on}});
        tx.run(insert_answer, {{"survey", survey},
                               {"question", "handling"},
                               {"answer", one_of({"very-well", "fairly-well", "neither", "very-badly"})},
                               {"day", due_on}});
    }

    storage::sql::Database& database_;
    std::mt19937 random_{2026};
    FixedClock clock_{london_instant(today, {9, 0})};
    SeededIdSource ids_{clock_, 11};
};

/// One filled database for the whole run.
class Filled {
  public:
    Filled() {
        auto const* kept = std::getenv("DOORSTEP_BENCH_FOLDER");
        if (kept) {
            folder_ = kept;
        } else {
            auto pattern = (std::filesystem::temp_directory_path() / "doorstep-bench-XXXXXX").string();
            if (!::mkdtemp(pattern.data())) std::abort();
            folder_ = made_ = pattern;
        }
        auto const path = folder_ / "figures.db";
        bool const is_there = std::filesystem::exists(path);
        database_ = storage::sql::open_sqlite(path.string());
        start(is_there);
    }
    ~Filled() {
        database_.reset();
        if (!made_.empty()) std::filesystem::remove_all(made_);
    }
    storage::sql::Database& database() { return *database_; }
    usecases::Settings const& settings() { return *settings_; }

  private:
    void start(bool is_there) {
        if (!is_there) {
            SystemClock const clock;
            storage::migrate(*database_, clock);
            Filler(*database_).fill();
        }
        usecases::SettingsSource source(*database_);
        settings_ = source.current();
    }
    std::filesystem::path folder_;
    std::filesystem::path made_;
    std::unique_ptr<storage::sql::Database> database_;
    std::shared_ptr<usecases::Settings const> settings_;
};

Filled& filled() {
    static Filled one;
    return one;
}

std::vector<figures::ReportingPeriod> quarters(int count) {
    return figures::periods_up_to(*figures::parse_period("2025-26-Q4"), count);
}

/// Every measure of some quarters: 1 is a quarter; 3 is a quarter, the one before and the same a year ago.
void every_measure(benchmark::State& state) {
    auto& database = filled().database();
    std::vector<figures::ReportingPeriod> periods = quarters(1);
    if (state.range(0) >= 2) periods.push_back(*figures::previous_period(periods.front()));
    if (state.range(0) >= 3) periods.push_back(figures::same_period_last_year(periods.front()));
    for (auto _ : state)
        database.read([&](storage::sql::Read& tx) {
            usecases::figures::ComputedFigures const all(tx, filled().settings(), periods, today);
            for (auto const& measure : legal::measures())
                for (std::size_t n = 0; n < periods.size(); ++n) benchmark::DoNotOptimize(all.of(measure, n));
        });
}
BENCHMARK(every_measure)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond);

void one_source(benchmark::State& state) {
    auto& database = filled().database();
    auto const source = static_cast<domain::figures::Source>(state.range(0));
    state.SetLabel(std::string(name_of(source)));
    for (auto _ : state)
        database.read([&](storage::sql::Read& tx) {
            benchmark::DoNotOptimize(storage::figures::count(tx, source, {quarters(1).front().days}, today));
        });
}
BENCHMARK(one_source)->DenseRange(0, 13)->Unit(benchmark::kMicrosecond);

void open_at_the_end(benchmark::State& state) {
    auto& database = filled().database();
    auto const day = today.plus_days(-30 * static_cast<int>(state.range(0)));
    for (auto _ : state)
        database.read(
            [&](storage::sql::Read& tx) { benchmark::DoNotOptimize(storage::figures::open_at(tx, {day})); });
}
BENCHMARK(open_at_the_end)->Arg(0)->Arg(3)->Arg(15)->Unit(benchmark::kMicrosecond);

void broken_down_by_area(benchmark::State& state) {
    auto& database = filled().database();
    auto const* measure = legal::find_measure("contact-kept");
    for (auto _ : state)
        database.read([&](storage::sql::Read& tx) {
            benchmark::DoNotOptimize(usecases::figures::figures_by(tx, filled().settings(), *measure,
                                                                   domain::figures::Dimension::type,
                                                                   quarters(1).front(), today));
        });
}
BENCHMARK(broken_down_by_area)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace doorstep

BENCHMARK_MAIN();
