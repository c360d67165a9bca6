#include <limits>

#include "storage/storage_test.h"

namespace doorstep {
namespace {

using storage::sql::Bindings;
using storage::sql::json_list;
using storage::sql::Parameter;
using storage::sql::Query;
using storage::sql::Read;
using storage::sql::Row;
using storage::sql::Write;

enum class Colour { red, green };
constexpr auto enum_names(Colour) {
    return std::array{EnumName{Colour::red, "red", "Red"}, EnumName{Colour::green, "green", "Green"}};
}
using ThingId = StrongId<struct ThingIdTag>;

constexpr auto create_thing =
    "CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, count BIGINT, size DOUBLE PRECISION, flag BOOLEAN, "
    "words TEXT)";

Query const insert_thing{
    "test.values.insert",
    "INSERT INTO thing (id, count, size, flag, words) VALUES (:id, :count, :size, :flag, :words)"};
Query const select_count{"test.values.count", "SELECT count FROM thing WHERE id = :id"};
Query const select_size{"test.values.size", "SELECT size FROM thing WHERE id = :id"};
Query const select_flag{"test.values.flag", "SELECT flag FROM thing WHERE id = :id"};
Query const select_words{"test.values.words", "SELECT words FROM thing WHERE id = :id"};
Query const select_all{"test.values.all", "SELECT id, count, size, flag, words FROM thing ORDER BY id"};
Query const select_by_words{"test.values.by_words",
                            "SELECT id FROM thing WHERE words {in:words} ORDER BY id"};
Query const select_not_words{"test.values.not_words",
                             "SELECT id FROM thing WHERE NOT (words {in:words}) ORDER BY id"};
Query const select_sum{"test.values.sum", "SELECT sum(count) FROM thing"};
Query const select_order{"test.values.order", "SELECT words FROM thing ORDER BY words"};

class Values : public test::OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (!IsSkipped()) database().run_script(create_thing);
    }

    struct Thing {
        std::string id = "thing";
        std::optional<std::int64_t> count;
        std::optional<double> size;
        std::optional<bool> flag;
        std::optional<std::string> words;
    };
    void insert(Thing const& thing) {
        database().write([&](Write& tx) {
            tx.run(insert_thing, {{"id", thing.id},
                                  {"count", thing.count},
                                  {"size", thing.size},
                                  {"flag", thing.flag},
                                  {"words", thing.words}});
        });
    }
    template <class T>
    T read_back(Query const& query, std::string const& id = "thing") {
        auto const found = database().read([&](Read& tx) { return tx.value<T>(query, {{"id", id}}); });
        if (!found) throw std::runtime_error("no such row");
        return *found;
    }
    std::vector<std::string> ids(Query const& query, std::vector<std::string> const& words) {
        return database().read([&](Read& tx) {
            return tx.values<std::string>(query, {{"words", json_list(words)}});
        });
    }
};
DOORSTEP_ON_BOTH_DATABASES(Values);

TEST_P(Values, keep_whole_numbers_of_64_bits) {
    using Limits = std::numeric_limits<std::int64_t>;
    for (auto const number : {Limits::min(), Limits::max(), std::int64_t{0}, std::int64_t{-1}}) {
        auto const id = std::to_string(number);
        insert({.id = id, .count = number});
        EXPECT_EQ(read_back<std::int64_t>(select_count, id), number);
    }
}

TEST_P(Values, keep_fractions_to_the_last_bit) {
    for (auto const number : {0.1, -1.0 / 3, 1e300, 5e-324, 15.0, -0.0}) {
        auto const id = std::to_string(number) + (number < 0 ? "-" : "");
        insert({.id = id, .size = number});
        EXPECT_EQ(read_back<double>(select_size, id), number);
    }
}

TEST_P(Values, keep_truth) {
    insert({.id = "yes", .flag = true});
    insert({.id = "no", .flag = false});
    EXPECT_TRUE(read_back<bool>(select_flag, "yes"));
    EXPECT_FALSE(read_back<bool>(select_flag, "no"));
}

