#include "pages/cases/kept_histories.h"

#include <gtest/gtest.h>

namespace doorstep::pages::cases {
namespace {

KeptHistories::History history(std::string mark, std::size_t size = 10) {
    return {.mark = std::move(mark), .markup = Html::text(std::string(size, 'x')), .older = 7};
}

TEST(KeptHistories, gives_back_what_was_kept_last_under_an_address) {
    KeptHistories kept(10'000);
    EXPECT_EQ(kept.find("a"), nullptr);
    kept.keep("a", history("one"));
    kept.keep("b", history("other"));
    kept.keep("a", history("two"));
    EXPECT_EQ(kept.find("a")->mark, "two");
    EXPECT_EQ(kept.find("a")->older, 7);
    EXPECT_EQ(kept.find("b")->mark, "other");
}

TEST(KeptHistories, drops_the_one_not_asked_for_longest_when_there_are_too_many) {
    KeptHistories kept(3'000);
    kept.keep("a", history("a", 1'000));
    kept.keep("b", history("b", 1'000));
    kept.find("a");
    kept.keep("c", history("c", 1'000));
    EXPECT_NE(kept.find("a"), nullptr);
    EXPECT_EQ(kept.find("b"), nullptr);
    EXPECT_NE(kept.find("c"), nullptr);
}

TEST(KeptHistories, does_not_keep_what_is_larger_than_all_its_room) {
    KeptHistories kept(500);
    auto const given_back = kept.keep("a", history("a", 1'000));
    EXPECT_EQ(given_back->mark, "a");
    EXPECT_EQ(kept.find("a"), nullptr);
}

}  // namespace
}  // namespace doorstep::pages::cases
