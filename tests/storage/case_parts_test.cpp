#include "storage/case_access.h"
#include "storage/case_overview.h"
#include "storage/contacts.h"
#include "storage/incidents.h"
#include "storage/on_a_case.h"
#include "storage/tasks.h"
#include "storage/told_moments.h"
#include "storage/views.h"

namespace doorstep::test {
namespace {

class CaseParts : public OnACase {
  protected:
    domain::tasks::Task task(std::string what, Date due_on) {
        domain::tasks::Task task;
        task.id = domain::tasks::TaskId(ids.next());
        task.case_file = file.id;
        task.what = std::move(what);
        task.owner = officer.id;
        task.due_on = due_on;
        task.created_by = manager.id;
        task.created_at = clock.now();
        write([&](storage::sql::Write& tx) { storage::tasks::insert(tx, task); });
        return task;
    }
};

TEST_P(CaseParts, keep_an_incident_with_who_told_us_and_who_wrote_it_down) {
    domain::incidents::Incident incident;
    incident.id = IncidentId(ids.next());
    incident.case_file = file.id;
    incident.happened_on = june(6);
    incident.happened_time = TimeOfDay{23, 10};
    incident.category = "noise";
    incident.place_text = "Flat 4";
    incident.description = "Music\nuntil 3am";
    incident.source = domain::incidents::Source::witness;
    incident.person = ben.id;
    incident.recorded_by = officer.id;
    incident.recorded_at = clock.now();
    auto earlier = incident;
    earlier.id = IncidentId(ids.next());
    earlier.happened_on = june(2);
    earlier.happened_time.reset();
    earlier.person.reset();
    write([&](storage::sql::Write& tx) {
        storage::incidents::insert(tx, earlier);
        storage::incidents::insert(tx, incident);
    });
    auto const listed =
        read([&](storage::sql::Read& tx) { return storage::incidents::of_case(tx, file.id, 25, 0); });
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].incident.id, incident.id);
    EXPECT_EQ(listed[0].incident.happened_time, incident.happened_time);
    EXPECT_EQ(listed[0].incident.description, "Music\nuntil 3am");
    EXPECT_EQ(listed[0].person_name, "Ben Carter");
    EXPECT_EQ(listed[0].recorded_by, "Dana Okafor");
    EXPECT_FALSE(listed[1].incident.happened_time);
    EXPECT_EQ(listed[1].person_name, "");
    auto const second_page =
        read([&](storage::sql::Read& tx) { return storage::incidents::of_case(tx, file.id, 1, 1); });
    EXPECT_EQ(second_page.front().incident.id, earlier.id);
    EXPECT_TRUE(read([&](storage::sql::Read& tx) {
        return storage::incidents::find(tx, file.id, incident.id).has_value();
    }));
    EXPECT_FALSE(read([&](storage::sql::Read& tx) {
        return storage::incidents::find(tx, CaseFileId(ids.next()), incident.id).has_value();
    }));
}

TEST_P(CaseParts, change_an_incident_of_the_version_that_was_seen_and_strike_it_out) {
    domain::incidents::Incident incident;
    incident.id = IncidentId(ids.next());
    incident.case_file = file.id;
    incident.happened_on = june(6);
    incident.happened_time = TimeOfDay{23, 10};
    incident.category = "noise";
    incident.description = "Music";
    incident.source = domain::incidents::Source::witness;
    incident.recorded_at = clock.now();
    write([&](storage::sql::Write& tx) { storage::incidents::insert(tx, incident); });
    auto const count = [&] {
        return read([&](storage::sql::Read& tx) {
            return std::pair(storage::incidents::of_case(tx, file.id, 25, 0).size(),
                             storage::cases::section_counts(tx, file.id).incidents);
        });
    };
    EXPECT_EQ(count(), std::pair(1UL, 1));
    incident.description = "Drums";
    incident.happened_on = june(5);
    EXPECT_TRUE(write([&](storage::sql::Write& tx) { return storage::incidents::update(tx, incident); }));
    EXPECT_FALSE(write([&](storage::sql::Write& tx) { return storage::incidents::update(tx, incident); }));
    incident.version = 2;
    incident.struck_reason = "Another block";
    incident.struck_by = officer.id;
    incident.struck_at = clock.now();
    EXPECT_TRUE(write([&](storage::sql::Write& tx) { return storage::incidents::update(tx, incident); }));
    EXPECT_EQ(count(), std::pair(0UL, 0));
    auto const struck =
        read([&](storage::sql::Read& tx) { return storage::incidents::struck_out(tx, file.id, 25); });
    ASSERT_EQ(struck.size(), 1U);
    EXPECT_EQ(struck[0].incident.description, "Drums");
    EXPECT_EQ(struck[0].incident.struck_reason, "Another block");
    EXPECT_EQ(struck[0].incident.struck_at, clock.now());
    EXPECT_EQ(struck[0].struck_by, "Dana Okafor");
    EXPECT_EQ(struck[0].incident.version, 3);
    EXPECT_TRUE(read([&](storage::sql::Read& tx) { return storage::told_moments(tx, file.id).empty(); }));
}

