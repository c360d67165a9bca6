#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "legal/law.h"
#include "legal/law_counting.h"

/// Against readings of the statutes that are as plain as can be: counters of days and months, minute by
/// minute, nothing shared with the engine but Date and the clock of London.
namespace doorstep::legal {
namespace {

struct PlainDay {
    int year, month, day;
};

int days_in(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

PlainDay plain(Date date) { return {date.year(), date.month(), date.day()}; }
Date date_of_plain(PlainDay at) { return Date::of(at.year, at.month, at.day).value(); }

enum class MonthEnd { earlier_candidate, last_of_month };

/// Goes on month by month; the day before the same date, or before the nearest to it that there is.
Date naive_last_of_months(Date from, int months, MonthEnd end) {
    auto at = plain(from);
    for (int n = 0; n < months; ++n)
        if (++at.month > 12) {
            at.month = 1;
            ++at.year;
        }
    auto const last = days_in(at.year, at.month);
    if (at.day > last) {
        at.day = last;
        if (end == MonthEnd::last_of_month) return date_of_plain(at);
    }
    return date_of_plain(at).plus_days(-1);
}

class AnyDay {
  public:
    explicit AnyDay(unsigned seed) : random_(seed) {}
    Date operator()() { return Date::from_days_since_1970(between(16'600, 30'000)); }
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    Instant instant() { return london_instant((*this)(), {between(0, 23), between(0, 59)}); }

  private:
    std::mt19937 random_;
};

bool counts(Date date, std::vector<DayNotCounted> const& not_counted) {
    for (auto const one : not_counted) {
        if (one == DayNotCounted::christmas_day && date.month() == 12 && date.day() == 25) return false;
        if (one == DayNotCounted::sunday && date.weekday() == Weekday::sunday) return false;
        if (one == DayNotCounted::good_friday && date == easter_sunday(date.year()).plus_days(-2))
            return false;
    }
    return true;
}

TEST(LawProperties, no_period_of_days_ends_later_than_a_naive_reading) {
    auto const law = Law::shipped();
    AnyDay any(41);
    int compared = 0;
    for (auto const& row : law.provisions()) {
        if (row.is_pending || !row.counting || row.use == PeriodUse::waiting || row.rolls_to_working_day)
            continue;
        auto const nation = row.nations.front();
        auto const tenancy = row.tenancy.value_or(Tenancy::social);
        for (int n = 0; n < 200; ++n) {
            auto const from = any();
            auto const deadline = law.deadline(row.id, LawMoment::on(from), nation, tenancy);
            if (!deadline) continue;
            auto const last = deadline->last_lawful.day;
            auto const less = *row.counting == Counting::beginning_with ? 1 : 0;
            auto const number = law.on(row.id, from, nation, tenancy)->number.value();
            std::optional<Date> naive;
            if (row.unit == ProvisionUnit::days) naive = from.plus_days(std::max(0, number - less));
            if (row.unit == ProvisionUnit::weeks) naive = from.plus_days(7 * number - less);
            auto const months = row.unit == ProvisionUnit::months  ? number
                                : row.unit == ProvisionUnit::years ? 12 * number
                                                                   : 0;
            if (months > 0)
                naive = naive_last_of_months(from, months, MonthEnd::last_of_month).plus_days(1 - less);
            if (!naive) continue;
            EXPECT_LE(last, *naive) << row.id << " from " << from.iso();
            EXPECT_GE(last, naive->plus_days(-1)) << row.id << " from " << from.iso();
            EXPECT_LE(deadline->target.day, last) << row.id;
            EXPECT_GE(deadline->target.day, from) << row.id;
            ++compared;
        }
    }
    EXPECT_GT(compared, 5'000);
}

TEST(LawProperties, hours_pass_as_they_do_minute_by_minute) {
    auto const law = Law::shipped();
    AnyDay any(42);
    for (auto const* id : {"closure.hearing_deadline_h", "closure.notice.max_h.senior",
                           "closure.notice.max_h.standard", "inj.arrest.production_h"}) {
        for (int n = 0; n < 60; ++n) {
            // Around Christmas and the changes of the clocks as often as on other days.
            auto from = any.instant();
            auto const year = london_date(from).year();
            if (n % 3 == 0)
                from =
                    london_instant(Date::of(year, 12, any.between(22, 26)).value(), {any.between(0, 23), 0});
            if (n % 3 == 1)
                from =
                    london_instant(Date::of(year, 10, any.between(23, 31)).value(), {any.between(0, 23), 0});
            auto const deadline = law.deadline(id, LawMoment::at(from)).value();
            auto const& row = *law.on(id, deadline.from.day);
            auto left = *row.number * 60;
            auto at = from;
            while (left > 0) {
                if (counts(london_date(at), row.not_counted)) --left;
                at = at.plus_seconds(60);
            }
            EXPECT_EQ(deadline.last_lawful.instant->iso(), at.iso()) << id << " from " << from.iso();
            EXPECT_LE(*deadline.target.instant, at);
            EXPECT_GE(*deadline.target.instant, from);
        }
    }
}

/// What a court might have made of one closure order, by the Act's words only.
struct ClosureHistory {
    Date made;
    Date until;

    bool may_be_made() const {
        return until >= made && until <= naive_last_of_months(made, 3, MonthEnd::earlier_candidate);
    }
    bool may_be_extended_to(Date wanted) const {
        auto const one = naive_last_of_months(until.plus_days(1), 3, MonthEnd::earlier_candidate);
        auto const all = naive_last_of_months(made, 6, MonthEnd::earlier_candidate);
        return wanted > until && wanted <= one && wanted <= all;
    }
};

TEST(LawProperties, ten_thousand_closure_orders_are_judged_as_a_plain_reading_judges_them) {
    auto const law = Law::shipped();
    AnyDay any(43);
    int accepted = 0;
    int refused = 0;
    for (int n = 0; n < 10'000; ++n) {
        auto const made = any();
        ClosureHistory history{made, made.plus_days(any.between(0, 100))};
        auto const first =
            law.term({.kind = "closure.order", .made = made, .until = history.until, .previous_until = {}});
        ASSERT_TRUE(first);
        ASSERT_EQ(first->lawful, history.may_be_made()) << made.iso() << " to " << history.until.iso();
        (first->lawful ? accepted : refused)++;
        for (int extension = 0; first->lawful && extension < 4; ++extension) {
            auto const wanted = history.until.plus_days(any.between(1, 100));
            auto const answer = law.term(
                {.kind = "closure.order", .made = made, .until = wanted, .previous_until = history.until});
            ASSERT_TRUE(answer);
            ASSERT_EQ(answer->lawful, history.may_be_extended_to(wanted))
                << made.iso() << ", " << history.until.iso() << " to " << wanted.iso();
            (answer->lawful ? accepted : refused)++;
            if (!answer->lawful) continue;
            history.until = wanted;
            ASSERT_LE(history.until, naive_last_of_months(made, 6, MonthEnd::last_of_month));
        }
    }
    EXPECT_GT(accepted, 5'000);
    EXPECT_GT(refused, 5'000);
}

TEST(LawProperties, injunctions_and_criminal_behaviour_orders_of_any_age_are_judged_as_a_plain_reading_does) {
    auto const law = Law::shipped();
    AnyDay any(44);
    for (int n = 0; n < 10'000; ++n) {
        auto const made = any();
        auto const age = any.between(5, 40);
        auto const until = made.plus_days(any.between(0, 1'500));
        auto const plain_last = [&](int months) {
            return naive_last_of_months(made, months, MonthEnd::earlier_candidate);
        };
        auto const injunction =
            law.term({.kind = "injunction", .made = made, .until = until, .previous_until = {}, .age = age});
        ASSERT_TRUE(injunction);
        ASSERT_EQ(injunction->lawful, age >= 18 || (age >= 10 && until <= plain_last(12)))
            << age << ", " << made.iso() << " to " << until.iso();
        auto const order = law.term({.kind = "criminal-behaviour-order",
                                     .made = made,
                                     .until = until,
                                     .previous_until = {},
                                     .age = age});
        ASSERT_TRUE(order);
        // A shortest term takes the later candidate at the end of a month: no order is too short by a day.
        auto const shortest = [&](int months) {
            return naive_last_of_months(made, months, MonthEnd::last_of_month);
        };
        bool const lawful =
            age >= 18 ? until >= shortest(24) : until >= shortest(12) && until <= plain_last(36);
        ASSERT_EQ(order->lawful, lawful) << age << ", " << made.iso() << " to " << until.iso();
    }
}

TEST(LawProperties, the_order_of_rows_never_changes_an_answer) {
    auto const law = Law::shipped();
    for (unsigned seed = 1; seed <= 5; ++seed) {
        auto const mixed = law.reordered(seed);
        AnyDay any(seed);
        for (auto const& row : law.provisions()) {
            auto const from = LawMoment::at(any.instant());
            auto const nation = row.nations.front();
            for (auto const tenancy : {Tenancy::social, Tenancy::private_rented}) {
                auto const one = law.deadline(row.id, from, nation, tenancy);
                auto const other = mixed.deadline(row.id, from, nation, tenancy);
                ASSERT_EQ(one.has_value(), other.has_value()) << row.id;
                if (!one) continue;
                ASSERT_EQ(iso(one->last_lawful), iso(other->last_lawful)) << row.id;
            }
        }
        auto const on = any();
        for (auto const& power : law.powers())
            for (auto const& body : law.bodies()) {
                auto const one = law.who(power.code, body.code, on).value();
                auto const other = mixed.who(power.code, body.code, on).value();
                ASSERT_EQ(one.may, other.may) << power.code << " " << body.code;
                ASSERT_EQ(one.reason, other.reason) << power.code << " " << body.code;
            }
        EXPECT_TRUE(run_law_examples(mixed).problems.empty());
    }
}

}  // namespace
}  // namespace doorstep::legal
