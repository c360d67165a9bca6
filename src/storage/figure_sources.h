#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/figures/measure.h"
#include "storage/sql/query.h"

/// The SQL of each kind of record that is counted, said once: totals, breakdowns and the lists of cases
/// behind them are all built from it, so that they cannot count differently.
namespace doorstep::storage::figures {

using domain::figures::Source;

struct SourceSql {
    Source source;
    /// "contact t", and how its case joins it as `c`; no join where the record is the case.
    std::string_view from;
    std::string_view join_case;
    /// The day it is counted by.
    std::string_view day;
    /// Which records count at all; TRUE for every one.
    std::string_view only;
    // The codes of a tally (domain/figures/measure.h). May use :today.
    std::string_view a;
    std::string_view b;
    std::string_view c;
    std::string_view number;
    // What it is broken down by; may use the case.
    std::string_view area;
    std::string_view type;
    std::string_view officer;
    std::string_view harm_group;
    std::string_view risk;
};

std::vector<SourceSql> const& source_sql();
SourceSql const& source_sql(Source source);

/// "CASE :by WHEN 'area' THEN ... END", never null.
std::string group_sql(SourceSql const& sql);

/// A statement after a common table expression `period (n, from_on, until_on)` of the parameter :periods,
/// which is written for each engine because neither has the other's functions on JSON.
std::unique_ptr<sql::Query> with_periods(std::string_view name, std::string const& body);
/// The value of :periods.
std::string periods_json(std::vector<Period> const& periods);

/// " AND ...": only the area and type that :area and :type say, unless :any_area and :any_type.
std::string narrowed_sql(std::string_view area, std::string_view type);

/// The tallies of one source for every period: columns source, period, a, b, c, number, count.
std::string totals_sql(SourceSql const& sql);
/// Those of every source, one after the other.
std::string every_total_sql();
/// The same of one source with the group before a, of one area and type; needs :by and what narrowed_sql
/// needs. The group is empty when :by is.
std::string groups_sql(SourceSql const& sql);
/// The same of every source for each period, of all areas and types; needs :by.
std::string every_group_sql();
/// One row for each record between :from and :until: case_id, day, a, b, c, number, grp. Needs :by and what
/// narrowed_sql needs.
std::string records_sql(SourceSql const& sql);

}  // namespace doorstep::storage::figures
