#include "usecases/figures/nm01_file.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "documents/csv/reader.h"
#include "support/databases.h"

namespace doorstep::test {
namespace {

using usecases::figures::rates_of_file;

std::filesystem::path published_file() {
    auto const* folder = std::getenv("DOORSTEP_SHARED_DATA");
    std::filesystem::path const shared = folder != nullptr ? folder : "../shared/data";
    auto const file = shared / "tsm" / "tsm-2023-24-nm01.csv";
    return std::filesystem::exists(file) ? file : std::filesystem::path();
}

double number_of(std::string const& text) {
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    EXPECT_TRUE(error == std::errc{} && end == text.data() + text.size()) << text;
    return number;
}

TEST(Nm01File, reproduces_the_published_rates_of_every_landlord) {
    auto const file = published_file();
    if (file.empty()) GTEST_SKIP() << "The regulator's published counts are not on this machine";
    auto const rates = rates_of_file(file);
    ASSERT_TRUE(rates) << rates.error().message();
    auto const* landlords = &rates->landlords;
    EXPECT_EQ(landlords->size(), 358u);

    // The published rates are columns that the product does not read.
    auto reader = documents::csv::Reader::of_file(file);
    ASSERT_TRUE(reader.next());
    for (auto const& landlord : *landlords) {
        auto const record = reader.next();
        ASSERT_TRUE(record && *record);
        auto const& fields = (*record)->fields;
        ASSERT_EQ(landlord.code, fields.at(1));
        ASSERT_TRUE(landlord.all_cases && landlord.hate_cases) << landlord.code;
        auto const published = number_of(fields.at(5));
        auto const published_hate = number_of(fields.at(6));
        EXPECT_NEAR(landlord.all_cases->exact(), published, 1e-12 * std::max(1.0, published))
            << landlord.code;
        EXPECT_NEAR(landlord.hate_cases->exact(), published_hate, 1e-12 * std::max(1.0, published_hate))
            << landlord.code;
        EXPECT_LE(std::abs(number_of(landlord.all_cases->published()) - published), 0.05 + 1e-9)
            << landlord.code;
    }
    EXPECT_FALSE(*reader.next()) << "a landlord was left out";
}

class SmallFile : public ::testing::Test {
  protected:
    std::filesystem::path write(std::string const& content) {
        auto const path = folder_.path() / "counts.csv";
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

  private:
    TemporaryFolder folder_;
};

TEST_F(SmallFile, may_have_its_columns_in_any_order_and_counts_missing) {
    auto const rates = rates_of_file(
        write("homes_lcra_plus_lcho,landlord_code,nm01_2_hate_cases_opened,nm01_1_asb_cases_opened\r\n"
              "\"12,431\",L0001,[X],123\r\n"
              "0,L0002,0,0\r\n"));
    ASSERT_TRUE(rates) << rates.error().message();
    auto const* landlords = &rates->landlords;
    ASSERT_EQ(landlords->size(), 2u);
    EXPECT_EQ(landlords->at(0).code, "L0001");
    EXPECT_EQ(landlords->at(0).all_cases->published(), "9.9");
    EXPECT_FALSE(landlords->at(0).hate_cases);
    EXPECT_FALSE(landlords->at(1).all_cases) << "there is no rate of no homes";
}

TEST_F(SmallFile, without_a_column_is_refused_by_its_name) {
    auto const landlords = rates_of_file(write("landlord_code,nm01_1_asb_cases_opened\nL0001,3\n"));
    ASSERT_FALSE(landlords);
    EXPECT_NE(landlords.error().message().find("nm01_2_hate_cases_opened"), std::string::npos)
        << landlords.error().message();
    EXPECT_FALSE(rates_of_file(write("")));
}

}  // namespace
}  // namespace doorstep::test
