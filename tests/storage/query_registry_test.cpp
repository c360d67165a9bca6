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

/// The trap that the how-to page warns of: only PostgreSQL minds.
TEST_P(QueryRegistry, takes_an_optional_filter_with_a_cast) {
    Query const filter(
        "test.registry.filter",
        "SELECT key FROM site WHERE CAST(:value AS TEXT) IS NULL OR value = :value ORDER BY key");
    database().run_script("INSERT INTO site (key, value) VALUES ('a', '1'), ('b', '2')");
    auto const keys = [&](std::optional<std::string> const& value) {
        return database().read([&](storage::sql::Read& tx) {
            return tx.values<std::string>(filter, {{"value", value}});
        });
    };
    EXPECT_THAT(keys(std::nullopt), testing::ElementsAre("a", "b"));
    EXPECT_THAT(keys("2"), testing::ElementsAre("b"));
}

TEST(OpenDatabase, knows_the_engine_by_the_location) {
    for (auto const* const location :
         {"postgresql://a@b/c", "postgres://b/c", "host=/run dbname=c", "dbname=c"})
        EXPECT_EQ(storage::sql::engine_of(location), Engine::postgres) << location;
    for (auto const* const location : {"doorstep.db", "/var/lib/doorstep/doorstep.db", "./host.db"})
        EXPECT_EQ(storage::sql::engine_of(location), Engine::sqlite) << location;
}

}  // namespace
}  // namespace doorstep
