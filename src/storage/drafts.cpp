#include "storage/drafts.h"

namespace doorstep::storage::drafts {
namespace {

#define DRAFT_COLUMNS "id, journey, account_id, answers, step, created_at, updated_at, expires_on, version"

sql::Query const insert_draft{"drafts.insert", R"sql(
    INSERT INTO draft (id, journey, token_hash, account_id, answers, step, created_at, updated_at, expires_on, version)
    VALUES (:id, :journey, :token_hash, :account, :answers, :step, :created_at, :updated_at, :expires_on, :version)
)sql"};
sql::Query const select_by_id{"drafts.by_id", "SELECT " DRAFT_COLUMNS " FROM draft WHERE id = :id"};
sql::Query const select_by_token{"drafts.by_token", "SELECT " DRAFT_COLUMNS R"sql(
    FROM draft WHERE token_hash = :hash AND expires_on >= :today
)sql"};
sql::Query const select_by_code{"drafts.by_code",
                                "SELECT " DRAFT_COLUMNS " FROM draft WHERE code_hash = :hash"};
sql::Query const update_draft{"drafts.save", R"sql(
    UPDATE draft SET answers = :answers, step = :step, updated_at = :updated_at, expires_on = :expires_on,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};
sql::Query const update_code{"drafts.set_code", "UPDATE draft SET code_hash = :hash WHERE id = :id"};
sql::Query const update_token{"drafts.set_token", "UPDATE draft SET token_hash = :hash WHERE id = :id"};
sql::Query const select_of_account{"drafts.of_account", "SELECT " DRAFT_COLUMNS R"sql(
    FROM draft WHERE account_id = :account AND journey = :journey AND expires_on >= :today
    ORDER BY updated_at DESC, id DESC LIMIT :limit
)sql"};
sql::Query const remove_draft{"drafts.remove", "DELETE FROM draft WHERE id = :id"};
sql::Query const remove_expired_drafts{"drafts.remove_expired",
                                       "DELETE FROM draft WHERE expires_on < :today"};

sql::Query const remove_expired_of_journey{"drafts.remove_expired_of", R"sql(
    DELETE FROM draft WHERE expires_on < :today AND journey = :journey
)sql"};

Draft read_draft(sql::Row& row) {
    Draft d;
    row.read(d.id, d.journey, d.account, d.answers, d.step, d.created_at, d.updated_at, d.expires_on,
             d.version);
    return d;
}

}  // namespace

void insert(sql::Write& tx, Draft const& draft, std::string_view token_hash) {
    tx.run(insert_draft, {{"id", draft.id},
                          {"journey", draft.journey},
                          {"token_hash", token_hash},
                          {"account", draft.account},
                          {"answers", draft.answers},
                          {"step", draft.step},
                          {"created_at", draft.created_at},
                          {"updated_at", draft.updated_at},
                          {"expires_on", draft.expires_on},
                          {"version", draft.version}});
}

std::optional<Draft> find(sql::Read& tx, DraftId id) {
    return tx.one(select_by_id, {{"id", id}}, read_draft);
}

std::optional<Draft> find_by_token(sql::Read& tx, std::string_view token_hash, Date today) {
    return tx.one(select_by_token, {{"hash", token_hash}, {"today", today}}, read_draft);
}

std::optional<Draft> find_by_code(sql::Read& tx, std::string_view code_hash) {
    return tx.one(select_by_code, {{"hash", code_hash}}, read_draft);
}

bool save(sql::Write& tx, Draft& draft) {
    auto const saved = tx.run(update_draft, {{"answers", draft.answers},
                                             {"step", draft.step},
                                             {"updated_at", draft.updated_at},
                                             {"expires_on", draft.expires_on},
                                             {"id", draft.id},
                                             {"version", draft.version}});
    if (saved == 0) return false;
    ++draft.version;
    return true;
}

void set_code(sql::Write& tx, DraftId id, std::optional<std::string> const& code_hash) {
    tx.run(update_code, {{"hash", code_hash}, {"id", id}});
}

void set_token(sql::Write& tx, DraftId id, std::string_view token_hash) {
    tx.run(update_token, {{"hash", token_hash}, {"id", id}});
}

std::vector<Draft> of_account(sql::Read& tx, AccountId account, Journey journey, Date today, int limit) {
    return tx.all(select_of_account,
                  {{"account", account}, {"journey", journey}, {"today", today}, {"limit", limit}},
                  read_draft);
}

void remove(sql::Write& tx, DraftId id) { tx.run(remove_draft, {{"id", id}}); }

int remove_expired(sql::Write& tx, Date today) { return tx.run(remove_expired_drafts, {{"today", today}}); }

int remove_expired_of(sql::Write& tx, Journey journey, Date today) {
    return tx.run(remove_expired_of_journey, {{"today", today}, {"journey", journey}});
}

}  // namespace doorstep::storage::drafts
