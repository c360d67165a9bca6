#include "storage/jobs.h"

namespace doorstep::storage::jobs {
namespace {

sql::Query const insert_job{"jobs.ensure", R"sql(
    INSERT INTO job (name, next_at, leased_by, leased_until, last_result, last_error, failures)
    VALUES (:name, :first_at, '', 0, '', '', 0) ON CONFLICT DO NOTHING
)sql"};

sql::Query const claim_job{"jobs.claim", R"sql(
    UPDATE job SET leased_by = :holder, leased_until = :until, last_started_at = :now
    WHERE name = :name AND next_at <= :now AND leased_until <= :now
)sql"};

sql::Query const finish_job{"jobs.finish", R"sql(
    UPDATE job SET leased_by = '', leased_until = 0, next_at = :next_at, last_ended_at = :now, last_result = :result,
        last_error = :error, failures = CASE WHEN :error = '' THEN 0 ELSE failures + 1 END
    WHERE name = :name AND leased_by = :holder
)sql"};

sql::Query const select_all{"jobs.list", R"sql(
    SELECT name, next_at, last_started_at, last_ended_at, last_result, last_error, failures FROM job ORDER BY name
)sql"};

sql::Query const select_due{"jobs.due", R"sql(
    SELECT name FROM job WHERE next_at <= :now AND leased_until <= :now ORDER BY next_at, name
)sql"};

}  // namespace

void ensure(sql::Write& tx, std::string_view name, Instant first_at) {
    tx.run(insert_job, {{"name", name}, {"first_at", first_at}});
}

bool claim(sql::Write& tx, std::string_view name, std::string_view holder, Instant now, Instant until) {
    return tx.run(claim_job, {{"holder", holder}, {"until", until}, {"now", now}, {"name", name}}) == 1;
}

bool finish(sql::Write& tx, std::string_view name, std::string_view holder, Instant now, Instant next_at,
            std::string_view result, std::string_view error) {
    return tx.run(finish_job, {{"next_at", next_at},
                               {"now", now},
                               {"result", result},
                               {"error", error},
                               {"name", name},
                               {"holder", holder}}) == 1;
}

std::vector<JobRow> list(sql::Read& tx) {
    return tx.all(select_all, {}, [](sql::Row& row) {
        JobRow job;
        row.read(job.name, job.next_at, job.last_started_at, job.last_ended_at, job.last_result,
                 job.last_error, job.failures);
        return job;
    });
}

std::vector<std::string> due(sql::Read& tx, Instant now) {
    return tx.values<std::string>(select_due, {{"now", now}});
}

}  // namespace doorstep::storage::jobs
