#include "storage/my_work.h"
#include "storage/on_a_case.h"
#include "storage/tasks.h"
#include "storage/work_items.h"

namespace doorstep::storage {
namespace {

using domain::work::Kind;

class MyWorkWords : public test::OnACase {
  protected:
    void put(Kind kind, std::string subject, int day) {
        write([&](sql::Write& tx) {
            work_items::put(tx,
                            {.id = WorkItemId(ids.next()),
                             .account = officer.id,
                             .kind = kind,
                             .case_file = file.id,
                             .report = {},
                             .subject = std::move(subject),
                             .due_on = june(day)},
                            clock.now());
        });
    }
};

TEST_P(MyWorkWords, name_the_person_the_task_and_the_case_and_nothing_for_what_has_no_record) {
    domain::tasks::Task task;
    task.id = domain::tasks::TaskId(ids.next());
    task.case_file = file.id;
    task.what = "Ring the caretaker";
    task.created_at = clock.now();
    task.owner = officer.id;
    task.due_on = june(12);
    write([&](sql::Write& tx) { tasks::insert(tx, task); });
    put(Kind::contact, std::string(ana.id.text()), 11);
    put(Kind::task, std::string(task.id.text()), 12);
    put(Kind::plan, std::string(file.id.text()), 13);

    auto const list = read([&](sql::Read& tx) {
        return my_work::due(
            tx, {.account = officer.id, .today = june(10), .band = {}},
            {.sees_all = true, .viewer = std::string(officer.id.text()), .viewed_on = june(10)});
    });
    std::vector<std::string> about;
    for (auto const& row : list.rows) {
        about.push_back(row.about);
        EXPECT_EQ(row.case_reference, file.reference);
        EXPECT_EQ(row.case_title, file.title);
    }
    EXPECT_EQ(about, (std::vector<std::string>{"Ana Silva", "Ring the caretaker", ""}));
}

TEST_P(MyWorkWords, leave_out_a_case_that_the_account_lost_sight_of) {
    put(Kind::contact, std::string(ana.id.text()), 11);
    file.restricted = true;
    write([&](sql::Write& tx) { return cases::update(tx, file); });
    auto const seen_by = [&](bool sees_everything) {
        return read([&](sql::Read& tx) {
                   return my_work::due(tx, {.account = officer.id, .today = june(10), .band = {}},
                                       {.sees_everything = sees_everything,
                                        .sees_all = true,
                                        .viewer = std::string(officer.id.text()),
                                        .viewed_on = june(10)});
               })
            .rows.size();
    };
    EXPECT_EQ(seen_by(false), 0U);
    EXPECT_EQ(seen_by(true), 1U);
}

DOORSTEP_ON_BOTH_DATABASES(MyWorkWords);

}  // namespace
}  // namespace doorstep::storage
