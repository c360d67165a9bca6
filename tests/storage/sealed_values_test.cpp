#include "storage/sealed_values.h"

#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "storage/on_a_case.h"

namespace doorstep::storage {
namespace {

class SealedValues : public test::OnACase {
  protected:
    void seal(AccountId account, std::string const& value) {
        write([&](sql::Write& tx) { accounts::set_second_factor(tx, account, value); });
    }
    auto not_sealed_by(std::string_view key) {
        return read([&](sql::Read& tx) { return sealed_values::not_sealed_by(tx, key); });
    }
};

TEST_P(SealedValues, are_found_by_the_key_that_did_not_seal_them) {
    EXPECT_TRUE(not_sealed_by("aaaaaaaa").empty());
    seal(officer.id, "aaaaaaaa.one");
    seal(manager.id, "bbbbbbbb.two");
    auto const others = not_sealed_by("aaaaaaaa");
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others.front().kind, "account");
    EXPECT_EQ(others.front().id, manager.id.text());
    EXPECT_EQ(others.front().value, "bbbbbbbb.two");
}

TEST_P(SealedValues, are_replaced_unless_somebody_was_faster) {
    seal(manager.id, "bbbbbbbb.two");
    auto const other = not_sealed_by("aaaaaaaa").front();
    EXPECT_TRUE(write([&](sql::Write& tx) { return sealed_values::replace(tx, other, "aaaaaaaa.again"); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return sealed_values::replace(tx, other, "aaaaaaaa.late"); }));
    EXPECT_TRUE(not_sealed_by("aaaaaaaa").empty());
}

TEST_P(SealedValues, are_counted_by_key_with_recovery_codes_that_can_be_used) {
    seal(officer.id, "aaaaaaaa.one");
    write([&](sql::Write& tx) {
        accounts::replace_recovery_codes(tx, officer.id, {"aaaaaaaa.x", "bbbbbbbb.y", "bbbbbbbb.z"});
        return accounts::use_recovery_code(tx, officer.id, "bbbbbbbb.z", clock.now());
    });
    auto const counts = read([](sql::Read& tx) { return sealed_values::counted_by_key(tx); });
    EXPECT_EQ(counts, (std::map<std::string, int>{{"aaaaaaaa", 2}, {"bbbbbbbb", 1}}));
}

DOORSTEP_ON_BOTH_DATABASES(SealedValues);

}  // namespace
}  // namespace doorstep::storage
