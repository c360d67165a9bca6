#include "storage/storage_test.h"

namespace doorstep {
namespace {

using storage::sql::Engine;
using storage::sql::Query;

using QueryRegistry = test::OnBothDatabases;
DOORSTEP_ON_BOTH_DATABASES(QueryRegistry);

/// Those of tests name tables that only tests make.
bool is_a_tests(Query const& query) { return query.name().starts_with("test."); }

TEST_P(QueryRegistry, has_only_queries_that_the_engine_accepts) {
    int accepted = 0;
    for (auto const* query : Query::all()) {
        if (is_a_tests(*query)) continue;
        EXPECT_NO_THROW(database().prepare(*query)) << query->name() << ":\n" << query->text(engine());
        ++accepted;
    }
    EXPECT_GE(accepted, 5);
}

TEST_P(QueryRegistry, finds_a_query_that_the_engine_does_not_accept) {
    Query const misspelt("test.registry.misspelt", "SELECT keey FROM site WHERE value = :value");
    EXPECT_EQ(test::kind_thrown_by([&] { database().prepare(misspelt); }), FailureKind::bug);
    Query const of_two_statements("test.registry.two", "SELECT 1; SELECT 2");
    EXPECT_EQ(test::kind_thrown_by([&] { database().prepare(of_two_statements); }), FailureKind::bug);
    Query const positional("test.registry.positional", "SELECT key FROM site WHERE key = ?");
    EXPECT_EQ(test::kind_thrown_by([&] { database().prepare(positional); }), FailureKind::bug);
    Query const right("test.registry.right", "SELECT key FROM site WHERE key = :key");
    EXPECT_NO_THROW(database().prepare(right));
}

}  // namespace
}  // namespace doorstep
