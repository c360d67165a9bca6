#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "legal/standard_row.h"

namespace doorstep::legal {

/// Where a provision extends to.
enum class Nation { england, wales, scotland, northern_ireland };
constexpr auto enum_names(Nation) {
    return std::array{EnumName{Nation::england, "england", "England"},
                      EnumName{Nation::wales, "wales", "Wales"},
                      EnumName{Nation::scotland, "scotland", "Scotland"},
                      EnumName{Nation::northern_ireland, "northern-ireland", "Northern Ireland"}};
}

/// Reforms of renting reach social and private tenancies on different days.
enum class Tenancy { social, private_rented };
constexpr auto enum_names(Tenancy) {
    return std::array{EnumName{Tenancy::social, "social", "Social tenancy"},
                      EnumName{Tenancy::private_rented, "private", "Private tenancy"}};
}

/// How sure we are of a row, best first; a row with two marks has the weaker one.
enum class Evidence { verified, government, secondary, memory, product };
constexpr auto enum_names(Evidence) {
    return std::array{EnumName{Evidence::verified, "V", "Confirmed: the text was read"},
                      EnumName{Evidence::government, "G", "Confirmed by a government statement"},
                      EnumName{Evidence::secondary, "S", "Not confirmed: from a secondary source"},
                      EnumName{Evidence::memory, "M", "Not confirmed: from memory"},
                      EnumName{Evidence::product, "-", "Product default: not law"}};
}
/// False for rows to be checked before anybody relies on them.
constexpr bool is_confirmed(Evidence evidence) {
    return evidence == Evidence::verified || evidence == Evidence::government;
}

enum class ProvisionUnit {
    hours,
    days,
    weeks,
    months,
    years,
    working_days,
    count,
    pounds,
    homes,
    places,
    decibels,
    hours_a_day,
    yes_no,
    date
};
/// The names are those of the published parameter table, and of JSON.
constexpr auto enum_names(ProvisionUnit) {
    return std::array{EnumName{ProvisionUnit::hours, "hours", "hours"},
                      EnumName{ProvisionUnit::days, "days", "days"},
                      EnumName{ProvisionUnit::weeks, "weeks", "weeks"},
                      EnumName{ProvisionUnit::months, "months", "months"},
                      EnumName{ProvisionUnit::years, "years", "years"},
                      EnumName{ProvisionUnit::working_days, "working days", "working days"},
                      EnumName{ProvisionUnit::count, "count", ""},
                      EnumName{ProvisionUnit::pounds, "GBP", "pounds"},
                      EnumName{ProvisionUnit::homes, "homes", "homes"},
                      EnumName{ProvisionUnit::places, "places", "decimal places"},
                      EnumName{ProvisionUnit::decibels, "dB", "decibels"},
                      EnumName{ProvisionUnit::hours_a_day, "hours/day", "hours a day"},
                      EnumName{ProvisionUnit::yes_no, "bool", ""},
                      EnumName{ProvisionUnit::date, "date", ""}};
}

/// Local days that some periods of hours leave out, midnight to midnight in London.
enum class DayNotCounted { christmas_day, good_friday, sunday };
constexpr auto enum_names(DayNotCounted) {
    return std::array{EnumName{DayNotCounted::christmas_day, "christmas-day", "Christmas Day"},
                      EnumName{DayNotCounted::good_friday, "good-friday", "Good Friday"},
                      EnumName{DayNotCounted::sunday, "sunday", "Sundays"}};
}

/// What a period is for. A limit ends on the last lawful day, and where the month has no such day on the
/// earlier candidate: being early is never unlawful. Something may be done only once a waiting time is over,
/// so there the later candidate is the safe one.
enum class PeriodUse { limit, waiting };
constexpr auto enum_names(PeriodUse) {
    return std::array{EnumName{PeriodUse::limit, "limit", "No later than"},
                      EnumName{PeriodUse::waiting, "waiting", "Not before the end of"}};
}

/// A start that somebody set for a pending row.
struct Commencement {
    std::string id;
    std::optional<Tenancy> tenancy;
    Date in_force_from;
    std::string authority;  ///< the regulations that say so
    std::string note;
};

/// One dated row of law/*.toml. A change of the law is a new row; old rows stay, because what happened is
/// judged by the law of its day.
struct Provision {
    std::string id;  ///< "closure.order.max_months": stable, shared by the rows of one rule
    std::string subject;
    std::string title;
    std::string value;          ///< as in the law: "48", "true"
    std::optional<int> number;  ///< the same, when it is a whole number; 1 and 0 for yes and no
    ProvisionUnit unit = ProvisionUnit::count;
    std::optional<Counting> counting;  ///< of periods of days, weeks, months and years that run from a day
    PeriodUse use = PeriodUse::limit;
    std::vector<DayNotCounted> not_counted;  ///< of periods of hours
    bool rolls_to_working_day = false;       ///< a last day that is none moves to the next working day
    std::vector<Nation> nations;
    std::vector<std::string> bodies;  ///< who may use it; empty: not limited by this row
    std::optional<Tenancy> tenancy;   ///< nothing: either
    std::optional<Date> in_force_from;
    std::optional<Date> in_force_until;  ///< the first day on which it no longer applies
    bool is_pending = false;             ///< enacted, without a start date: applies to nothing
    std::string starts_with;             ///< id of the pending row whose start is also this row's
    std::string basis;                   ///< the date of a case that chooses the row: "served", "made"
    std::string source;
    std::string link;
    std::string note;
    Evidence evidence = Evidence::memory;
    std::string evidence_marks;  ///< as in the parameter table: "V", "G,P"
    Date checked_on;
    bool is_reference = false;            ///< shown to people, asked for by no rule
    std::optional<Commencement> started;  ///< how a row that ships pending came into force

    bool is_in_force(Date date) const {
        return !is_pending && (!in_force_from || *in_force_from <= date) &&
               (!in_force_until || date < *in_force_until);
    }
    bool extends_to(Nation nation) const;
    bool applies_to(Tenancy wanted) const { return !tenancy || *tenancy == wanted; }
};

/// "48 hours", "£100", "1 month", "Yes".
std::string words_for(Provision const& provision);
/// "Following: the day itself is not counted", "hours, Christmas Day not counted"; empty for a bare number.
std::string counting_words(Provision const& provision);

}  // namespace doorstep::legal
