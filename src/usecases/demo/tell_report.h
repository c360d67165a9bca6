#pragma once

#include "usecases/demo/bundle.h"
#include "usecases/demo/cast.h"
#include "usecases/demo/journal.h"

namespace doorstep::usecases::demo {

/// One report as it came in, and the beginning of its chain.
struct ToldReport {
    domain::reports::Report report;
    Journal journal;
};

/// What is told of a report besides its story: the first or a later one.
struct ReportFacts {
    Instant received_at;
    std::int32_t number = 0;
    std::string channel;
    std::optional<AccountId> taken_by;
    std::string_view taken_by_name;
    CastMember const* reporter = nullptr;  ///< nobody for an anonymous one
};
ToldReport tell_report(World const& world, Story const& story, Cast const& cast, ReportFacts const& facts,
                       TimedIds& ids, Random& random);

/// A report that became no case, from its arrival to what became of it.
Bundle tell_other_report(World const& world, Stories const& stories, Story const& story);

/// The officer who decides in triage where nothing else says who.
Employee const& triage_officer(World const& world, Date on, Random& random);

}  // namespace doorstep::usecases::demo
