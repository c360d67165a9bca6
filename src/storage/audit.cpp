#include "storage/audit.h"

namespace doorstep::storage::audit {
namespace {

std::string const shown_reference =
    "CASE WHEN c.id IS NOT NULL AND " + std::string(visible_case) + " THEN c.reference ELSE NULL END";

sql::Query const select_events{
    "audit.events", "SELECT e.at, e.kind, e.actor_name, e.door, h.kind, " + shown_reference + R"sql(
    FROM event e
    JOIN event_chain h ON h.chain_id = e.chain_id
    LEFT JOIN case_file c ON c.id = e.chain_id
    WHERE e.at >= :from AND e.at < :until
        AND (:account = '' OR e.actor_id = :account) AND (:kind = '' OR e.kind = :kind)
    ORDER BY e.at DESC, e.chain_id, e.sequence DESC LIMIT :limit OFFSET :offset
)sql"};
sql::Query const select_views{"audit.views",
                              "SELECT v.at, coalesce(a.name, ''), v.what, v.case_file_id IS NOT NULL, " +
                                  shown_reference + R"sql(, v.reason
    FROM view_log v
    LEFT JOIN account a ON a.id = v.account_id
    LEFT JOIN case_file c ON c.id = v.case_file_id
    WHERE v.at >= :from AND v.at < :until AND (:account = '' OR v.account_id = :account)
    ORDER BY v.at DESC, v.id DESC LIMIT :limit OFFSET :offset
)sql"};

std::vector<sql::Parameter> parameters_of(CaseScope const& scope, Filter const& filter,
                                          std::string_view account, int limit, int offset) {
    std::vector<sql::Parameter> parameters{{"from", filter.from},
                                           {"until", filter.until},
                                           {"account", account},
                                           {"limit", limit},
                                           {"offset", offset}};
    add_scope(parameters, scope);
    return parameters;
}

std::string_view text_of_account(Filter const& filter) {
    return filter.account ? filter.account->text() : std::string_view();
}

}  // namespace

std::vector<EventRow> events(sql::Read& tx, CaseScope const& scope, Filter const& filter, int limit,
                             int offset) {
    auto parameters = parameters_of(scope, filter, text_of_account(filter), limit, offset);
    parameters.emplace_back("kind", filter.kind);
    return tx.all(select_events, parameters, [](sql::Row& row) {
        EventRow event;
        row.read(event.at, event.kind, event.actor_name, event.door, event.about, event.reference);
        return event;
    });
}

std::vector<ViewRow> views(sql::Read& tx, CaseScope const& scope, Filter const& filter, int limit,
                           int offset) {
    auto const parameters = parameters_of(scope, filter, text_of_account(filter), limit, offset);
    return tx.all(select_views, parameters, [](sql::Row& row) {
        ViewRow view;
        row.read(view.at, view.account_name, view.what, view.about_case, view.reference, view.reason);
        return view;
    });
}

}  // namespace doorstep::storage::audit
