#include "usecases/incidents/edit_incident.h"

#include <gtest/gtest.h>

#include "support/site/test_site.h"
#include "usecases/file_history/file_history.h"
#include "usecases/incidents/add_incident.h"

namespace doorstep::usecases::incidents {
namespace {

using domain::access::Role;

class EditIncidents : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});
    std::string const reference = made.file.reference;
    IncidentId const id = add();

    IncidentId add() {
        auto context = site.as(officer);
        return *add_incident(context, {.reference = reference,
                                       .happened_on = *Date::of(2026, 6, 6),
                                       .happened_time = TimeOfDay{23, 10},
                                       .category = "noise",
                                       .place_text = "Flat 4",
                                       .description = "Music until 3am",
                                       .source = domain::incidents::Source::complainant,
                                       .person = made.complainants.front().id});
    }
    EditIncident stored() {
        auto context = site.as(officer);
        return view_edit_incident(context, reference, id.text())->stored;
    }
    Expected<Done> save(EditIncident const& input) {
        auto context = site.as(officer);
        return edit_incident(context, input);
    }
    Expected<Done> strike(std::string reason, std::int64_t version = 1) {
        auto context = site.as(officer);
        return strike_incident(
            context, {.reference = reference, .id = id, .version = version, .reason = std::move(reason)});
    }
    IncidentsView list() {
        auto context = site.as(officer);
        return *view_incidents(context, reference, 1);
    }
};

TEST_F(EditIncidents, put_it_right_under_the_same_number_and_keep_what_it_said) {
    auto input = stored();
    input.happened_on = *Date::of(2026, 6, 5);
    input.happened_time = TimeOfDay{22, 0};
    input.place_text = "Flat 14";
    input.description = "Drums until 3am";
    ASSERT_TRUE(save(input));
    auto const after = list();
    ASSERT_EQ(after.incidents.size(), 1U);
    EXPECT_EQ(after.incidents.front().incident.id, id);
    EXPECT_EQ(after.incidents.front().incident.description, "Drums until 3am");
    EXPECT_EQ(after.incidents.front().incident.happened_on, *Date::of(2026, 6, 5));
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "incident-changed");
    auto context = site.as(site.account(Role::asb_manager));
    auto const history = file_history::view_history(context, reference, {});
    ASSERT_TRUE(history);
    std::string kept;
    for (auto const& [field, value] : history->entries.front().facts) kept += field + ": " + value + "; ";
    for (auto const* words : {"Music until 3am", "Drums until 3am", "6 June 2026", "5 June 2026", "11:10pm"})
        EXPECT_NE(kept.find(words), std::string::npos) << words << " in " << kept;
}

TEST_F(EditIncidents, notices_that_somebody_was_faster) {
    auto const seen = stored();
    auto first = seen;
    first.description = "Drums";
    ASSERT_TRUE(save(first));
    auto second = seen;
    second.description = "Bass";
    EXPECT_EQ(save(second).error().code(), "changed-meanwhile");
    EXPECT_EQ(stored().description, "Drums");
    EXPECT_EQ(strike("Mistaken", seen.version).error().code(), "changed-meanwhile");
}

TEST_F(EditIncidents, refuses_what_a_new_one_would_be_refused_for) {
    auto input = stored();
    input.happened_on = *Date::of(2026, 6, 11);
    EXPECT_EQ(save(input).error().code(), "date-in-future");
    input = stored();
    input.description = " ";
    EXPECT_EQ(save(input).error().code(), "description-missing");
    input = stored();
    input.category = "no-such";
    EXPECT_EQ(save(input).error().code(), "category-unknown");
    input = stored();
    input.person = site.open_case().complainants.front().id;
    EXPECT_EQ(save(input).error().code(), "person-unknown");
}

TEST_F(EditIncidents, strikes_out_with_a_reason_and_counts_it_no_more) {
    EXPECT_EQ(strike(" ").error().code(), "reason-missing");
    ASSERT_TRUE(strike("Another block"));
    auto const after = list();
    EXPECT_TRUE(after.incidents.empty());
    EXPECT_EQ(after.header.counts.incidents, 0);
    ASSERT_EQ(after.struck_out.size(), 1U);
    EXPECT_EQ(after.struck_out.front().incident.struck_reason, "Another block");
    EXPECT_EQ(after.struck_out.front().struck_by, "Dana Okafor");
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "incident-struck-out");
    EXPECT_EQ(strike("Again", 2).error().code(), "incident-struck-out");
    auto context = site.as(officer);
    EXPECT_EQ(view_edit_incident(context, reference, id.text()).error().code(), "incident-struck-out");
    EXPECT_TRUE(view_incident(context, reference, id.text()));
}

TEST_F(EditIncidents, is_for_those_who_work_on_the_case) {
    auto context = site.as(site.account(Role::board_member));
    EXPECT_FALSE(view_edit_incident(context, reference, id.text()));
    auto input = stored();
    EXPECT_FALSE(edit_incident(context, input));
    EXPECT_FALSE(
        strike_incident(context, {.reference = reference, .id = id, .version = 1, .reason = "Mistaken"}));
}

}  // namespace
}  // namespace doorstep::usecases::incidents
