#include <gtest/gtest.h>

#include "storage/case_access.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/case_access/conflict.h"
#include "usecases/case_access/restriction.h"
#include "usecases/cases/open_case.h"
#include "usecases/cases/view_case.h"
#include "usecases/links/links.h"
#include "usecases/people/view_people.h"

namespace doorstep::usecases::case_access {
namespace {

using domain::access::Role;
using domain::cases::LinkKind;

class CaseAccess : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account colleague = site.account(Role::asb_officer, "Huw Pritchard");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    domain::accounts::Account head = site.account(Role::head_of_housing, "Ruth Adeyemi");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});
    std::string const reference = made.file.reference;

    Expected<Done> restrict(std::vector<AccountId> named = {}) {
        auto context = site.as(manager);
        return restrict_case(context,
                             {.reference = reference, .reason = "Staff lives next door", .named = named});
    }
    RefusalKind seen_by(domain::accounts::Account const& account) {
        auto context = site.as(account);
        auto const opened =
            cases::open_case(context.read(), context.viewer, reference, domain::access::Action::see_case);
        return opened ? RefusalKind::invalid : opened.error().kind();  // invalid stands for "seen"
    }
    static constexpr auto seen = RefusalKind::invalid;
};

TEST_F(CaseAccess, a_restricted_case_is_there_only_for_those_named) {
    EXPECT_EQ(seen_by(colleague), seen);
    ASSERT_TRUE(restrict());
    EXPECT_EQ(seen_by(officer), seen);
    EXPECT_EQ(seen_by(manager), seen);
    EXPECT_EQ(seen_by(colleague), RefusalKind::not_found);
    EXPECT_EQ(seen_by(head), RefusalKind::restricted);
    auto context = site.as(manager);
    ASSERT_TRUE(name_person(
        context, {.reference = reference, .account = colleague.id, .reason = "Covers for Dana in July"}));
    EXPECT_EQ(seen_by(colleague), seen);
    ASSERT_TRUE(remove_person(context, {.reference = reference, .account = colleague.id, .reason = ""}));
    EXPECT_EQ(seen_by(colleague), RefusalKind::not_found);
    ASSERT_TRUE(lift_restriction(context, {.reference = reference, .reason = "They moved"}));
    EXPECT_EQ(seen_by(colleague), seen);
}

TEST_F(CaseAccess, restricting_is_for_managers_and_needs_a_reason) {
    auto by_officer = site.as(officer);
    EXPECT_EQ(restrict_case(by_officer, {.reference = reference, .reason = "x", .named = {}}).error().kind(),
              RefusalKind::forbidden);
    auto context = site.as(manager);
    EXPECT_EQ(restrict_case(context, {.reference = reference, .reason = " ", .named = {}}).error().code(),
              "reason-missing");
    EXPECT_EQ(restrict({site.account(Role::partner).id}).error().code(), "account-unknown");
    ASSERT_TRUE(restrict());
    EXPECT_EQ(restrict().error().code(), "restricted-already");
    EXPECT_EQ(lift_restriction(context, {.reference = reference, .reason = ""}).error().code(),
              "reason-missing");
}

TEST_F(CaseAccess, the_owner_stays_on_the_list_of_a_restricted_case) {
    ASSERT_TRUE(restrict());
    auto context = site.as(manager);
    EXPECT_EQ(
        remove_person(context, {.reference = reference, .account = officer.id, .reason = ""}).error().code(),
        "owner-stays");
    EXPECT_EQ(remove_person(context, {.reference = reference, .account = colleague.id, .reason = ""})
                  .error()
                  .code(),
              "not-named");
}

TEST_F(CaseAccess, a_manager_opens_a_restricted_case_with_a_reason_that_is_kept) {
    ASSERT_TRUE(restrict());
    auto context = site.as(head);
    EXPECT_EQ(open_restricted(context, {.reference = reference, .reason = ""}).error().code(),
              "reason-missing");
    ASSERT_TRUE(open_restricted(context, {.reference = reference, .reason = "Complaint to the board"}));
    EXPECT_EQ(seen_by(head), seen);
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "restricted-case-opened");
    auto by_colleague = site.as(colleague);
    EXPECT_EQ(open_restricted(by_colleague, {.reference = reference, .reason = "Curious"}).error().kind(),
              RefusalKind::not_found);
    EXPECT_EQ(seen_by(colleague), RefusalKind::not_found);
}

TEST_F(CaseAccess, for_whoever_declares_a_conflict_the_case_is_not_there) {
    auto context = site.as(officer);
    EXPECT_EQ(declare_conflict(context, {.reference = reference, .account = {}, .reason = ""}).error().code(),
              "reason-missing");
    ASSERT_TRUE(declare_conflict(context, {.reference = reference, .account = {}, .reason = "A cousin"}));
    EXPECT_EQ(seen_by(officer), RefusalKind::not_found);
    auto const file = site.stored(made.file.id);
    EXPECT_FALSE(file.owner);
    site.database().read([&](auto& tx) {
        for (auto const& item : storage::work_items::open_of_case(tx, file.id)) EXPECT_FALSE(item.account);
        return 0;
    });
    auto again = site.as(officer);
    EXPECT_EQ(people::view_people(again, reference).error().kind(), RefusalKind::not_found);
}

