#include "storage/improvements.h"

namespace doorstep::storage::improvements {
namespace {

sql::Query const insert_improvement{"improvements.insert", R"sql(
    INSERT INTO improvement (id, measure, period, why, what, owner_name, review_on, result, reviewed_on, told_panel_on,
        created_at, created_by, version)
    VALUES (:id, :measure, :period, :why, :what, :owner_name, :review_on, :result, :reviewed_on, :told_panel_on, :now, :by, 1)
)sql"};
sql::Query const update_improvement{"improvements.update", R"sql(
    UPDATE improvement SET why = :why, what = :what, owner_name = :owner_name, review_on = :review_on, result = :result,
        reviewed_on = :reviewed_on, told_panel_on = :told_panel_on, version = version + 1
    WHERE id = :id AND version = :version
)sql"};
sql::Query const select_improvement{"improvements.find", R"sql(
    SELECT id, measure, period, why, what, owner_name, review_on, result, reviewed_on, told_panel_on, version
    FROM improvement WHERE id = :id
)sql"};
sql::Query const select_improvements{"improvements.list", R"sql(
    SELECT id, measure, period, why, what, owner_name, review_on, result, reviewed_on, told_panel_on, version
    FROM improvement
    ORDER BY CASE WHEN reviewed_on IS NULL THEN 0 ELSE 1 END, CASE WHEN reviewed_on IS NULL THEN review_on ELSE '' END,
        coalesce(reviewed_on, '') DESC, id LIMIT :limit OFFSET :offset
)sql"};
sql::Query const count_improvements{"improvements.count", "SELECT count(*) FROM improvement"};

Improvement read_improvement(sql::Row& row) {
    Improvement i;
    row.read(i.id, i.measure, i.period, i.why, i.what, i.owner_name, i.review_on, i.result, i.reviewed_on,
             i.told_panel_on, i.version);
    return i;
}

}  // namespace

void insert(sql::Write& tx, Improvement const& one, std::optional<AccountId> by, Instant now) {
    tx.run(insert_improvement, {{"id", one.id},
                                {"measure", one.measure},
                                {"period", one.period},
                                {"why", one.why},
                                {"what", one.what},
                                {"owner_name", one.owner_name},
                                {"review_on", one.review_on},
                                {"result", one.result},
                                {"reviewed_on", one.reviewed_on},
                                {"told_panel_on", one.told_panel_on},
                                {"now", now},
                                {"by", by}});
}

bool update(sql::Write& tx, Improvement& one) {
    bool const changed = tx.run(update_improvement, {{"id", one.id},
                                                     {"version", one.version},
                                                     {"why", one.why},
                                                     {"what", one.what},
                                                     {"owner_name", one.owner_name},
                                                     {"review_on", one.review_on},
                                                     {"result", one.result},
                                                     {"reviewed_on", one.reviewed_on},
                                                     {"told_panel_on", one.told_panel_on}}) == 1;
    if (changed) ++one.version;
    return changed;
}

std::optional<Improvement> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_improvement, {{"id", id}}, read_improvement);
}

std::vector<Improvement> list(sql::Read& tx, int limit, int offset) {
    return tx.all(select_improvements, {{"limit", limit}, {"offset", offset}}, read_improvement);
}

int count(sql::Read& tx) { return tx.value<int>(count_improvements, {}).value_or(0); }

}  // namespace doorstep::storage::improvements
