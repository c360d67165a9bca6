#include "storage/exclusions.h"

#include "storage/incidents.h"
#include "storage/legal_actions.h"
#include "storage/legal_orders.h"
#include "storage/on_a_case.h"
#include "storage/orders_together.h"
#include "storage/staff_safety.h"
#include "storage/tasks.h"

namespace doorstep::storage {
namespace {

class StaffAndServices : public test::OnACase {
  protected:
    CaseScope scope() {
        domain::access::Viewer viewer;
        viewer.account = officer.id;
        viewer.roles = {domain::access::Role::asb_officer};
        return case_scope(viewer, domain::access::Action::see_protected_details);
    }
};

TEST_P(StaffAndServices, keep_an_exclusion_and_end_it_once) {
    domain::people::ServiceExclusion exclusion;
    exclusion.id = domain::people::ExclusionId(ids.next());
    exclusion.case_file = file.id;
    exclusion.person = ben.id;
    exclusion.service = "hostel";
    exclusion.service_name = "Acre <House>";
    exclusion.from_on = june(1);
    exclusion.until_on = june(30);
    exclusion.review_on = june(20);
    exclusion.reason = "Threats";
    exclusion.warnings = "Told twice";
    exclusion.made_by = officer.id;
    write([&](sql::Write& tx) { exclusions::insert(tx, exclusion, clock.now()); });
    auto const all = [&] { return read([&](sql::Read& tx) { return exclusions::of_case(tx, file.id); }); };
    ASSERT_EQ(all().size(), 1U);
    auto const stored = all().front();
    EXPECT_EQ(stored.person_name, "Ben Carter");
    EXPECT_EQ(stored.side, domain::people::Side::reporting);
    EXPECT_EQ(stored.exclusion.service_name, "Acre <House>");
    EXPECT_EQ(stored.exclusion.until_on, june(30));
    EXPECT_EQ(stored.exclusion.warnings, "Told twice");
    auto const end = [&] {
        return write([&](sql::Write& tx) { return exclusions::end(tx, exclusion.id, june(11), "Reviewed"); });
    };
    EXPECT_TRUE(end());
    EXPECT_FALSE(end());
    EXPECT_EQ(all().front().exclusion.ended_on, june(11));
    EXPECT_EQ(all().front().exclusion.end_reason, "Reviewed");
}

TEST_P(StaffAndServices, keep_the_steps_after_an_incident_with_their_tasks) {
    domain::incidents::Incident incident;
    incident.id = IncidentId(ids.next());
    incident.case_file = file.id;
    incident.happened_on = june(9);
    incident.category = "abuse-of-staff";
    incident.description = "Shouted";
    incident.recorded_at = clock.now();
    write([&](sql::Write& tx) {
        incidents::insert(tx, incident);
        for (int day : {12, 11}) {
            domain::tasks::Task task;
            task.id = domain::tasks::TaskId(ids.next());
            task.case_file = file.id;
            task.what = day == 11 ? "Support" : "Police";
            task.owner = manager.id;
            task.due_on = june(day);
            task.created_at = clock.now();
            tasks::insert(tx, task);
            staff_safety::insert(tx, incident.id, day == 11 ? "support" : "police", task.id);
        }
    });
    auto const steps = read([&](sql::Read& tx) { return staff_safety::steps(tx, incident.id); });
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].code, "support");
    EXPECT_EQ(steps[0].owner_name, "Marta Lindqvist");
    EXPECT_EQ(steps[1].due_on, june(12));
    EXPECT_FALSE(steps[1].done_on);
}

TEST_P(StaffAndServices, list_orders_of_a_time_together_and_no_notices) {
    domain::orders::LegalAction action;
    action.id = LegalActionId(ids.next());
    action.case_file = file.id;
    action.kind = "closure";
    action.place = "Flat 3, Acre Court";
    action.started_on = june(1);
    write([&](sql::Write& tx) {
        legal_actions::insert(tx, action);
        for (int day : {3, 5, 6}) {
            domain::orders::LegalOrder order;
            order.id = LegalOrderId(ids.next());
            order.action = action.id;
            order.case_file = file.id;
            order.form = day == 3 ? domain::orders::OrderForm::notice : domain::orders::OrderForm::final;
            order.made_on = june(day);
            order.from_at = london_midnight(june(day));
            order.recorded_at = clock.now();
            legal_orders::insert(tx, order);
        }
    });
    auto const made = [&](Date from, Date to) {
        return read([&](sql::Read& tx) { return orders_together::made_between(tx, from, to, scope(), 10); });
    };
    EXPECT_EQ(made(june(1), june(30)).size(), 2U);
    ASSERT_EQ(made(june(1), june(5)).size(), 1U);
    EXPECT_EQ(made(june(1), june(5)).front().case_reference, "ASB-26-00001");
    EXPECT_EQ(made(june(1), june(5)).front().place, "Flat 3, Acre Court");
    EXPECT_TRUE(made(june(7), june(30)).empty());
}

DOORSTEP_ON_BOTH_DATABASES(StaffAndServices);

}  // namespace
}  // namespace doorstep::storage
