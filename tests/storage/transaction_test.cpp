#include "support/databases.h"

namespace doorstep {
namespace {

using storage::sql::Query;
using storage::sql::Read;
using storage::sql::Write;

Query const insert_fact{"test.transaction.insert", "INSERT INTO site (key, value) VALUES (:key, :value)"};
Query const select_fact{"test.transaction.select", "SELECT value FROM site WHERE key = :key"};

using Transaction = test::OnBothDatabases;
DOORSTEP_ON_BOTH_DATABASES(Transaction);

TEST_P(Transaction, keeps_what_was_written) {
    auto const rows = database().write([](Write& tx) {
        return tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
    });
    EXPECT_EQ(rows, 1);
    reopen();
    auto const value = database().read([](Read& tx) {
        return tx.value<std::string>(select_fact, {{"key", "a"}});
    });
    EXPECT_EQ(value, "1");
}

}  // namespace
}  // namespace doorstep
