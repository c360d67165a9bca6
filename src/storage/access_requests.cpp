#include "storage/access_requests.h"

namespace doorstep::storage::access_requests {
namespace {

sql::Query const insert_request{"access_requests.insert", R"sql(
    INSERT INTO access_request (id, case_file_id, account_id, kind, reason, asked_at, state, until_on, answer,
        decided_by, decided_at)
    VALUES (:id, :case_file, :account, :kind, :reason, :asked_at, :state, :until_on, :answer, :decided_by, :decided_at)
    ON CONFLICT DO NOTHING
)sql"};

sql::Query const select_request{"access_requests.by_id", R"sql(
    SELECT q.id, q.case_file_id, q.account_id, q.kind, q.reason, q.asked_at, q.state, q.until_on, q.answer,
        q.decided_by, q.decided_at, a.name, coalesce(d.name, ''), c.reference
    FROM access_request q JOIN account a ON a.id = q.account_id JOIN case_file c ON c.id = q.case_file_id
    LEFT JOIN account d ON d.id = q.decided_by
    WHERE q.id = :id
)sql"};

sql::Query const update_request{"access_requests.decide", R"sql(
    UPDATE access_request SET state = :state, until_on = :until_on, answer = :answer, decided_by = :decided_by,
        decided_at = :decided_at
    WHERE id = :id AND state = 'waiting'
)sql"};

}  // namespace

bool insert(sql::Write& tx, AccessRequest const& request) {
    return tx.run(insert_request, {{"id", request.id},
                                   {"case_file", request.case_file},
                                   {"account", request.account},
                                   {"kind", request.kind},
                                   {"reason", request.reason},
                                   {"asked_at", request.asked_at},
                                   {"state", request.state},
                                   {"until_on", request.until_on},
                                   {"answer", request.answer},
                                   {"decided_by", request.decided_by},
                                   {"decided_at", request.decided_at}}) == 1;
}

std::optional<Listed> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_request, {{"id", id}}, [](sql::Row& row) {
        Listed found;
        auto& request = found.request;
        row.read(request.id, request.case_file, request.account, request.kind, request.reason,
                 request.asked_at, request.state, request.until_on, request.answer, request.decided_by,
                 request.decided_at, found.asked_by, found.decided_by, found.case_reference);
        return found;
    });
}

bool decide(sql::Write& tx, AccessRequest const& request) {
    return tx.run(update_request, {{"id", request.id},
                                   {"state", request.state},
                                   {"until_on", request.until_on},
                                   {"answer", request.answer},
                                   {"decided_by", request.decided_by},
                                   {"decided_at", request.decided_at}}) == 1;
}

}  // namespace doorstep::storage::access_requests
