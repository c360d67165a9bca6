#include "usecases/tasks/tasks.h"

#include <gtest/gtest.h>

#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/contacts/view_contact_log.h"
#include "usecases/file_history/file_history.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/incidents/view_incidents.h"

namespace doorstep::usecases::tasks {
namespace {

using domain::access::Role;

class OnACase : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});
    test::TestSite::MadeCase hidden = site.open_case({.restricted = true});
    std::string const reference = made.file.reference;

    SaveTask task() const {
        return {.reference = reference,
                .task = {},
                .version = 0,
                .what = "Ask the repairs team about the door",
                .owner = officer.id,
                .due_on = *Date::of(2026, 6, 15)};
    }
    Expected<TaskId> save(SaveTask const& input) {
        auto context = site.as(officer);
        return save_task(context, input);
    }
    std::vector<domain::work::WorkItem> task_items() {
        auto items = site.database().read(
            [&](auto& tx) { return storage::work_items::open_of_case(tx, made.file.id); });
        std::erase_if(items, [](auto const& item) { return item.kind != domain::work::Kind::task; });
        return items;
    }
};

class CaseTasks : public OnACase {};

TEST_F(CaseTasks, are_in_their_owner_s_work_until_they_are_done) {
    auto const id = save(task());
    ASSERT_TRUE(id);
    ASSERT_EQ(task_items().size(), 1U);
    EXPECT_EQ(task_items().front().account, officer.id);
    EXPECT_EQ(task_items().front().due_on, Date::of(2026, 6, 15));
    auto context = site.as(officer);
    ASSERT_TRUE(finish_task(
        context, {.reference = reference, .task = *id, .done_on = site.today(), .result = "It was mended"}));
    EXPECT_TRUE(task_items().empty());
    EXPECT_EQ(view_task(context, reference, id->text())->tasks.front().task.result, "It was mended");
    EXPECT_EQ(
        finish_task(context, {.reference = reference, .task = *id, .done_on = site.today(), .result = ""})
            .error()
            .code(),
        "done-already");
}

TEST_F(CaseTasks, refuse_nothing_to_do_a_day_in_the_past_and_somebody_who_may_not_open_the_case) {
    auto input = task();
    input.what = "  ";
    EXPECT_EQ(save(input).error().code(), "what-missing");
    input = task();
    input.due_on = *Date::of(2026, 6, 9);
    EXPECT_EQ(save(input).error().code(), "due-in-past");
    input = task();
    input.owner = site.account(Role::business_support).id;
    EXPECT_EQ(save(input).error().code(), "owner-unknown");
    input.owner = site.account(Role::housing_officer).id;  // of another patch
    EXPECT_EQ(save(input).error().code(), "owner-unknown");
}

TEST_F(CaseTasks, a_change_moves_the_day_and_the_owner_and_is_refused_when_somebody_else_was_first) {
    auto const id = save(task());
    auto change = task();
    change.task = *id;
    change.version = 1;
    change.due_on = *Date::of(2026, 6, 20);
    change.owner = site.account(Role::asb_officer).id;
    ASSERT_TRUE(save(change));
    ASSERT_EQ(task_items().size(), 1U);
    EXPECT_EQ(task_items().front().due_on, Date::of(2026, 6, 20));
    EXPECT_EQ(task_items().front().account, change.owner);
    EXPECT_EQ(save(change).error().code(), "changed-meanwhile");
}

TEST_F(CaseTasks, cannot_be_done_tomorrow) {
    auto const id = save(task());
    auto context = site.as(officer);
    EXPECT_EQ(
        finish_task(context,
                    {.reference = reference, .task = *id, .done_on = site.today().plus_days(1), .result = ""})
            .error()
            .code(),
        "date-in-future");
}

TEST_F(CaseTasks, of_another_case_or_a_restricted_one_are_not_there) {
    auto const id = save(task());
    auto context = site.as(officer);
    EXPECT_EQ(view_tasks(context, hidden.file.reference, 1).error().kind(), RefusalKind::not_found);
    auto const other = site.open_case();
    auto later = site.as(officer);
    EXPECT_EQ(view_task(later, other.file.reference, id->text()).error().code(), "task-unknown");
    auto input = task();
    input.reference = hidden.file.reference;
    EXPECT_EQ(save(input).error().kind(), RefusalKind::not_found);
    auto helper = site.as(site.account(Role::business_support));
    EXPECT_EQ(save_task(helper, task()).error().kind(), RefusalKind::forbidden);
}

class CaseIncidents : public OnACase {
  protected:
    incidents::AddIncident incident() const {
        return {.reference = reference,
                .happened_on = *Date::of(2026, 6, 6),
                .happened_time = TimeOfDay{23, 10},
                .category = "noise",
                .place_text = "Flat 4",
                .description = "Music until 3am",
                .source = domain::incidents::Source::complainant,
                .person = made.complainants.front().id};
    }
    Expected<IncidentId> add(incidents::AddIncident const& input) {
        auto context = site.as(officer);
        return incidents::add_incident(context, input);
    }
};

