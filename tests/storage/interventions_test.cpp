#include "storage/interventions.h"

#include "storage/on_a_case.h"

namespace doorstep::storage::interventions {
namespace {

using domain::interventions::Consent;
using domain::interventions::Outcome;
using domain::interventions::Track;

class Interventions : public test::OnACase {
  protected:
    Intervention step(int day) {
        Intervention made;
        made.id = InterventionId(ids.next());
        made.case_file = file.id;
        made.code = "referral-mental-health";
        made.track = Track::support;
        made.used_on = june(day);
        made.used_by = officer.id;
        made.recipient = ana.id;
        made.content = "Asked for help\nwith <sleep>";
        made.referred_to = "Northgate mental health team";
        made.consent = Consent::not_asked;
        made.basis = "Risk of harm";
        made.respond_by = june(day).plus_days(14);
        made.recorded_at = clock.now();
        return made;
    }
    void keep(Intervention const& made) {
        write([&](sql::Write& tx) {
            insert(tx, made);
            return true;
        });
    }
    std::optional<Named> found(InterventionId id) {
        return read([&](sql::Read& tx) { return find(tx, id); });
    }
};

TEST_P(Interventions, keep_everything_about_a_step) {
    auto const made = step(3);
    keep(made);
    auto const named = found(made.id);
    ASSERT_TRUE(named);
    EXPECT_EQ(named->used_by_name, "Dana Okafor");
    EXPECT_EQ(named->recipient_name, "Ana Silva");
    EXPECT_EQ(named->step.content, made.content);
    EXPECT_EQ(named->step.consent, Consent::not_asked);
    EXPECT_EQ(named->step.basis, made.basis);
    EXPECT_EQ(named->step.respond_by, made.respond_by);
    EXPECT_FALSE(named->step.given_how);
    EXPECT_FALSE(named->step.outcome);
    EXPECT_FALSE(found(InterventionId(ids.next())));
}

TEST_P(Interventions, keep_a_warning_to_nobody_known_by_no_account) {
    auto made = step(3);
    made.code = "verbal-warning";
    made.track = Track::enforcement;
    made.given_how = domain::contacts::Method::visit;
    made.recipient.reset();
    made.used_by.reset();
    made.consent.reset();
    keep(made);
    auto const named = found(made.id);
    ASSERT_TRUE(named);
    EXPECT_EQ(named->used_by_name, "");
    EXPECT_EQ(named->recipient_name, "");
    EXPECT_EQ(named->step.given_how, domain::contacts::Method::visit);
    EXPECT_EQ(named->step.track, Track::enforcement);
}

TEST_P(Interventions, come_newest_first_and_in_pages) {
    auto const first = step(2);
    auto const second = step(4);
    auto const third = step(3);
    for (auto const& made : {first, second, third}) keep(made);
    auto const page = [&](int limit, int offset) {
        std::vector<InterventionId> found;
        for (auto const& named : read([&](sql::Read& tx) { return of_case(tx, file.id, limit, offset); }))
            found.push_back(named.step.id);
        return found;
    };
    EXPECT_EQ(page(2, 0), (std::vector{second.id, third.id}));
    EXPECT_EQ(page(2, 2), (std::vector{first.id}));
    EXPECT_EQ(read([&](sql::Read& tx) { return count_of_case(tx, file.id); }), 3);
}

TEST_P(Interventions, take_an_outcome_once_for_each_version) {
    auto made = step(3);
    keep(made);
    auto other = made;
    made.outcome = Outcome::accepted;
    made.outcome_on = june(9);
    made.outcome_note = "First appointment on 15 June";
    EXPECT_TRUE(write([&](sql::Write& tx) { return update_outcome(tx, made); }));
    EXPECT_EQ(made.version, 2);
    other.outcome = Outcome::declined;
    EXPECT_FALSE(write([&](sql::Write& tx) { return update_outcome(tx, other); }));
    auto const named = found(made.id);
    EXPECT_EQ(named->step.outcome, Outcome::accepted);
    EXPECT_EQ(named->step.outcome_on, june(9));
    EXPECT_EQ(named->step.outcome_note, made.outcome_note);
}

DOORSTEP_ON_BOTH_DATABASES(Interventions);

}  // namespace
}  // namespace doorstep::storage::interventions
