#include "storage/survey_queue.h"

namespace doorstep::storage::surveys {
namespace {

using domain::surveys::State;

/// Not a case the viewer worked on, unless they may see the results of those too.
constexpr std::string_view not_handled = R"sql(
    (:sees_handled OR (
        NOT EXISTS (SELECT 1 FROM case_handler h WHERE h.case_file_id = c.id AND h.account_id = :viewer)
        AND c.owner_id IS DISTINCT FROM :viewer AND c.housing_officer_id IS DISTINCT FROM :viewer
        AND c.closed_by IS DISTINCT FROM :viewer))
)sql";

std::string scoped(std::string_view before, std::string_view after) {
    return std::string(before) + " AND " + std::string(visible_case) + " AND " + std::string(not_handled) +
           std::string(after);
}

constexpr std::string_view columns = R"sql(
    SELECT s.id, s.case_file_id, c.reference, p.person_id, p.safe_contact_id, s.state, s.closed_on, s.due_on,
        s.next_try_on, s.attempts, s.way, coalesce(r.name, '')
    FROM survey s
    JOIN case_file c ON c.id = s.case_file_id
    JOIN case_person p ON p.id = s.case_person_id
    LEFT JOIN area r ON r.id = s.area_id
    WHERE s.state {in:states} AND s.next_try_on >= :from AND s.next_try_on < :until
)sql";

sql::Query const select_open{"survey_queue.open",
                             scoped(columns, " ORDER BY s.next_try_on, s.id LIMIT :limit OFFSET :offset")};
sql::Query const select_over{"survey_queue.over", scoped(columns,
                                                         " ORDER BY s.next_try_on DESC, s.id DESC "
                                                         "LIMIT :limit OFFSET :offset")};

sql::Query const select_open_counts{"survey_queue.open_counts", scoped(R"sql(
    SELECT count(*) FILTER (WHERE s.next_try_on <= :today), count(*) FILTER (WHERE s.next_try_on > :today),
        min(s.next_try_on) FILTER (WHERE s.next_try_on > :today)
    FROM survey s JOIN case_file c ON c.id = s.case_file_id
    WHERE s.state IN ('due', 'attempted')
)sql",
                                                                       "")};

sql::Query const select_over_count{"survey_queue.over_count", scoped(R"sql(
    SELECT count(*) FROM survey s JOIN case_file c ON c.id = s.case_file_id
    WHERE s.state {in:states} AND s.next_try_on >= :from AND s.next_try_on < :until
)sql",
                                                                     "")};

bool is_open(QueueView view) { return view == QueueView::to_call || view == QueueView::later; }

std::string states_of(QueueView view) {
    switch (view) {
        case QueueView::to_call:
        case QueueView::later:
            return sql::json_list({std::string(name_of(State::due)), std::string(name_of(State::attempted))});
        case QueueView::completed:
            return sql::json_list({std::string(name_of(State::completed))});
        case QueueView::declined:
            return sql::json_list({std::string(name_of(State::declined))});
        case QueueView::not_reachable:
            return sql::json_list({std::string(name_of(State::not_reachable))});
    }
    return "[]";
}

Period days_of(QueueFor const& whom, QueueView view) {
    auto const tomorrow = whom.today.plus_days(1);
    auto const first = *Date::of(1, 1, 1);
    auto const last = *Date::of(9999, 12, 31);
    if (view == QueueView::to_call) return {first, tomorrow};
    if (view == QueueView::later) return {tomorrow, last};
    return {whom.ended_since, last};
}

std::vector<sql::Parameter> parameters_of(QueueFor const& whom) {
    std::vector<sql::Parameter> parameters{{"sees_handled", whom.sees_handled}};
    add_scope(parameters, whom.scope);
    return parameters;
}

void add_view(std::vector<sql::Parameter>& parameters, QueueFor const& whom, QueueView view) {
    auto const days = days_of(whom, view);
    parameters.emplace_back("states", states_of(view));
    parameters.emplace_back("from", days.from);
    parameters.emplace_back("until", days.until);
}

}  // namespace

std::vector<QueueRow> queue(sql::Read& tx, QueueFor const& whom, QueueView view, int limit, int offset) {
    auto parameters = parameters_of(whom);
    add_view(parameters, whom, view);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(is_open(view) ? select_open : select_over, parameters, [](sql::Row& row) {
        QueueRow r;
        row.read(r.id, r.case_file, r.reference, r.person, r.safe_contact_id, r.state, r.closed_on, r.due_on,
                 r.next_try_on, r.attempts, r.way, r.area_name);
        return r;
    });
}

QueueCounts queue_counts(sql::Read& tx, QueueFor const& whom, QueueView view) {
    QueueCounts counts;
    auto parameters = parameters_of(whom);
    parameters.emplace_back("today", whom.today);
    tx.each(select_open_counts, parameters,
            [&](sql::Row& row) { row.read(counts.to_call, counts.later, counts.next_on); });
    if (is_open(view)) {
        counts.in_view = view == QueueView::to_call ? counts.to_call : counts.later;
        return counts;
    }
    auto over = parameters_of(whom);
    add_view(over, whom, view);
    counts.in_view = tx.value<int>(select_over_count, over).value_or(0);
    return counts;
}

}  // namespace doorstep::storage::surveys
