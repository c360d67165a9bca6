#include "storage/approvals.h"

#include <gmock/gmock.h>

#include "storage/menu_counts.h"
#include "storage/on_a_case.h"

namespace doorstep::storage::approvals {
namespace {

using domain::access::Role;
using ::testing::ElementsAre;

class Approvals : public test::OnACase {
  protected:
    Approval asked(AccountId by, std::optional<CaseFileId> about, std::string subject) {
        clock.set(clock.now().plus_seconds(60));
        Approval approval{.id = ApprovalId(ids.next()),
                          .kind = about ? Kind::closure : Kind::standard,
                          .case_file = about,
                          .subject = std::move(subject),
                          .reason = "All done",
                          .details = R"({"outcome":"resolved"})",
                          .requested_by = by,
                          .requested_at = clock.now(),
                          .decision = {},
                          .decision_note = "",
                          .decided_by = {},
                          .decided_at = {}};
        write([&](sql::Write& tx) {
            insert(tx, approval);
            return true;
        });
        return approval;
    }
    CaseScope scope(AccountId account) {
        domain::access::Viewer viewer;
        viewer.account = account;
        viewer.roles.add(Role::asb_manager);
        return case_scope(viewer, domain::access::Action::approve);
    }
    std::vector<ApprovalId> waiting(AccountId account, int limit = 25, int offset = 0) {
        std::vector<ApprovalId> found;
        for (auto const& entry :
             read([&](sql::Read& tx) { return waiting_for(tx, scope(account), limit, offset); }))
            found.push_back(entry.approval.id);
        return found;
    }
    int counted(AccountId account) {
        auto const count = read([&](sql::Read& tx) { return count_waiting_for(tx, scope(account)); });
        auto const in_menu = read([&](sql::Read& tx) {
            return menu_counts(tx, {.approvals = scope(account), .decides = true}).approvals;
        });
        EXPECT_EQ(count, in_menu);
        return count;
    }
};

TEST_P(Approvals, are_counted_in_the_menu_no_further_than_it_shows) {
    for (int n = 0; n < most_in_menu + 3; ++n) asked(officer.id, {}, "s" + std::to_string(n));
    EXPECT_EQ(read([&](sql::Read& tx) {
                  return menu_counts(tx, {.approvals = scope(manager.id), .decides = true}).approvals;
              }),
              most_in_menu);
}

TEST_P(Approvals, keep_what_was_asked) {
    auto const approval = asked(officer.id, file.id, std::string(file.id.text()));
    auto const found = read([&](sql::Read& tx) { return find_for(tx, scope(manager.id), approval.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->approval.kind, Kind::closure);
    EXPECT_EQ(found->approval.subject, file.id.text());
    EXPECT_EQ(found->approval.reason, "All done");
    EXPECT_EQ(found->approval.details, R"({"outcome":"resolved"})");
    EXPECT_EQ(found->approval.requested_at, approval.requested_at);
    EXPECT_EQ(found->requested_by_name, "Dana Okafor");
    EXPECT_EQ(found->case_reference, "ASB-26-00001");
    EXPECT_FALSE(found->approval.decision);
}

TEST_P(Approvals, wait_oldest_first_for_everybody_but_whoever_asked) {
    auto const first = asked(officer.id, file.id, "one");
    auto const second = asked(manager.id, std::nullopt, "two");
    auto const third = asked(officer.id, std::nullopt, "three");
    EXPECT_THAT(waiting(manager.id), ElementsAre(first.id, third.id));
    EXPECT_THAT(waiting(officer.id), ElementsAre(second.id));
    EXPECT_THAT(waiting(manager.id, 1, 1), ElementsAre(third.id));
    EXPECT_EQ(counted(manager.id), 2);
    EXPECT_FALSE(read([&](sql::Read& tx) { return find_for(tx, scope(manager.id), second.id); }));
    EXPECT_TRUE(read([&](sql::Read& tx) { return is_own(tx, manager.id, second.id); }));
    EXPECT_FALSE(read([&](sql::Read& tx) { return is_own(tx, manager.id, first.id); }));
}

TEST_P(Approvals, about_a_restricted_case_are_for_those_named_only) {
    asked(officer.id, file.id, "one");
    file.restricted = true;
    write([&](sql::Write& tx) { return cases::update(tx, file); });
    EXPECT_THAT(waiting(manager.id), ElementsAre());
    EXPECT_EQ(counted(manager.id), 0);
}

TEST_P(Approvals, are_decided_once) {
    auto const approval = asked(officer.id, file.id, "one");
    auto const decided = [&](Decision decision) {
        return write([&](sql::Write& tx) {
            return decide(tx, approval.id, decision, "Seen", manager.id, clock.now());
        });
    };
    EXPECT_TRUE(decided(Decision::approved));
    EXPECT_FALSE(decided(Decision::sent_back));
    EXPECT_EQ(counted(manager.id), 0);
    auto const found = read([&](sql::Read& tx) { return find_for(tx, scope(manager.id), approval.id); });
    EXPECT_EQ(found->approval.decision, Decision::approved);
    EXPECT_EQ(found->approval.decision_note, "Seen");
    EXPECT_EQ(found->approval.decided_by, manager.id);
    EXPECT_EQ(found->approval.decided_at, clock.now());
}

TEST_P(Approvals, are_found_by_what_they_are_about) {
    auto const approval = asked(officer.id, file.id, "one");
    auto const about = [&](Kind kind, std::string_view subject) {
        return read([&](sql::Read& tx) { return waiting_about(tx, kind, subject); });
    };
    EXPECT_EQ(about(Kind::closure, "one")->approval.id, approval.id);
    EXPECT_FALSE(about(Kind::lower_risk, "one"));
    EXPECT_EQ(read([&](sql::Read& tx) { return waiting_of_case(tx, file.id); }).size(), 1u);
    write([&](sql::Write& tx) {
        return decide(tx, approval.id, Decision::withdrawn, "", officer.id, clock.now());
    });
    EXPECT_FALSE(about(Kind::closure, "one"));
    EXPECT_TRUE(read([&](sql::Read& tx) { return waiting_of_case(tx, file.id); }).empty());
}

DOORSTEP_ON_BOTH_DATABASES(Approvals);

}  // namespace
}  // namespace doorstep::storage::approvals
