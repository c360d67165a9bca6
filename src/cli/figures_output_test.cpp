#include "cli/figures_output.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace doorstep::cli {
namespace {

using usecases::figures::LandlordRates;

std::string printed(std::vector<LandlordRates> const& landlords, OutputFormat format) {
    ::testing::internal::CaptureStdout();
    print_rates(landlords, format);
    return ::testing::internal::GetCapturedStdout();
}

std::vector<LandlordRates> two_landlords() {
    return {{.code = "L0001",
             .name = "Elmfield Homes",
             .all_cases = doorstep::figures::nm01_rate("123", "12431"),
             .hate_cases = doorstep::figures::nm01_rate("2", "12431")},
            {.code = "L0002", .name = "Acre \"and\" Sons", .all_cases = {}, .hate_cases = {}}};
}

TEST(PrintRates, gives_machines_the_exact_rate_and_the_published_form) {
    auto const parsed = boost::json::parse(printed(two_landlords(), OutputFormat::json));
    auto const& rows = parsed.as_array();
    ASSERT_EQ(rows.size(), 2u);
    auto const& first = rows[0].as_object();
    EXPECT_EQ(first.at("landlord_code").as_string(), "L0001");
    EXPECT_DOUBLE_EQ(first.at("nm01_1").as_double(), 123.0 * 1000 / 12431);
    EXPECT_DOUBLE_EQ(first.at("nm01_1_rounded").as_double(), 9.9);
    EXPECT_DOUBLE_EQ(first.at("nm01_2_rounded").as_double(), 0.2);
}

TEST(PrintRates, says_null_where_a_count_is_missing) {
    auto const parsed = boost::json::parse(printed(two_landlords(), OutputFormat::json));
    auto const& second = parsed.as_array()[1].as_object();
    EXPECT_TRUE(second.at("nm01_1").is_null());
    EXPECT_TRUE(second.at("nm01_2_rounded").is_null());
    EXPECT_EQ(boost::json::parse(printed({}, OutputFormat::json)).as_array().size(), 0u);
}

TEST(PrintRates, gives_people_a_table) {
    auto const table = printed(two_landlords(), OutputFormat::table);
    EXPECT_NE(table.find("L0001          9.9     0.2  Elmfield Homes"), std::string::npos) << table;
    EXPECT_NE(table.find("L0002            -       -"), std::string::npos) << table;
}

}  // namespace
}  // namespace doorstep::cli
