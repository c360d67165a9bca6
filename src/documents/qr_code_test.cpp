#include "documents/qr_code.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <stdexcept>

namespace doorstep::documents {
namespace {

struct Picture {
    int size = 0;
    std::set<std::pair<int, int>> dark;
    bool is_dark(int x, int y) const { return dark.contains({x, y}); }
};

Picture read(std::string const& svg) {
    Picture picture;
    std::smatch found;
    std::regex_search(svg, found, std::regex("viewBox=\"0 0 ([0-9]+) "));
    picture.size = std::stoi(found[1]);
    auto const start = svg.find("#000");
    static std::regex const run("M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z");
    for (std::sregex_iterator at(svg.begin() + static_cast<long>(start), svg.end(), run), end; at != end;
         ++at)
        for (int n = 0; n < std::stoi((*at)[3]); ++n)
            picture.dark.emplace(std::stoi((*at)[1]) + n, std::stoi((*at)[2]));
    return picture;
}

TEST(QrCode, has_the_three_finder_patterns_inside_a_quiet_zone_of_four) {
    auto const picture = read(qr_code_svg("otpauth://totp/Elmfield:dana?secret=JBSWY3DPEHPK3PXP"));
    int const last = picture.size - 5;
    for (auto const& [x, y] : picture.dark) {
        EXPECT_GE(std::min(x, y), 4);
        EXPECT_LE(std::max(x, y), last);
    }
    for (auto const& [left, top] : {std::pair{4, 4}, std::pair{last - 6, 4}, std::pair{4, last - 6}}) {
        for (int n = 0; n < 7; ++n)
            EXPECT_TRUE(picture.is_dark(left + n, top) && picture.is_dark(left, top + n));
        for (int n = 1; n < 6; ++n) EXPECT_FALSE(picture.is_dark(left + n, top + 1));
        EXPECT_TRUE(picture.is_dark(left + 3, top + 3));
    }
    // The one module that is always dark (ISO/IEC 18004, 7.9): beside the lower left pattern.
    EXPECT_TRUE(picture.is_dark(4 + 8, last - 7));
}

TEST(QrCode, is_the_smallest_that_holds_the_text) {
    EXPECT_EQ(read(qr_code_svg("A")).size, 21 + 8);                      // version 1
    EXPECT_EQ(read(qr_code_svg(std::string(15, 'a'))).size, 25 + 8);     // 14 bytes fit version 1 at M
    EXPECT_EQ(read(qr_code_svg(std::string(2331, 'a'))).size, 177 + 8);  // the most at M
}

TEST(QrCode, refuses_what_no_code_holds) {
    EXPECT_THROW(qr_code_svg(std::string(2332, 'a')), std::length_error);
}

TEST(QrCode, differs_by_every_character) { EXPECT_NE(qr_code_svg("secret=A"), qr_code_svg("secret=B")); }

}  // namespace
}  // namespace doorstep::documents
