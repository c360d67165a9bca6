#include "storage/saved_views.h"

namespace doorstep::storage::saved_views {
namespace {

sql::Query const put_view{"saved_views.put", R"sql(
    INSERT INTO saved_view (id, account_id, name, query, saved_at)
    VALUES (:id, :account, :name, :query, :saved_at)
    ON CONFLICT (account_id, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at
)sql"};
sql::Query const select_views{"saved_views.of_account",
                              "SELECT id, account_id, name, query, saved_at FROM saved_view WHERE account_id "
                              "= :account ORDER BY name, id"};
sql::Query const remove_view{"saved_views.remove",
                             "DELETE FROM saved_view WHERE id = :id AND account_id = :account"};

}  // namespace

void put(sql::Write& tx, SavedView const& view) {
    tx.run(put_view, {{"id", view.id},
                      {"account", view.account},
                      {"name", view.name},
                      {"query", view.query},
                      {"saved_at", view.saved_at}});
}

std::vector<SavedView> of_account(sql::Read& tx, AccountId account) {
    return tx.all(select_views, {{"account", account}}, [](sql::Row& row) {
        SavedView view;
        row.read(view.id, view.account, view.name, view.query, view.saved_at);
        return view;
    });
}

bool remove(sql::Write& tx, AccountId account, std::string_view id) {
    return tx.run(remove_view, {{"id", id}, {"account", account}}) == 1;
}

}  // namespace doorstep::storage::saved_views
