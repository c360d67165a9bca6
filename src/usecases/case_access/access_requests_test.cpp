#include "usecases/case_access/access_requests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/my_work.h"
#include "support/site/test_site.h"
#include "usecases/case_access/conflict.h"
#include "usecases/case_access/restriction.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/list_cases.h"

namespace doorstep::usecases::case_access {
namespace {

using domain::access::AccessState;
using domain::access::Action;
using domain::access::Role;
using domain::accounts::Account;
using domain::work::Kind;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

class AskingForAccess : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    Account officer = site.account(Role::asb_officer, "Dana Okafor");
    Account colleague = site.account(Role::asb_officer, "Huw Pritchard");
    Account housing = site.account(Role::housing_officer, "Sam Reyes");
    Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    Account head = site.account(Role::head_of_housing, "Ruth Adeyemi");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});
    std::string const reference = made.file.reference;

    void restrict() {
        auto context = site.as(manager);
        ASSERT_TRUE(
            restrict_case(context, {.reference = reference, .reason = "Staff lives next door", .named = {}}));
    }
    Expected<Done> ask(Account const& who, std::string of) {
        auto context = site.as(who);
        return ask_access(context, {.reference = std::move(of), .reason = "I cover for Dana"});
    }
    /// Subjects of the open items of a kind that somebody finds under My work.
    std::vector<std::string> items(Account const& who, Kind kind) {
        auto context = site.as(who);
        auto const rows =
            storage::my_work::due(context.read(), {.account = who.id, .today = context.today, .band = {}},
                                  storage::case_scope(context.viewer, Action::see_case))
                .rows;
        std::vector<std::string> subjects;
        for (auto const& row : rows)
            if (row.item.kind == kind) subjects.push_back(row.item.subject);
        return subjects;
    }
    Expected<Done> answer(Account const& who, std::string id, AccessAnswer answer, std::optional<int> days,
                          std::string note = "") {
        auto context = site.as(who);
        return answer_access(context,
                             {.id = std::move(id), .answer = answer, .days = days, .note = std::move(note)});
    }
    bool sees(Account const& who) {
        auto context = site.as(who);
        bool const opens =
            cases::open_case(context.read(), context.viewer, reference, Action::see_case).has_value();
        auto const listed = find::list_cases(context, {});
        bool const lists = listed && std::any_of(listed->cases.begin(), listed->cases.end(),
                                                 [&](auto const& row) { return row.reference == reference; });
        EXPECT_EQ(opens, lists) << "what may be opened is listed, and the other way round";
        return opens;
    }
    AccessState state(std::string const& id, Account const& who) {
        auto context = site.as(who);
        return view_access_request(context, id)->request.state;
    }
};

TEST_F(AskingForAccess, reaches_the_owner_and_stands_in_the_history_of_the_case) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    ASSERT_EQ(items(officer, Kind::access_request).size(), 1U);
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "access-asked");
    EXPECT_FALSE(sees(colleague));
    ASSERT_TRUE(ask(colleague, reference)) << "asking again says the same";
    EXPECT_EQ(items(officer, Kind::access_request).size(), 1U);
}

TEST_F(AskingForAccess, gives_leave_for_the_days_said_and_no_longer) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    auto const id = items(officer, Kind::access_request).front();
    ASSERT_TRUE(answer(officer, id, AccessAnswer::allow, 3));
    EXPECT_TRUE(sees(colleague));
    EXPECT_THAT(items(officer, Kind::access_request), IsEmpty());
    EXPECT_THAT(items(colleague, Kind::access_answer), Contains(id));
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "access-decided");
    site.set_today(site.today().plus_days(3));
    EXPECT_TRUE(sees(colleague));
    site.set_today(site.today().plus_days(1));
    EXPECT_FALSE(sees(colleague));
}

