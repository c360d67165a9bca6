#include "gateways/virus_scanner.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/failure.h"
#include "gateways/secrets.h"
#include "support/fake_clamd.h"

namespace doorstep::gateways {
namespace {

class ClamdTest : public ::testing::Test {
  protected:
    ~ClamdTest() override { std::filesystem::remove(path_); }
    std::filesystem::path file(std::string const& content) {
        std::ofstream(path_, std::ios::binary) << content;
        return path_;
    }
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("doorstep-scan-" + random_token());
};

TEST_F(ClamdTest, finds_nothing_in_a_clean_file_and_names_what_it_finds) {
    test::FakeClamd clamd;
    ClamdScanner scanner(clamd.address());
    EXPECT_EQ(scanner.scan(file("A quiet evening")), "");
    EXPECT_EQ(scanner.scan(file("An EVIL evening")), "Test.Virus");
    EXPECT_EQ(scanner.scan(file("")), "");
}

TEST_F(ClamdTest, sends_a_large_file_in_pieces) {
    test::FakeClamd clamd;
    ClamdScanner scanner(clamd.address());
    EXPECT_EQ(scanner.scan(file(std::string(300'000, 'x'))), "");
    EXPECT_EQ(scanner.scan(file(std::string(300'000, 'x') + "EVIL")), "Test.Virus");
}

TEST_F(ClamdTest, tells_that_a_file_was_not_taken) {
    test::FakeClamd clamd(100'000);
    ClamdScanner scanner(clamd.address());
    try {
        scanner.scan(file(std::string(500'000, 'x')));
        FAIL() << "nothing was looked at";
    } catch (GatewayError const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::refused);
        EXPECT_NE(std::string(failure.what()).find("size limit"), std::string::npos) << failure.what();
    }
}

TEST_F(ClamdTest, tells_that_nobody_answers) {
    std::string nobody;
    {
        test::FakeClamd gone;
        nobody = gone.address();
    }
    for (auto const& address : {nobody, std::string("/nowhere/clamd.ctl"), std::string("nonsense")}) {
        try {
            ClamdScanner(address).scan(file("x"));
            FAIL() << address;
        } catch (GatewayError const& failure) {
            EXPECT_EQ(failure.kind(), FailureKind::unavailable) << address;
        }
    }
}

}  // namespace
}  // namespace doorstep::gateways
