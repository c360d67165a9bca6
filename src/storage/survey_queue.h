#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/surveys/survey.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Lists of survey calls (B01), for one viewer: restricted cases, conflicts of interest, and for those who
/// make calls every case they worked on (M-95), are left out in SQL.
namespace doorstep::storage::surveys {

enum class QueueView { to_call, later, completed, declined, not_reachable };
constexpr auto enum_names(QueueView) {
    return std::array{EnumName{QueueView::to_call, "to-call", "Calls to make"},
                      EnumName{QueueView::later, "later", "Later"},
                      EnumName{QueueView::completed, "done", "Done"},
                      EnumName{QueueView::declined, "declined", "Declined"},
                      EnumName{QueueView::not_reachable, "not-reachable", "Not reachable"}};
}

struct QueueFor {
    CaseScope scope;
    bool sees_handled = false;  ///< managers see results of cases they worked on; callers never do
    Date today;
    Date ended_since;  ///< how far back surveys that are over go
};

struct QueueRow {
    SurveyId id;
    CaseFileId case_file;
    std::string reference;
    std::optional<PersonId> person;
    std::optional<std::string> safe_contact_id;
    domain::surveys::State state{};
    Date closed_on;
    Date due_on;
    Date next_try_on;  ///< the day it ended, once it is over
    int attempts = 0;
    std::optional<domain::surveys::Way> way;
    std::string area_name;
};
/// To call and later: longest waiting first. Over: newest first.
std::vector<QueueRow> queue(sql::Read& tx, QueueFor const& whom, QueueView view, int limit, int offset);

struct QueueCounts {
    int to_call = 0;
    int later = 0;
    std::optional<Date> next_on;  ///< the first day of those for later
    int in_view = 0;
};
QueueCounts queue_counts(sql::Read& tx, QueueFor const& whom, QueueView view);

}  // namespace doorstep::storage::surveys
