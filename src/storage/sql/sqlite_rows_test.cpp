#include "storage/sql/sqlite_rows.h"

#include <gtest/gtest.h>

namespace doorstep::storage::sql {
namespace {

Query const plain{"test.many_plain", "  INSERT INTO t (a, b)\n VALUES (:one, :two)"};
Query const with_rest{"test.many_rest",
                      "INSERT INTO t (a, b) VALUES (:two, CAST(:one AS TEXT)) ON CONFLICT (a) DO NOTHING"};
Query const with_parameter_after{"test.many_after",
                                 "INSERT INTO t (a) VALUES (:a) ON CONFLICT (a) DO UPDATE SET b = :b"};
Query const of_a_select{"test.many_select", "INSERT INTO t (a) SELECT a FROM u WHERE b = :b"};

TEST(StatementOfMany, takes_the_values_from_the_rows_that_wait) {
    EXPECT_EQ(statement_of_many(plain),
              "INSERT OR FAIL INTO t (a, b)\n SELECT c0, c1 FROM waiting_rows WHERE TRUE");
    EXPECT_EQ(statement_of_many(with_rest),
              "INSERT OR FAIL INTO t (a, b) SELECT c0, CAST(c1 AS TEXT) FROM waiting_rows WHERE TRUE ON "
              "CONFLICT (a) "
              "DO NOTHING");
}

TEST(StatementOfMany, leaves_every_other_statement_alone) {
    EXPECT_FALSE(statement_of_many(with_parameter_after));
    EXPECT_FALSE(statement_of_many(of_a_select));
}

}  // namespace
}  // namespace doorstep::storage::sql
