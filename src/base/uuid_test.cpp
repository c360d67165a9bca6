#include "base/uuid.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/strong_id.h"

namespace doorstep {
namespace {

Instant const some_time = Instant::parse_iso("2022-02-22T19:22:22Z").value();

TEST(Uuid, reads_and_writes_its_text) {
    auto const uuid = Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
    ASSERT_TRUE(uuid);
    EXPECT_EQ(uuid->text(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_TRUE(Uuid().is_nil());
    EXPECT_FALSE(uuid->is_nil());
    for (auto const* wrong : {"", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                              "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ", "017f22e2079b0-7cc3-98c4-dc0c0c07398"})
        EXPECT_FALSE(Uuid::parse(wrong)) << wrong;
}

TEST(Uuid, of_bytes_is_in_their_order) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(0x11 * i);
    EXPECT_EQ(Uuid::from_bytes(bytes).text(), "00112233-4455-6677-8899-aabbccddeeff");
}

/// RFC 9562 section 5.7: 48 bits of milliseconds, version 7, variant 10. Appendix A.6 has this very time.
void expect_version_seven(Uuid const& uuid) {
    auto const text = uuid.text();
    EXPECT_EQ(text.substr(0, 13), "017f22e2-79b0");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string_view("89ab").find(text[19]), std::string_view::npos) << text;
}

TEST(IdSource, makes_version_seven) {
    FixedClock const clock(some_time);
    RandomIdSource random(clock);
    SeededIdSource seeded(clock, 1);
    for (int i = 0; i < 1000; ++i) {
        expect_version_seven(random.next());
        expect_version_seven(seeded.next());
    }
}

TEST(IdSource, makes_ids_that_rise_within_a_millisecond) {
    FixedClock const clock(some_time);
    RandomIdSource random(clock);
    SeededIdSource seeded(clock, 7);
    auto last_random = random.next();
    auto last_seeded = seeded.next();
    for (int i = 0; i < 20'000; ++i) {
        auto const next_random = random.next();
        auto const next_seeded = seeded.next();
        ASSERT_LT(last_random, next_random);
        ASSERT_LT(last_seeded, next_seeded);
        last_random = next_random;
        last_seeded = next_seeded;
    }
}

TEST(IdSource, sorts_by_time) {
    FixedClock clock(some_time);
    RandomIdSource ids(clock);
    auto const first = ids.next();
    clock.set(some_time.plus_milliseconds(1));
    auto const second = ids.next();
    EXPECT_LT(first, second);
    clock.set(some_time);
    EXPECT_LT(ids.next(), second);
}

TEST(RandomIdSource, never_repeats_itself_or_another) {
    FixedClock const clock(some_time);
    std::set<std::string> seen;
    for (int source = 0; source < 50; ++source) {
        RandomIdSource ids(clock);
        for (int i = 0; i < 200; ++i) EXPECT_TRUE(seen.emplace(ids.next().text()).second);
    }
}

TEST(SeededIdSource, gives_the_same_ids_for_the_same_seed) {
    FixedClock const clock(some_time);
    SeededIdSource first(clock, 42);
    SeededIdSource second(clock, 42);
    SeededIdSource other(clock, 43);
    auto const id = first.next();
    EXPECT_EQ(id, second.next());
    EXPECT_NE(id, other.next());
    EXPECT_EQ(first.next(), second.next());
}

TEST(StrongId, reads_its_text) {
    using ThingId = StrongId<struct ThingIdTag>;
    auto const id = ThingId::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->text(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_FALSE(ThingId::parse("nobody"));
    EXPECT_TRUE(ThingId().is_nil());
}

}  // namespace
}  // namespace doorstep
