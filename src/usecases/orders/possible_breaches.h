#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reports/report.h"
#include "storage/order_matches.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

/// An order that something may have broken, and why we think so.
struct PossibleBreach {
    storage::order_matches::NearOrder near;
    std::string order_words;    ///< "Injunction, clause 2"
    std::string why;            ///< "Inside its zone, on this case"
    std::optional<int> metres;  ///< from the zone of the clause; 0 inside
    bool names_respondent = false;
    bool same_conduct = false;
};

/// What may have broken an order: when, where, by whom, and how, as far as it was said.
struct WhatHappened {
    std::optional<CaseFileId> file;
    std::optional<ReportId> report;  ///< whose place counts
    std::optional<AddressId> home;   ///< of the case: counts where the place typed says no other
    std::string home_words;          ///< the case's own place as it is written
    std::string place;               ///< as typed
    Date on;
    std::optional<TimeOfDay> time;   ///< not known: any order in force at some time of the day
    std::vector<std::string> kinds;  ///< of behaviour: codes of the list "categories"
    std::string words;               ///< all that was said of it, for names
};

/// Suggestions, never findings: an order in force at that time with a zone that lies there or near, of the
/// case, at the address, or against somebody who is named. A kind of behaviour alone suggests nothing, and
/// makes another reason stronger. The strongest first, at most `most_possible_breaches`. Only what the viewer
/// may see. Two statements at most.
constexpr std::size_t most_possible_breaches = 20;
std::vector<PossibleBreach> possible_breaches(Context& context, WhatHappened const& happened);
/// Of a report, wherever it stands.
std::vector<PossibleBreach> possible_breaches(Context& context, domain::reports::Report const& report);

}  // namespace doorstep::usecases::orders