TEST_F(AskingForAccess, gives_a_housing_officer_a_case_that_is_not_theirs) {
    EXPECT_FALSE(sees(housing));
    ASSERT_TRUE(ask(housing, reference));
    ASSERT_TRUE(answer(officer, items(officer, Kind::access_request).front(), AccessAnswer::allow, 1));
    EXPECT_TRUE(sees(housing));
    site.set_today(site.today().plus_days(2));
    EXPECT_FALSE(sees(housing));
    ASSERT_TRUE(ask(housing, reference)) << "they ask again";
    ASSERT_TRUE(answer(officer, items(officer, Kind::access_request).front(), AccessAnswer::allow, 1));
    EXPECT_TRUE(sees(housing));
}

TEST_F(AskingForAccess, is_refused_with_a_reason_that_the_asker_reads) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    auto const id = items(officer, Kind::access_request).front();
    EXPECT_EQ(answer(officer, id, AccessAnswer::refuse, {}).error().code(), "note-missing");
    ASSERT_TRUE(answer(officer, id, AccessAnswer::refuse, {}, "Ring me instead"));
    EXPECT_FALSE(sees(colleague));
    auto context = site.as(colleague);
    auto const view = view_access_request(context, id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->request.answer, "Ring me instead");
    EXPECT_EQ(view->decided_by, "Dana Okafor");
    EXPECT_FALSE(view->may_decide);
    ASSERT_TRUE(read_answer(context, id));
    EXPECT_THAT(items(colleague, Kind::access_answer), IsEmpty());
}

TEST_F(AskingForAccess, says_the_same_of_a_case_that_is_not_there) {
    ASSERT_TRUE(ask(colleague, "ASB-26-99999"));
    EXPECT_EQ(site.events_of(colleague.id.text()).back(), "access-asked");
}

TEST_F(AskingForAccess, says_the_same_to_whoever_has_a_conflict_of_interest_and_reaches_nobody) {
    auto context = site.as(manager);
    ASSERT_TRUE(declare_conflict(context,
                                 {.reference = reference, .account = colleague.id, .reason = "A neighbour"}));
    ASSERT_TRUE(ask(colleague, reference));
    EXPECT_THAT(items(officer, Kind::access_request), IsEmpty());
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "conflict-declared");
    EXPECT_EQ(site.events_of(colleague.id.text()).back(), "access-asked");
}

TEST_F(AskingForAccess, is_never_granted_to_somebody_who_has_a_conflict_of_interest_by_then) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    auto const id = items(officer, Kind::access_request).front();
    auto context = site.as(manager);
    ASSERT_TRUE(declare_conflict(context,
                                 {.reference = reference, .account = colleague.id, .reason = "A neighbour"}));
    EXPECT_EQ(answer(officer, id, AccessAnswer::allow, 3).error().code(), "account-unknown");
    EXPECT_FALSE(sees(colleague));
    auto by_colleague = site.as(colleague);
    EXPECT_EQ(view_access_request(by_colleague, id).error().kind(), RefusalKind::not_found);
}