TEST_P(Values, keep_text_of_every_kind) {
    for (std::string const& words : {std::string("O'Neill said \"no\" \\ $1 :name {in:x}"),
                                     std::string("Zoë Ŵyn 🏠 ਪੰਜਾਬੀ"), std::string("line\r\nend\t\x01"),
                                     std::string("; DROP TABLE thing; --"), std::string(1 << 20, 'x')}) {
        auto const id = std::to_string(std::hash<std::string>{}(words));
        insert({.id = id, .words = words});
        EXPECT_EQ(read_back<std::string>(select_words, id), words);
    }
}

TEST_P(Values, tell_empty_text_from_none) {
    insert({.id = "empty", .words = ""});
    insert({.id = "none", .words = std::nullopt});
    EXPECT_EQ(read_back<std::optional<std::string>>(select_words, "empty"), "");
    EXPECT_EQ(read_back<std::optional<std::string>>(select_words, "none"), std::nullopt);
}

TEST_P(Values, take_a_view_without_text_as_empty) {
    database().write([](Write& tx) {
        tx.run(insert_thing, {{"id", "view"},
                              {"count", std::nullopt},
                              {"size", std::nullopt},
                              {"flag", std::nullopt},
                              {"words", std::string_view()}});
    });
    EXPECT_EQ(read_back<std::string>(select_words, "view"), "");
}

TEST_P(Values, take_a_view_of_part_of_a_text) {
    std::string const whole = "before-middle-after";
    database().write([&](Write& tx) {
        tx.run(insert_thing, {{"id", "view"},
                              {"count", 1},
                              {"size", 1.5},
                              {"flag", true},
                              {"words", std::string_view(whole).substr(7, 6)}});
    });
    EXPECT_EQ(read_back<std::string>(select_words, "view"), "middle");
}

TEST_P(Values, keep_dates_instants_ids_and_names) {
    auto const date = *Date::of(2024, 2, 29);
    auto const instant = Instant::from_milliseconds(4'102'444'800'123);  // 2100, beyond 32 bits of seconds
    auto const id = *ThingId::parse("018f4e6a-7b1c-7d2e-8f30-415263748596");
    database().write([&](Write& tx) {
        tx.run(insert_thing, {{"id", id},
                              {"count", instant},
                              {"size", std::nullopt},
                              {"flag", true},
                              {"words", Colour::green}});
        tx.run(insert_thing, {{"id", date},
                              {"count", Instant::from_milliseconds(-1)},
                              {"size", 0.0},
                              {"flag", std::optional<bool>()},
                              {"words", std::optional(date)}});
    });
    database().read([&](Read& tx) {
        ThingId read_id;
        Instant read_instant;
        std::optional<double> size = 1;
        std::optional<bool> flag;
        Colour colour{};
        tx.one(
            Query("test.values.one", "SELECT id, count, size, flag, words FROM thing WHERE words = :words"),
            {{"words", Colour::green}}, [&](Row& row) {
                row.read(read_id, read_instant, size, flag, colour);
                return true;
            });
        EXPECT_EQ(read_id, id);
        EXPECT_EQ(read_instant, instant);
        EXPECT_EQ(size, std::nullopt);
        EXPECT_EQ(flag, true);
        EXPECT_EQ(colour, Colour::green);
    });
    EXPECT_EQ(read_back<Date>(select_words, "2024-02-29"), date);
    EXPECT_EQ(read_back<Instant>(select_count, "2024-02-29").milliseconds(), -1);
}

TEST_P(Values, are_not_read_as_another_type) {
    insert({.count = 70'000, .size = 1.5, .flag = true, .words = "many"});
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<std::string>(select_count); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<std::int64_t>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<std::int64_t>(select_size); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<bool>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<double>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<Date>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<ThingId>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<Colour>(select_words); }), FailureKind::corrupt);
    EXPECT_EQ(test::words_thrown_by([&] { read_back<std::int16_t>(select_count); }),
              "test.values.count, column 1 (count): expected a smaller number");
    EXPECT_EQ(test::kind_thrown_by([&] {
                  read_back<unsigned>(select_count, "thing"), insert({.id = "n", .count = -1}),
                      read_back<unsigned>(select_count, "n");
              }),
              FailureKind::corrupt);
}

