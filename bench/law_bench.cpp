#include <benchmark/benchmark.h>

#include "legal/law.h"

/// One question to the law in this process; the bar is 50 microseconds for a deadline.
namespace doorstep::legal {
namespace {

LawMoment asked(int n) {
    return LawMoment::at(london_instant(Date::from_days_since_1970(20'500 + n % 365), {n % 24, n % 60}));
}

void deadline_in_months(benchmark::State& state) {
    auto const law = Law::shipped();
    int n = 0;
    for (auto _ : state) benchmark::DoNotOptimize(law.deadline("poss.abs.notice.c4_months", asked(++n)));
}
BENCHMARK(deadline_in_months);

void deadline_in_hours_without_christmas(benchmark::State& state) {
    auto const law = Law::shipped();
    int n = 0;
    for (auto _ : state) benchmark::DoNotOptimize(law.deadline("closure.hearing_deadline_h", asked(++n)));
}
BENCHMARK(deadline_in_hours_without_christmas);

void deadline_of_a_standard_in_working_days(benchmark::State& state) {
    auto const law = Law::shipped();
    int n = 0;
    for (auto _ : state) benchmark::DoNotOptimize(law.deadline("sla.first_contact_wd", asked(++n)));
}
BENCHMARK(deadline_of_a_standard_in_working_days);

void term_of_an_extension(benchmark::State& state) {
    auto const law = Law::shipped();
    auto const made = Date::of(2026, 1, 15).value();
    TermQuestion const question{.kind = "closure.order",
                                .made = made,
                                .until = made.plus_days(150),
                                .previous_until = made.plus_days(80)};
    for (auto _ : state) benchmark::DoNotOptimize(law.term(question));
}
BENCHMARK(term_of_an_extension);

void who_may_issue_a_closure_notice(benchmark::State& state) {
    auto const law = Law::shipped();
    auto const on = Date::of(2026, 6, 1).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(law.who("closure.notice", "registered-provider-non-profit", on));
}
BENCHMARK(who_may_issue_a_closure_notice);

}  // namespace
}  // namespace doorstep::legal

BENCHMARK_MAIN();
