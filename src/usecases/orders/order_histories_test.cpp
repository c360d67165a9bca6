#include <gtest/gtest.h>

#include <random>

#include "legal/legal_actions.h"
#include "support/site/test_site.h"
#include "usecases/orders/order_terms.h"
#include "usecases/settings.h"

/// What courts might have made of an action, through the rules that the use-cases ask, and judged a second
/// time by counting months and days one by one.
namespace doorstep::usecases::orders {
namespace {

using domain::orders::LegalOrder;
using domain::orders::OrderClause;
using domain::orders::OrderEnd;
using domain::orders::OrderExtension;

/// The same date so many months on, one month at a time; nothing where that month has no such day.
Date plain_month_on(Date from, int months, bool later_candidate) {
    int year = from.year();
    int month = from.month();
    for (int n = 0; n < months; ++n)
        if (++month == 13) {
            month = 1;
            ++year;
        }
    int day = from.day();
    bool clamped = false;
    while (!Date::of(year, month, day)) {
        --day;
        clamped = true;
    }
    auto const found = *Date::of(year, month, day);
    return clamped && later_candidate ? found : found.plus_days(-1);
}
Date longest(Date from, int months) { return plain_month_on(from, months, false); }
Date shortest(Date from, int months) { return plain_month_on(from, months, true); }

/// An order as a clerk would keep it on paper: days only, and whether it stopped at noon.
struct PaperOrder {
    std::string kind;
    int age = 30;
    Date made;
    std::optional<Date> until;
    std::optional<Date> stopped_at_noon;
    bool over = false;

    /// Half days, in order, from the morning of 1 January 1970.
    int first_half() const { return made.days_since_1970() * 2; }
    int last_half() const {
        int last = until ? until->days_since_1970() * 2 + 1 : 200'000;
        if (stopped_at_noon) last = std::min(last, stopped_at_noon->days_since_1970() * 2);
        return last;
    }
    bool shares_a_half_day_with(PaperOrder const& other) const {
        int const from = first_half();
        int const to = std::min(last_half(), from + 4'000);
        for (int half = from; half <= to; ++half)
            if (half >= other.first_half() && half <= other.last_half()) return true;
        return false;
    }
    bool term_is_lawful() const {
        if (kind == "closure") return until && *until <= longest(made, 3);
        if (kind == "injunction") return age >= 18 || (age >= 10 && until && *until <= longest(made, 12));
        if (age >= 18) return !until || *until >= shortest(made, 24);
        return until && *until >= shortest(made, 12) && *until <= longest(made, 36);
    }
};

struct Clerk {
    Date raised;
    Date today;
    std::vector<PaperOrder> orders;

    bool may_make(PaperOrder const& wanted) const {
        if (wanted.made < raised || wanted.made > today) return false;
        if (wanted.until && *wanted.until < wanted.made) return false;
        for (auto const& other : orders)
            if (wanted.shares_a_half_day_with(other)) return false;
        return wanted.term_is_lawful();
    }
    bool may_extend(PaperOrder const& order, Date applied, Date made, Date until) const {
        if (order.over || !order.until) return false;
        if (made > today || applied > made) return false;
        if (applied < order.made || applied > *order.until) return false;
        if (until <= *order.until) return false;
        if (order.kind != "closure") {
            auto varied = order;
            varied.until = until;
            return varied.term_is_lawful();
        }
        return until <= longest(order.until->plus_days(1), 3) && until <= longest(order.made, 6);
    }
    bool may_end(PaperOrder const& order, OrderEnd end, Date on) const {
        if (order.over || end == OrderEnd::cancelled) return false;
        if (end == OrderEnd::expired) return order.until && *order.until < today;
        return on >= order.made && on <= today;
    }
    static bool may_have_clause(PaperOrder const& order, Date from, std::optional<Date> until) {
        if (from < order.made) return false;
        if (order.until && from > *order.until) return false;
        if (!until) return true;
        return *until >= from && (!order.until || *until <= *order.until);
    }
};

class OrderHistories : public ::testing::Test {
  protected:
    test::TestSite site;
    std::shared_ptr<Settings const> settings = site.settings().current();
    std::mt19937 random{20'260'610};
    int accepted = 0;
    int refused = 0;

    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); }
    bool one_in(int n) { return between(1, n) == 1; }

