#include "pages/assets.h"

#include <gtest/gtest.h>

#include "base/embedded.h"

namespace doorstep::assets {
namespace {

TEST(Assets, are_in_the_program_under_their_address_with_both_packed_twins) {
    for (auto const* name : {"app.css", "core.js", "favicon.svg"}) {
        auto const& address = url(name);
        ASSERT_TRUE(address.starts_with("/assets/")) << address;
        for (auto const* twin : {"", ".gz", ".br"})
            EXPECT_TRUE(embedded_file(address.substr(1) + twin)) << address << twin;
    }
}

TEST(Assets, throw_for_a_name_nobody_built) { EXPECT_THROW(url("missing.css"), std::logic_error); }

}  // namespace
}  // namespace doorstep::assets