TEST_P(Values, that_are_null_need_an_optional) {
    insert({});
    EXPECT_EQ(test::words_thrown_by([&] { read_back<std::string>(select_words); }),
              "test.values.words, column 1 (words): expected a value, found null");
    EXPECT_EQ(test::kind_thrown_by([&] { read_back<bool>(select_flag); }), FailureKind::corrupt);
    EXPECT_EQ(read_back<std::optional<double>>(select_size), std::nullopt);
}

TEST_P(Values, are_read_by_as_many_targets_as_there_are_columns) {
    insert({});
    EXPECT_EQ(test::words_thrown_by([&] { read_back<std::string>(select_all, "thing"); }),
              "test.values.all: has no parameter :id");
    auto const read_one = [&] {
        database().read([](Read& tx) { return tx.values<std::string>(select_all); });
    };
    EXPECT_EQ(test::words_thrown_by(read_one), "test.values.all gives 5 columns, 1 are read");
}

TEST_P(Values, sum_to_a_whole_number) {
    insert({.id = "a", .count = 3'000'000'000});
    insert({.id = "b", .count = 3'000'000'000});
    EXPECT_EQ(database().read([](Read& tx) { return tx.value<std::int64_t>(select_sum); }), 6'000'000'000);
}

TEST_P(Values, of_text_are_ordered_by_byte) {
    for (auto const* const words : {"b", "a", "B", "é", "a-c", "aa", "Z", "a b"})
        insert({.id = words, .words = words});
    EXPECT_THAT(database().read([](Read& tx) { return tx.values<std::string>(select_order); }),
                testing::ElementsAre("B", "Z", "a", "a b", "a-c", "aa", "b", "é"));
}

TEST_P(Values, are_found_in_a_list) {
    insert({.id = "1", .words = "plain"});
    insert({.id = "2", .words = "it's \"quoted\" \\ , ["});
    insert({.id = "3", .words = "other"});
    insert({.id = "4"});
    EXPECT_THAT(ids(select_by_words, {"it's \"quoted\" \\ , [", "plain", "absent"}),
                testing::ElementsAre("1", "2"));
    EXPECT_THAT(ids(select_by_words, {}), testing::IsEmpty());
    EXPECT_THAT(ids(select_not_words, {"plain"}), testing::ElementsAre("2", "3"));
}

TEST_P(Values, with_a_nul_character_are_refused) {
    auto const insert_nul = [&] { insert({.words = std::string("a\0b", 3)}); };
    EXPECT_EQ(test::words_thrown_by(insert_nul),
              "test.values.insert: is given a :words that holds a NUL character");
}

TEST_P(Values, that_are_no_number_are_refused) {
    EXPECT_EQ(test::kind_thrown_by([&] { insert({.size = std::numeric_limits<double>::quiet_NaN()}); }),
              FailureKind::bug);
}

TEST_P(Values, must_be_given_for_every_name_and_no_other) {
    auto const read_with = [&](Bindings bindings) {
        database().read([&](Read& tx) { return tx.value<std::string>(select_words, bindings); });
    };
    EXPECT_EQ(test::words_thrown_by([&] { read_with({}); }), "test.values.words: is not given :id");
    EXPECT_EQ(test::words_thrown_by([&] {
                  read_with({{"ID", "thing"}});
              }),
              "test.values.words: has no parameter :ID");
    EXPECT_EQ(test::words_thrown_by([&] {
                  read_with({{"id", "thing"}, {"name", 1}});
              }),
              "test.values.words: has no parameter :name");
    EXPECT_EQ(test::words_thrown_by([&] {
                  read_with({{"id", "thing"}, {"id", "thing"}});
              }),
              "test.values.words: is given :id twice");
}

TEST_P(Values, are_bound_by_name_whatever_their_order) {
    database().write([](Write& tx) {
        std::vector<Parameter> parameters;
        parameters.emplace_back("words", std::string("words that are kept, though this string ends at once"));
        parameters.emplace_back("flag", false);
        parameters.emplace_back("size", 2.5);
        parameters.emplace_back("count", 7);
        parameters.emplace_back("id", "thing");
        tx.run(insert_thing, parameters);
    });
    EXPECT_EQ(read_back<std::int64_t>(select_count), 7);
    EXPECT_EQ(read_back<double>(select_size), 2.5);
    EXPECT_EQ(read_back<std::string>(select_words), "words that are kept, though this string ends at once");
}

}  // namespace
}  // namespace doorstep
