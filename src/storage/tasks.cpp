#include "storage/tasks.h"

namespace doorstep::storage::tasks {
namespace {

sql::Query const insert_task{"tasks.insert", R"sql(
    INSERT INTO case_task (id, case_file_id, what, owner_id, due_on, done_on, result, created_by, created_at, version)
    VALUES (:id, :case_file, :what, :owner, :due_on, :done_on, :result, :created_by, :created_at, :version)
)sql"};

sql::Query const update_task{"tasks.update", R"sql(
    UPDATE case_task SET what = :what, owner_id = :owner, due_on = :due_on, done_on = :done_on, result = :result,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define LISTED_TASK                                                                                  \
    "SELECT t.id, t.case_file_id, t.what, t.owner_id, t.due_on, t.done_on, t.result, t.created_by, " \
    "t.created_at, t.version, a.name FROM case_task t JOIN account a ON a.id = t.owner_id "          \
    "WHERE t.case_file_id = :case_file "

sql::Query const select_of_case{
    "tasks.of_case", LISTED_TASK
    "ORDER BY CASE WHEN t.done_on IS NULL THEN 0 ELSE 1 END, CASE WHEN t.done_on IS NULL THEN t.due_on END, "
    "t.done_on DESC, t.id LIMIT :limit OFFSET :offset"};
sql::Query const select_one{"tasks.find", LISTED_TASK "AND t.id = :id"};
sql::Query const count_tasks{"tasks.count_of_case",
                             "SELECT count(*) FROM case_task WHERE case_file_id = :case_file"};

ListedTask read_listed_task(sql::Row& row) {
    ListedTask listed;
    auto& t = listed.task;
    row.read(t.id, t.case_file, t.what, t.owner, t.due_on, t.done_on, t.result, t.created_by, t.created_at,
             t.version, listed.owner_name);
    return listed;
}

}  // namespace

void insert(sql::Write& tx, Task const& task) {
    tx.run(insert_task, {{"id", task.id},
                         {"case_file", task.case_file},
                         {"what", task.what},
                         {"owner", task.owner},
                         {"due_on", task.due_on},
                         {"done_on", task.done_on},
                         {"result", task.result},
                         {"created_by", task.created_by},
                         {"created_at", task.created_at},
                         {"version", task.version}});
}

bool update(sql::Write& tx, Task& task) {
    bool const saved = tx.run(update_task, {{"id", task.id},
                                            {"what", task.what},
                                            {"owner", task.owner},
                                            {"due_on", task.due_on},
                                            {"done_on", task.done_on},
                                            {"result", task.result},
                                            {"version", task.version}}) == 1;
    if (saved) ++task.version;
    return saved;
}

std::vector<ListedTask> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}},
                  read_listed_task);
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return static_cast<int>(tx.value<std::int64_t>(count_tasks, {{"case_file", file}}).value_or(0));
}

std::optional<ListedTask> find(sql::Read& tx, CaseFileId file, TaskId id) {
    return tx.one(select_one, {{"case_file", file}, {"id", id}}, read_listed_task);
}

}  // namespace doorstep::storage::tasks