TEST_F(CaseAccess, a_conflict_stands_above_a_manager_s_right_to_open_restricted_cases) {
    auto context = site.as(manager);
    ASSERT_TRUE(
        declare_conflict(context, {.reference = reference, .account = head.id, .reason = "A tenant"}));
    ASSERT_TRUE(restrict());
    EXPECT_EQ(seen_by(head), RefusalKind::not_found);
    auto by_head = site.as(head);
    EXPECT_EQ(open_restricted(by_head, {.reference = reference, .reason = "I must"}).error().kind(),
              RefusalKind::not_found);
    EXPECT_EQ(
        name_person(context, {.reference = reference, .account = head.id, .reason = "x"}).error().code(),
        "account-unknown");
}

TEST_F(CaseAccess, only_a_manager_declares_and_withdraws_for_others) {
    auto by_officer = site.as(officer);
    EXPECT_EQ(declare_conflict(by_officer, {.reference = reference, .account = colleague.id, .reason = "x"})
                  .error()
                  .kind(),
              RefusalKind::forbidden);
    auto context = site.as(manager);
    DeclareConflict const input{.reference = reference, .account = colleague.id, .reason = "A neighbour"};
    ASSERT_TRUE(declare_conflict(context, input));
    EXPECT_EQ(declare_conflict(context, input).error().code(), "declared-already");
    EXPECT_EQ(seen_by(colleague), RefusalKind::not_found);
    WithdrawConflict withdrawal{.reference = reference, .account = colleague.id, .reason = ""};
    EXPECT_EQ(withdraw_conflict(context, withdrawal).error().code(), "reason-missing");
    withdrawal.reason = "Moved away";
    ASSERT_TRUE(withdraw_conflict(context, withdrawal));
    EXPECT_EQ(seen_by(colleague), seen);
    EXPECT_EQ(withdraw_conflict(context, withdrawal).error().code(), "not-declared");
}

TEST_F(CaseAccess, somebody_always_stays_who_may_open_a_restricted_case) {
    auto const nobodys = site.open_case();
    auto context = site.as(manager);
    ASSERT_TRUE(restrict_case(context, {.reference = nobodys.file.reference, .reason = "x", .named = {}}));
    EXPECT_EQ(declare_conflict(context, {.reference = nobodys.file.reference, .account = {}, .reason = "x"})
                  .error()
                  .code(),
              "last-one");
    EXPECT_EQ(
        remove_person(context, {.reference = nobodys.file.reference, .account = manager.id, .reason = ""})
            .error()
            .code(),
        "last-one");
}

class LinkedCases : public CaseAccess {
  protected:
    test::TestSite::MadeCase other = site.open_case({.owner = colleague.id});
    Expected<Done> link(std::string const& to, LinkKind kind = LinkKind::counter_allegation) {
        auto context = site.as(officer);
        return links::link_case(
            context,
            {.reference = reference, .other_reference = to, .kind = kind, .reason = "Each names the other"});
    }
    std::vector<storage::cases::LinkedCase> links_of(std::string const& of,
                                                     domain::accounts::Account const& by) {
        auto context = site.as(by);
        return links::view_links(context, of).value().links;
    }
};

TEST_F(LinkedCases, both_files_say_so_and_nothing_is_merged) {
    ASSERT_TRUE(link(" " + other.file.reference + " "));
    EXPECT_EQ(links_of(reference, officer).front().reference, other.file.reference);
    EXPECT_EQ(links_of(other.file.reference, colleague).front().reference, reference);
    EXPECT_EQ(site.events_of(other.file.id.text()).back(), "case-linked");
    auto context = site.as(officer);
    EXPECT_EQ(people::view_people(context, reference)->people.size(), 2U);
}

TEST_F(LinkedCases, refuse_the_case_itself_one_that_is_not_there_and_a_second_link) {
    EXPECT_EQ(link(reference).error().code(), "same-case");
    EXPECT_EQ(link("ASB-26-99999").error().code(), "case-unknown");
    ASSERT_TRUE(link(other.file.reference));
    EXPECT_EQ(link(other.file.reference).error().code(), "linked-already");
}

TEST_F(LinkedCases, a_restricted_case_is_as_if_it_were_not_there) {
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_EQ(link(hidden.file.reference).error().code(), "case-unknown");
    ASSERT_TRUE(link(other.file.reference));
    auto context = site.as(manager);
    ASSERT_TRUE(
        restrict_case(context, {.reference = other.file.reference, .reason = "High profile", .named = {}}));
    EXPECT_TRUE(links_of(reference, officer).empty());
    auto by_officer = site.as(officer);
    auto const view = cases::view_case(by_officer, reference, {});
    for (auto const& item : view->timeline) {
        EXPECT_EQ(item.said.find("Each names the other"), std::string::npos);
        for (auto const& fact : item.facts) EXPECT_NE(fact.value, other.file.reference);
    }
    for (auto const& alert : view->alerts)
        EXPECT_EQ(alert.words.find(other.file.reference), std::string::npos);
}

TEST_F(LinkedCases, a_link_is_removed_from_both) {
    ASSERT_TRUE(link(other.file.reference));
    auto context = site.as(officer);
    ASSERT_TRUE(
        links::unlink_case(context, {.reference = reference, .other_reference = other.file.reference}));
    EXPECT_TRUE(links_of(other.file.reference, colleague).empty());
    EXPECT_EQ(links::unlink_case(context, {.reference = reference, .other_reference = other.file.reference})
                  .error()
                  .code(),
              "not-linked");
}

}  // namespace
}  // namespace doorstep::usecases::case_access
