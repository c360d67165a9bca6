#include "storage/said_done.h"

#include "storage/on_a_case.h"
#include "storage/surveys.h"

namespace doorstep::storage::said_done {
namespace {

sql::Query const put_interval{"test.said_done.interval", R"sql(
    INSERT INTO contact_interval (id, case_file_id, case_person_id, kind, started_on, due_on, ended_on, kept, standard)
    VALUES (:id, :file, :person, :kind, '2026-06-01', '2026-06-08', '2026-06-08', :kept, ''))sql"};

class SaidDone : public test::OnACase {
  protected:
    void interval(char const* kind, bool kept) {
        write([&](sql::Write& tx) {
            return tx.run(put_interval, {{"id", ids.next().text()},
                                         {"file", file.id},
                                         {"person", ana.id},
                                         {"kind", kind},
                                         {"kept", kept}}) == 1;
        });
    }
    void survey(std::vector<std::pair<std::string, std::string>> const& answers) {
        domain::surveys::Survey made;
        made.id = SurveyId(ids.next());
        made.case_file = file.id;
        made.person = ana.id;
        made.closed_on = june(2);
        made.due_on = made.next_try_on = june(5);
        made.state = domain::surveys::State::completed;
        write([&](sql::Write& tx) {
            surveys::insert(tx, made);
            for (auto const& [question, option] : answers)
                surveys::put_answer(tx, made.id, {question, 1, option, ""}, june(5));
            return true;
        });
    }
    std::string record_of(std::string const& question) {
        auto const found = read([&](sql::Read& tx) { return cells(tx, {june(1), june(30)}); });
        for (auto const& cell : found)
            if (cell.question == question)
                return cell.answer + " / " + cell.record + " / " + std::to_string(cell.count);
        return "none";
    }
};

TEST_P(SaidDone, hold_each_answer_against_the_record_of_its_case) {
    interval("first", true);
    interval("update", true);
    interval("update", false);
    survey({{"first-contact", "yes"},
            {"contact-kept", "yes"},
            {"plan-agreed", "no"},
            {"victims-code", "yes"},
            {"channel", "online"},
            {"handling", ""}});
    EXPECT_EQ(record_of("first-contact"), "yes / yes / 1");
    EXPECT_EQ(record_of("contact-kept"), "yes / no / 1") << "one contact that was not kept is enough";
    EXPECT_EQ(record_of("plan-agreed"), "no / no / 1");
    EXPECT_EQ(record_of("victims-code"), "yes / no / 1");
    EXPECT_EQ(record_of("channel"), "online /  / 1");
    EXPECT_EQ(record_of("handling"), "none") << "a skipped question is no answer";
}

TEST_P(SaidDone, say_where_nothing_fell_due) {
    survey({{"first-contact", "no"}});
    EXPECT_EQ(record_of("first-contact"), "no /  / 1");
}

TEST_P(SaidDone, list_only_cases_that_the_viewer_may_see) {
    survey({{"plan-agreed", "yes"}});
    domain::access::Viewer nobody;
    auto const everybody = case_scope(domain::access::Viewer::system(domain::access::Door::job),
                                      domain::access::Action::see_case);
    auto const none = case_scope(nobody, domain::access::Action::see_case);
    read([&](sql::Read& tx) {
        auto const all = answers(tx, "plan-agreed", {june(1), june(30)}, everybody, 10);
        EXPECT_EQ(all.size(), 1u);
        EXPECT_EQ(all.front().reference, file.reference);
        EXPECT_TRUE(answers(tx, "plan-agreed", {june(1), june(30)}, none, 10).empty());
        return true;
    });
}

DOORSTEP_ON_BOTH_DATABASES(SaidDone);

}  // namespace
}  // namespace doorstep::storage::said_done