TEST_P(CaseParts, list_open_tasks_by_their_day_and_then_those_done) {
    auto done = task("Done", june(1));
    auto const later = task("Later", june(20));
    auto const sooner = task("Sooner", june(12));
    done.done_on = june(3);
    done.result = "It was mended";
    EXPECT_TRUE(write([&](storage::sql::Write& tx) { return storage::tasks::update(tx, done); }));
    EXPECT_EQ(done.version, 2);
    auto stale = done;
    stale.version = 1;
    EXPECT_FALSE(write([&](storage::sql::Write& tx) { return storage::tasks::update(tx, stale); }));
    auto const listed =
        read([&](storage::sql::Read& tx) { return storage::tasks::of_case(tx, file.id, 25, 0); });
    ASSERT_EQ(listed.size(), 3U);
    EXPECT_EQ(listed[0].task.id, sooner.id);
    EXPECT_EQ(listed[1].task.id, later.id);
    EXPECT_EQ(listed[2].task.done_on, june(3));
    EXPECT_EQ(listed[2].owner_name, "Dana Okafor");
    EXPECT_EQ(read([&](storage::sql::Read& tx) { return storage::tasks::count_of_case(tx, file.id); }), 3);
    EXPECT_EQ(
        read([&](storage::sql::Read& tx) { return storage::tasks::find(tx, file.id, done.id)->task.result; }),
        "It was mended");
}

TEST_P(CaseParts, keep_the_list_of_a_restricted_case_and_the_conflicts_of_interest) {
    namespace access = storage::case_access;
    access::Entry const entry{.account = officer.id,
                              .name = {},
                              .reason = "Owner",
                              .by = manager.id,
                              .by_name = {},
                              .at = clock.now()};
    auto const both = [&](auto add, auto list, auto remove) {
        EXPECT_TRUE(write([&](storage::sql::Write& tx) { return add(tx, file.id, entry); }));
        EXPECT_FALSE(write([&](storage::sql::Write& tx) { return add(tx, file.id, entry); }));
        auto const kept = read([&](storage::sql::Read& tx) { return list(tx, file.id); });
        ASSERT_EQ(kept.size(), 1U);
        EXPECT_EQ(kept.front().name, "Dana Okafor");
        EXPECT_EQ(kept.front().by_name, "Marta Lindqvist");
        EXPECT_EQ(kept.front().reason, "Owner");
        EXPECT_TRUE(write([&](storage::sql::Write& tx) { return remove(tx, file.id, officer.id); }));
        EXPECT_FALSE(write([&](storage::sql::Write& tx) { return remove(tx, file.id, officer.id); }));
    };
    auto const named_today = [&](storage::sql::Read& tx, CaseFileId of) {
        return access::named(tx, of, june(10));
    };
    both(access::name, named_today, access::remove_named);
    both(access::declare_conflict, access::conflicts, access::remove_conflict);
}

TEST_P(CaseParts, list_who_looked_newest_first) {
    write([&](storage::sql::Write& tx) {
        for (int minute = 0; minute < 3; ++minute)
            storage::views::insert(tx, {.id = ids.next(),
                                        .at = london_instant(june(10), {10, minute}),
                                        .account = minute == 2 ? manager.id : officer.id,
                                        .what = "case",
                                        .case_file = file.id,
                                        .subject = std::string(file.id.text()),
                                        .reason = minute == 2 ? "Audit" : ""});
    });
    auto const looks =
        read([&](storage::sql::Read& tx) { return storage::views::of_case(tx, file.id, 2, 0); });
    ASSERT_EQ(looks.size(), 2U);
    EXPECT_EQ(looks.front().name, "Marta Lindqvist");
    EXPECT_EQ(looks.front().reason, "Audit");
    EXPECT_EQ(read([&](storage::sql::Read& tx) { return storage::views::count_of_case(tx, file.id); }), 3);
}

TEST_P(CaseParts, list_contacts_with_names_page_by_page) {
    write([&](storage::sql::Write& tx) {
        for (int day = 1; day <= 3; ++day)
            storage::contacts::insert(tx, {.id = ContactId(ids.next()),
                                           .case_file = file.id,
                                           .person = ana.id,
                                           .made_on = june(day),
                                           .made_time = {},
                                           .method = domain::contacts::Method::telephone,
                                           .result = domain::contacts::Result::attempt,
                                           .summary = "Try " + std::to_string(day),
                                           .still_safe = {},
                                           .made_by = officer.id,
                                           .recorded_at = clock.now()});
    });
    auto const page =
        read([&](storage::sql::Read& tx) { return storage::contacts::listed_of_case(tx, file.id, 2, 1); });
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page.front().contact.summary, "Try 2");
    EXPECT_EQ(page.front().with, "Ana Silva");
    EXPECT_EQ(page.front().made_by, "Dana Okafor");
}

DOORSTEP_ON_BOTH_DATABASES(CaseParts);

}  // namespace
}  // namespace doorstep::test