TEST_F(AskingForAccess, is_answered_by_the_owner_or_a_manager_who_may_see_the_case_and_by_nobody_else) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    auto const id = items(officer, Kind::access_request).front();
    EXPECT_EQ(answer(colleague, id, AccessAnswer::allow, 3).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(answer(housing, id, AccessAnswer::allow, 3).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(answer(head, id, AccessAnswer::allow, 3).error().kind(), RefusalKind::not_found);
    ASSERT_TRUE(answer(manager, id, AccessAnswer::allow, 3));
    EXPECT_EQ(answer(officer, id, AccessAnswer::allow, 3).error().code(), "answered-already");
}

TEST_F(AskingForAccess, goes_to_a_manager_where_the_case_has_no_owner) {
    auto const nobodys = site.open_case();
    auto context = site.as(head);
    ASSERT_TRUE(
        restrict_case(context, {.reference = nobodys.file.reference, .reason = "High profile", .named = {}}));
    ASSERT_TRUE(ask(colleague, nobodys.file.reference));
    EXPECT_EQ(items(head, Kind::access_request).size(), 1U);
}

TEST_F(AskingForAccess, is_for_days_that_the_standard_allows) {
    restrict();
    ASSERT_TRUE(ask(colleague, reference));
    auto const id = items(officer, Kind::access_request).front();
    for (auto const days : {std::optional<int>(), std::optional(0), std::optional(29)})
        EXPECT_EQ(answer(officer, id, AccessAnswer::allow, days).error().code(), "days-wrong");
    EXPECT_TRUE(answer(officer, id, AccessAnswer::allow, 28));
}

TEST_F(AskingForAccess, is_refused_without_a_reason_for_a_case_one_may_see_and_for_roles_that_open_none) {
    auto context = site.as(colleague);
    EXPECT_EQ(ask_access(context, {.reference = reference, .reason = " "}).error().code(), "reason-missing");
    EXPECT_EQ(ask_access(context, {.reference = "", .reason = "x"}).error().code(), "reference-missing");
    EXPECT_EQ(ask(colleague, reference).error().code(), "may-open-already");
    EXPECT_EQ(ask(site.account(Role::business_support), reference).error().kind(), RefusalKind::forbidden);
}

class OpeningWithAReason : public AskingForAccess {
  protected:
    /// The head of housing opens it; the manager is told.
    std::string opened() {
        restrict();
        auto context = site.as(head);
        EXPECT_TRUE(open_restricted(context, {.reference = reference, .reason = "Complaint to the board"}));
        auto const told = items(manager, Kind::restricted_opening);
        EXPECT_EQ(told.size(), 1U);
        return told.empty() ? "" : told.front();
    }
};

TEST_F(OpeningWithAReason, tells_another_manager_who_finds_it_in_order) {
    auto const id = opened();
    EXPECT_TRUE(sees(head));
    EXPECT_THAT(items(head, Kind::restricted_opening), IsEmpty());
    auto context = site.as(manager);
    auto const view = view_access_request(context, id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->asked_by, "Ruth Adeyemi");
    EXPECT_EQ(view->request.reason, "Complaint to the board");
    EXPECT_TRUE(view->may_decide);
    ASSERT_TRUE(answer(manager, id, AccessAnswer::allow, {}));
    EXPECT_EQ(state(id, manager), AccessState::seen);
    EXPECT_THAT(items(manager, Kind::restricted_opening), IsEmpty());
    EXPECT_TRUE(sees(head));
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "restricted-opening-seen");
}

TEST_F(OpeningWithAReason, that_was_not_in_order_takes_them_off_the_list) {
    auto const id = opened();
    EXPECT_EQ(answer(head, id, AccessAnswer::allow, {}).error().kind(), RefusalKind::not_found)
        << "their own";
    ASSERT_TRUE(answer(manager, id, AccessAnswer::refuse, {}, "Ask me first"));
    EXPECT_FALSE(sees(head));
    EXPECT_THAT(items(head, Kind::access_answer), Contains(id));
}

TEST_F(OpeningWithAReason, reaches_a_manager_who_may_not_open_the_case_themselves) {
    restrict();
    auto const other = site.account(Role::asb_manager, "Aled Bowen");
    auto by_manager = site.as(manager);
    ASSERT_TRUE(
        declare_conflict(by_manager, {.reference = reference, .account = {}, .reason = "A former tenant"}));
    auto context = site.as(head);
    ASSERT_TRUE(open_restricted(context, {.reference = reference, .reason = "Complaint to the board"}));
    ASSERT_EQ(items(other, Kind::restricted_opening).size(), 1U);
    EXPECT_FALSE(sees(other));
    EXPECT_THAT(items(manager, Kind::restricted_opening), IsEmpty());
    ASSERT_TRUE(answer(other, items(other, Kind::restricted_opening).front(), AccessAnswer::allow, {}));
}

}  // namespace
}  // namespace doorstep::usecases::case_access
