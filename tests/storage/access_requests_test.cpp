#include "storage/access_requests.h"

#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/storage_test.h"

namespace doorstep::storage {
namespace {

using domain::access::AccessRequest;
using domain::access::AccessState;
using domain::access::AskedFor;

class AccessRequests : public test::OnBothDatabases {
  protected:
    AccountId account(std::string id, std::string name) {
        domain::accounts::Account made;
        made.id = *AccountId::parse(id);
        made.name = name;
        made.email = name + "@elmfield.example";
        database().write([&](sql::Write& tx) { accounts::insert(tx, made, Instant()); });
        return made.id;
    }
    CaseFileId open_case() {
        domain::cases::CaseFile file;
        file.id = *CaseFileId::parse("018f4e6a-7b1c-7d2e-8f30-000000000009");
        file.reference = "ASB-26-00001";
        file.title = "Loud music, Acre Court";
        database().write([&](sql::Write& tx) { cases::insert(tx, file); });
        return file.id;
    }
    bool insert(AccessRequest const& request) {
        return database().write([&](sql::Write& tx) { return access_requests::insert(tx, request); });
    }
    bool decide(AccessRequest const& request) {
        return database().write([&](sql::Write& tx) { return access_requests::decide(tx, request); });
    }
};
DOORSTEP_ON_BOTH_DATABASES(AccessRequests);

TEST_P(AccessRequests, wait_once_for_a_person_and_a_case_and_are_answered_once) {
    auto const huw = account("018f4e6a-7b1c-7d2e-8f30-000000000001", "Huw Pritchard");
    auto const dana = account("018f4e6a-7b1c-7d2e-8f30-000000000002", "Dana Okafor");
    AccessRequest request{.id = "a", .case_file = open_case(), .account = huw, .reason = "Covers for Dana"};
    EXPECT_TRUE(insert(request));
    request.id = "b";
    EXPECT_FALSE(insert(request));
    request.kind = AskedFor::opened;
    EXPECT_TRUE(insert(request)) << "of another kind";

    auto found = *database().read([](sql::Read& tx) { return access_requests::find(tx, "a"); });
    EXPECT_EQ(found.asked_by, "Huw Pritchard");
    EXPECT_EQ(found.case_reference, "ASB-26-00001");
    EXPECT_EQ(found.request.state, AccessState::waiting);
    found.request.state = AccessState::allowed;
    found.request.until_on = Date::of(2026, 6, 20);
    found.request.answer = "Until Dana is back";
    found.request.decided_by = dana;
    found.request.decided_at = Instant();
    EXPECT_TRUE(decide(found.request));
    EXPECT_FALSE(decide(found.request));
    auto const decided = *database().read([](sql::Read& tx) { return access_requests::find(tx, "a"); });
    EXPECT_EQ(decided.request.until_on, Date::of(2026, 6, 20));
    EXPECT_EQ(decided.decided_by, "Dana Okafor");
    request.id = "c";
    request.kind = AskedFor::to_see;
    EXPECT_TRUE(insert(request)) << "one that was answered is no hindrance";
}

}  // namespace
}  // namespace doorstep::storage
