#include "storage/outbox.h"

namespace doorstep::storage::outbox {
namespace {

sql::Query const select_waiting{"outbox.waiting", R"sql(
    SELECT channel, sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), sum(CASE WHEN state = 'failed' THEN 1 ELSE 0 END),
        min(created_at)
    FROM message WHERE state IN ('waiting', 'failed') GROUP BY channel ORDER BY channel
)sql"};

}  // namespace

std::vector<Waiting> waiting(sql::Read& tx) {
    return tx.all(select_waiting, {}, [](sql::Row& row) {
        Waiting found;
        row.read(found.channel, found.waiting, found.failed, found.oldest_at);
        return found;
    });
}

}  // namespace doorstep::storage::outbox
