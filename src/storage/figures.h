#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/cases/case_file.h"
#include "domain/figures/measure.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Counting. Totals and breakdowns are of all cases, also those a viewer may not open: a figure is the same
/// for everybody. The list of cases behind a figure is scoped, and says how many it leaves out.
namespace doorstep::storage::figures {

using domain::figures::Dimension;
using domain::figures::Source;
using domain::figures::Tally;

/// Only the records of one area, of one type of case, or of both; "" is those without.
struct Narrowing {
    std::optional<std::string> area;
    std::optional<std::string> type;
    bool any() const { return area || type; }
};

/// Every source, for each period, in three statements at most. `today` decides what is overdue and what still
/// waits. Of a period that `opened_alone` is true for no more is needed than what was opened; more may come.
std::vector<Tally> count_all(sql::Read& tx, std::vector<Period> const& periods, Date today,
                             Narrowing const& narrowing = {}, std::vector<bool> const& opened_alone = {});
/// One source.
std::vector<Tally> count(sql::Read& tx, Source source, std::vector<Period> const& periods, Date today,
                         Narrowing const& narrowing = {});
/// One source broken down: the group of each tally is an area's or account's id, or a code; empty for none.
std::vector<Tally> count_by(sql::Read& tx, Source source, Dimension by, std::vector<Period> const& periods,
                            Date today, Narrowing const& narrowing = {});

/// Cases open when each of these days began: opened before it and not closed before it, in the order given.
std::vector<std::int64_t> open_at(sql::Read& tx, std::vector<Date> const& days,
                                  Narrowing const& narrowing = {});
/// The same on one day, broken down; tallies of `opened` with only group and count.
std::vector<Tally> open_at_by(sql::Read& tx, Dimension by, Date day, Narrowing const& narrowing = {});

/// The same two from the records, whatever is kept.
std::vector<std::int64_t> open_at_records(sql::Read& tx, std::vector<Date> const& days,
                                          Narrowing const& narrowing);
std::vector<Tally> open_at_by_records(sql::Read& tx, Dimension by, Date day, Narrowing const& narrowing = {});

/// Cases that are open now by their own state, whatever their spells say.
std::int64_t open_now(sql::Read& tx);

/// Why open cases may not add up, and which: a closing before its opening, two stretches that overlap, a
/// state that disagrees with the stretches, a case without any.
struct SpellProblem {
    CaseFileId case_file;
    std::string reference;
    std::string what;  ///< "ended-before-start", "overlap", "state", "none"
    bool is_visible = false;
};
std::vector<SpellProblem> spell_problems(sql::Read& tx, CaseScope const& scope);

/// The first day a case was opened or a report decided; nothing without either.
std::optional<Date> first_day(sql::Read& tx);

/// What makes a record count towards a share: its codes, or for answers its question, wording and option.
struct Counting {
    domain::figures::Choice choice;
    std::vector<std::string> answers;  ///< as answer_key says; those of a survey only
    bool wanted = true;                ///< false for the records that do not count
};
/// "handling|1|very-well"
std::string answer_key(std::string_view question, int wording, std::string_view option);

/// Which of a source's records: those of a measure's base or of what counts, of one part, of one group.
struct RecordFilter {
    Source source = Source::opened;
    Period days;
    domain::figures::Choice choice;
    std::vector<std::string> not_b;  ///< such as answers that were skipped
    std::optional<Counting> counting;
    domain::figures::Split split = domain::figures::Split::none;
    std::string part;  ///< with `split`: only those of this part
    std::optional<Dimension> by;
    std::string group;  ///< with `by`
    Narrowing narrowing;
    Date today;
};
struct BehindRow {
    CaseFileId id;
    std::string reference;
    std::string title;
    domain::cases::State state{};
    std::string owner_name;
    Date day;
    std::string a;
    std::string b;
    std::string c;
    std::int64_t number = 0;
};
/// Newest first, only what the viewer may see.
std::vector<BehindRow> behind(sql::Read& tx, RecordFilter const& filter, CaseScope const& scope, int limit,
                              int offset);
struct BehindCounts {
    std::int64_t all = 0;
    std::int64_t visible = 0;
};
BehindCounts behind_counts(sql::Read& tx, RecordFilter const& filter, CaseScope const& scope);

/// Cases open when a day began.
struct OpenFilter {
    Date day;
    std::optional<Dimension> by;
    std::string group;  ///< with `by`
    Narrowing narrowing;
};
std::vector<BehindRow> behind_open(sql::Read& tx, OpenFilter const& filter, CaseScope const& scope, int limit,
                                   int offset);
BehindCounts behind_open_counts(sql::Read& tx, OpenFilter const& filter, CaseScope const& scope);

/// Names of areas by id, for breakdowns.
std::vector<std::pair<std::string, std::string>> area_names(sql::Read& tx);

}  // namespace doorstep::storage::figures