    LegalOrder in_the_product(PaperOrder const& paper) {
        LegalOrder order;
        order.id = LegalOrderId(site.ids.next());
        order.court = "Northgate";
        order.scope = domain::orders::Scope::full;
        order.made_on = paper.made;
        order.from_at = london_midnight(paper.made);
        order.until_on = order.first_until_on = paper.until;
        if (paper.until) order.until_at = london_midnight(paper.until->plus_days(1));
        order.age = paper.age;
        return order;
    }
    void compare(bool product, bool clerk, std::string const& what) {
        ASSERT_EQ(product, clerk) << what;
        (product ? accepted : refused)++;
    }
};

TEST_F(OrderHistories, ten_thousand_of_them_are_judged_as_a_clerk_with_a_calendar_judges_them) {
    for (int n = 0; n < 10'000; ++n) {
        Clerk clerk;
        clerk.raised = Date::from_days_since_1970(between(17'000, 22'000));
        clerk.today = clerk.raised.plus_days(between(100, 700));
        auto const now = london_instant(clerk.today, TimeOfDay{12, 0});
        std::string const code = n % 3 == 0   ? "criminal-behaviour-order"
                                 : n % 3 == 1 ? "injunction"
                                              : "closure";
        auto const& kind = *legal::find_legal_action(code);
        int const age = one_in(3) ? between(10, 17) : between(18, 60);
        std::vector<LegalOrder> made;
        for (int step = between(3, 9); step > 0; --step) {
            int const act = made.empty() ? 0 : between(0, 4);
            if (act == 0) {
                PaperOrder paper{.kind = code,
                                 .age = age,
                                 .made = clerk.raised.plus_days(between(-5, 300)),
                                 .until = {},
                                 .stopped_at_noon = {}};
                int const most = code == "closure" ? 100 : 1'200;
                if (!one_in(12)) paper.until = paper.made.plus_days(between(-2, most));
                // The days around each limit as often as all others.
                if (paper.until && one_in(2))
                    paper.until = longest(paper.made, code == "closure"      ? 3
                                                      : code == "injunction" ? 12
                                                      : age < 18             ? 36
                                                                             : 24)
                                      .plus_days(between(-1, 2));
                auto const order = in_the_product(paper);
                bool const lawful =
                    domain::orders::check_order(order, kind, clerk.raised, now, made).has_value() &&
                    check_term(*settings, kind, order).has_value();
                compare(lawful, clerk.may_make(paper),
                        code + " " + paper.made.iso() + " to " + (paper.until ? paper.until->iso() : "-") +
                            ", age " + std::to_string(age) + ", today " + clerk.today.iso());
                if (HasFatalFailure()) return;
                if (!lawful) continue;
                made.push_back(order);
                clerk.orders.push_back(paper);
                continue;
            }
            auto const which = static_cast<std::size_t>(between(0, static_cast<int>(made.size()) - 1));
            auto& order = made[which];
            auto& paper = clerk.orders[which];
            auto const said = code + " of " + paper.made.iso() + " until " +
                              (paper.until ? paper.until->iso() : "-") + (paper.over ? " (over)" : "");
            if (act == 1 || act == 2) {
                auto const around = paper.until.value_or(paper.made);
                OrderExtension extension;
                extension.court = "Northgate";
                extension.applied_on = around.plus_days(between(-60, 3));
                extension.made_on = extension.applied_on.plus_days(between(-1, 10));
                extension.until_on = around.plus_days(between(-1, 100));
                if (one_in(2)) extension.until_on = longest(paper.made, 6).plus_days(between(-1, 1));
                bool const lawful =
                    domain::orders::check_extension(order, extension, clerk.today).has_value() &&
                    check_extended_term(*settings, kind, order, extension.until_on).has_value();
                compare(lawful,
                        clerk.may_extend(paper, extension.applied_on, extension.made_on, extension.until_on),
                        said + " extended to " + extension.until_on.iso() + ", asked for on " +
                            extension.applied_on.iso() + ", made " + extension.made_on.iso());
                if (HasFatalFailure()) return;
                if (!lawful) continue;
                order.until_on = extension.until_on;
                order.until_at = london_midnight(extension.until_on.plus_days(1));
                paper.until = extension.until_on;
            } else if (act == 3) {
                auto const end = std::array{OrderEnd::discharged, OrderEnd::expired, OrderEnd::quashed,
                                            OrderEnd::cancelled}
                                     .at(static_cast<std::size_t>(between(0, 3)));
                auto const on = paper.made.plus_days(between(-3, 120));
                auto const at = end == OrderEnd::expired && order.until_at
                                    ? *order.until_at
                                    : london_instant(on, TimeOfDay{12, 0});
                bool const lawful = domain::orders::check_end(order, end, at, "", now).has_value();
                compare(lawful, clerk.may_end(paper, end, on),
                        said + " " + std::string(name_of(end)) + " on " + on.iso() + ", today " +
                            clerk.today.iso());
                if (HasFatalFailure()) return;
                if (!lawful) continue;
                order.end = end;
                order.ended_at = at;
                paper.over = true;
                if (end != OrderEnd::expired) paper.stopped_at_noon = on;
            } else {
                OrderClause clause;
                clause.words = "Not to enter";
                clause.from_on = paper.made.plus_days(between(-2, 60));
                if (one_in(2)) clause.until_on = clause.from_on.plus_days(between(-2, 120));
                compare(domain::orders::check_clause(clause, order).has_value(),
                        Clerk::may_have_clause(paper, clause.from_on, clause.until_on),
                        said + ", clause from " + clause.from_on.iso() + " until " +
                            (clause.until_on ? clause.until_on->iso() : "-"));
                if (HasFatalFailure()) return;
            }
        }
    }
    EXPECT_GT(accepted, 10'000);
    EXPECT_GT(refused, 10'000);
}

}  // namespace
}  // namespace doorstep::usecases::orders