TEST_F(CaseIncidents, are_kept_with_day_time_and_who_told_us) {
    ASSERT_TRUE(add(incident()));
    auto context = site.as(officer);
    auto const view = incidents::view_incidents(context, reference, 1);
    ASSERT_EQ(view->incidents.size(), 1U);
    auto const& listed = view->incidents.front();
    EXPECT_EQ(listed.incident.happened_time->words(), "11:10pm");
    EXPECT_EQ(listed.person_name, "Ana Silva 1");
    EXPECT_EQ(view->category_labels.front(), "Noise");
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "incident-added");
}

TEST_F(CaseIncidents, refuse_a_day_to_come_silence_an_unknown_kind_and_a_stranger) {
    auto input = incident();
    input.happened_on = *Date::of(2026, 6, 11);
    EXPECT_EQ(add(input).error().code(), "date-in-future");
    input = incident();
    input.description.clear();
    EXPECT_EQ(add(input).error().code(), "description-missing");
    input = incident();
    input.category = "no-such-kind";
    EXPECT_EQ(add(input).error().code(), "category-unknown");
    input = incident();
    input.person = hidden.complainants.front().id;
    EXPECT_EQ(add(input).error().code(), "person-unknown");
    input = incident();
    input.reference = hidden.file.reference;
    EXPECT_EQ(add(input).error().kind(), RefusalKind::not_found);
}

TEST_F(CaseIncidents, come_in_pages_of_twenty_five) {
    for (int n = 0; n < 26; ++n) ASSERT_TRUE(add(incident()));
    auto context = site.as(officer);
    auto const second = incidents::view_incidents(context, reference, 2);
    EXPECT_EQ(second->pages, 2);
    EXPECT_EQ(second->incidents.size(), 1U);
}

class ContactLog : public OnACase {};

TEST_F(ContactLog, says_which_promises_were_kept) {
    auto context = site.as(officer);
    auto const record = [&](Date day, domain::contacts::Result result) {
        auto recorded = contacts::record_contact(context, {.reference = reference,
                                                           .person = made.complainants.front().id,
                                                           .made_on = day,
                                                           .method = domain::contacts::Method::telephone,
                                                           .result = result,
                                                           .summary = "Spoke"});
        ASSERT_TRUE(recorded);
    };
    record(*Date::of(2026, 6, 10), domain::contacts::Result::conversation);
    site.set_today(*Date::of(2026, 7, 1));
    auto later = site.as(officer);
    auto const log = contacts::view_contact_log(later, reference, 1);
    ASSERT_TRUE(log);
    EXPECT_EQ(log->kept.kept, 1);
    EXPECT_EQ(log->kept.of, 2);  // the first was kept; the two weeks after it are over
    ASSERT_EQ(log->complainants.size(), 1U);
    EXPECT_EQ(log->complainants.front().intervals.front().kind, domain::contacts::IntervalKind::update);
    EXPECT_EQ(log->contacts.front().with, "Ana Silva 1");
    EXPECT_EQ(log->contacts.front().made_by, "Dana Okafor");
    EXPECT_EQ(contacts::view_contact_log(later, hidden.file.reference, 1).error().kind(),
              RefusalKind::not_found);
}

class FileHistory : public OnACase {};

TEST_F(FileHistory, shows_every_change_and_proves_the_chain) {
    ASSERT_TRUE(save(task()));
    auto context = site.as(officer);
    auto const view = file_history::view_history(context, reference, {});
    ASSERT_TRUE(view);
    EXPECT_TRUE(view->proof.is_whole());
    EXPECT_EQ(view->proof.verified, 2);
    ASSERT_EQ(view->entries.size(), 2U);
    EXPECT_EQ(view->entries.front().heading, "Task added");
    EXPECT_EQ(view->entries.front().facts.front(),
              (std::pair<std::string, std::string>("Due on", "15 June 2026")));
    auto const hidden_view = file_history::view_history(context, hidden.file.reference, {});
    EXPECT_EQ(hidden_view.error().kind(), RefusalKind::not_found);
    auto helper = site.as(site.account(Role::housing_officer));
    EXPECT_FALSE(file_history::view_history(helper, reference, {}));
}

TEST_F(FileHistory, says_when_an_event_was_altered) {
    ASSERT_TRUE(save(task()));
    site.database().write([&](storage::sql::Write& tx) {
        tx.script("UPDATE event SET actor_name = 'Nobody' WHERE kind = 'task-added'");
    });
    auto context = site.as(officer);
    auto const view = file_history::view_history(context, reference, {});
    EXPECT_FALSE(view->proof.is_whole());
}

TEST_F(FileHistory, says_who_looked) {
    {
        auto context = site.as(officer);
        ASSERT_TRUE(view_tasks(context, reference, 1));
    }
    site.views().flush();
    auto context = site.as(officer);
    auto const looks = file_history::view_looks(context, reference, 1);
    ASSERT_TRUE(looks);
    ASSERT_EQ(looks->total, 1);
    EXPECT_EQ(looks->looks.front().name, "Dana Okafor");
    EXPECT_EQ(looks->looks.front().what, "case");
    EXPECT_EQ(file_history::view_looks(context, hidden.file.reference, 1).error().kind(),
              RefusalKind::not_found);
}

}  // namespace
}  // namespace doorstep::usecases::tasks
