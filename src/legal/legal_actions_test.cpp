#include "legal/legal_actions.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace doorstep::legal {
namespace {

TEST(LegalActions, are_well_made_as_shipped) {
    auto const& kinds = legal_actions();
    ASSERT_GE(kinds.size(), 10U);
    auto const* closure = find_legal_action("closure");
    ASSERT_TRUE(closure);
    EXPECT_TRUE(closure->full_or_partial);
    EXPECT_EQ(closure->extension_term, "closure.extension");
    EXPECT_TRUE(closure->step("measures-meeting")->gate);
    EXPECT_FALSE(find_legal_action("nonsense"));
    for (auto const& kind : kinds) EXPECT_FALSE(kind.forms.empty()) << kind.code;
}

TEST(LegalActions, are_refused_with_a_step_before_its_first) {
    EXPECT_THROW(read_legal_action("a.toml", R"(
code = "a"
label = "A"
about = "About"
source = "An Act"
forms = ["final"]
notice_word = "Notice"
order_word = "Order"
position = 1
[[step]]
code = "second"
label = "Second"
who = "Officer"
after = ["first"]
)"),
                 std::logic_error);
}

}  // namespace
}  // namespace doorstep::legal
