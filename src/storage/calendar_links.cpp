#include "storage/calendar_links.h"

namespace doorstep::storage::calendar_links {
namespace {

sql::Query const put_link{"calendar_links.put", R"sql(
    INSERT INTO calendar_link (account_id, token_hash, made_at) VALUES (:account, :hash, :made_at)
    ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
)sql"};
sql::Query const delete_link{"calendar_links.remove",
                             "DELETE FROM calendar_link WHERE account_id = :account"};
sql::Query const select_made_at{"calendar_links.made_at",
                                "SELECT made_at FROM calendar_link WHERE account_id = :account"};
sql::Query const select_account{"calendar_links.find",
                                "SELECT account_id FROM calendar_link WHERE token_hash = :hash"};
sql::Query const select_days{"calendar_links.days_of", R"sql(
    SELECT d.id, d.legal_action_id, d.legal_order_id, d.code, d.words, d.due_on, d.due_at, d.target_on, d.source,
        d.met_on, c.reference
    FROM work_item w JOIN legal_deadline d ON d.id = w.subject_id JOIN case_file c ON c.id = w.case_file_id
    WHERE w.account_id = :account AND w.done_at IS NULL AND w.kind IN ('legal-deadline', 'legal-oversight')
        AND )sql" + std::string(visible_case) +
                                                           R"sql(
    ORDER BY d.due_on, d.id LIMIT 500
)sql"};

}  // namespace

void put(sql::Write& tx, AccountId account, std::string_view token_hash, Instant made_at) {
    tx.run(put_link, {{"account", account}, {"hash", token_hash}, {"made_at", made_at}});
}

bool remove(sql::Write& tx, AccountId account) { return tx.run(delete_link, {{"account", account}}) == 1; }

std::optional<Instant> made_at(sql::Read& tx, AccountId account) {
    return tx.value<Instant>(select_made_at, {{"account", account}});
}

std::optional<AccountId> find(sql::Read& tx, std::string_view token_hash) {
    return tx.value<AccountId>(select_account, {{"hash", token_hash}});
}

std::vector<ListedDay> days_of(sql::Read& tx, AccountId account, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters;
    parameters.reserve(8);
    parameters.emplace_back("account", account);
    add_scope(parameters, scope);
    return tx.all(select_days, parameters, [](sql::Row& row) {
        ListedDay day;
        auto& d = day.deadline;
        row.read(d.id, d.action, d.order, d.code, d.words, d.due_on, d.due_at, d.target_on, d.source,
                 d.met_on, day.reference);
        return day;
    });
}

}  // namespace doorstep::storage::calendar_links
