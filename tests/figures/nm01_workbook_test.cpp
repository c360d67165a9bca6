#include <gtest/gtest.h>
#include <zip.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>

#include "documents/csv/reader.h"
#include "documents/xlsx/reader.h"
#include "documents/xlsx/workbook.h"
#include "support/databases.h"
#include "usecases/figures/nm01_file.h"

namespace doorstep::test {
namespace {

using documents::xlsx::CellKind;
using documents::xlsx::WorkbookReader;
using usecases::figures::rates_of_file;

std::filesystem::path published_tsm(std::string const& name) {
    auto const* folder = std::getenv("DOORSTEP_SHARED_DATA");
    std::filesystem::path const shared = folder != nullptr ? folder : "../shared/data";
    auto const file = shared / "tsm" / name;
    return std::filesystem::exists(file) ? file : std::filesystem::path();
}

TEST(Nm01Workbook, gives_the_rates_of_every_landlord_that_the_regulator_published) {
    auto const book = published_tsm("2024_TSM_Full_Data_v1.1_FINAL.xlsx");
    auto const csv = published_tsm("tsm-2023-24-nm01.csv");
    if (book.empty() || csv.empty())
        GTEST_SKIP() << "The regulator's published workbook is not on this machine";
    auto const read = rates_of_file(book);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_TRUE(read->problems.empty()) << read->problems.front().message;
    std::map<std::string, usecases::figures::LandlordRates> by_code;
    for (auto const& landlord : read->landlords) by_code[landlord.code] = landlord;
    auto const expected = rates_of_file(csv);
    ASSERT_TRUE(expected);
    EXPECT_EQ(expected->landlords.size(), 358u);
    for (auto const& landlord : expected->landlords) {
        ASSERT_TRUE(by_code.contains(landlord.code)) << landlord.code;
        auto const& found = by_code[landlord.code];
        EXPECT_EQ(found.name, landlord.name);
        ASSERT_TRUE(found.all_cases && found.hate_cases) << landlord.code;
        EXPECT_EQ(found.all_cases->cases, landlord.all_cases->cases) << landlord.code;
        EXPECT_EQ(found.all_cases->homes, landlord.all_cases->homes) << landlord.code;
        EXPECT_EQ(found.hate_cases->cases, landlord.hate_cases->cases) << landlord.code;
    }
}

/// A workbook with one sheet, its parts written by hand.
class HandmadeWorkbook : public ::testing::Test {
  protected:
    std::filesystem::path write(std::string const& sheet, std::string const& texts = "") {
        auto const path = folder_.path() / "book.xlsx";
        std::filesystem::remove(path);
        int error = 0;
        auto* archive = zip_open(path.c_str(), ZIP_CREATE, &error);
        parts_ = {
            {"xl/workbook.xml",
             R"(<workbook xmlns:r="r"><sheets><sheet name="Counts" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
            {"xl/_rels/workbook.xml.rels",
             R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
            {"xl/worksheets/sheet1.xml", sheet}};
        if (!texts.empty()) parts_["xl/sharedStrings.xml"] = texts;
        for (auto const& [name, content] : parts_)
            zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                         ZIP_FL_OVERWRITE);
        zip_close(archive);
        return path;
    }
    static std::string row_of(std::string const& cells) {
        auto const text = [](char const* words) {
            return std::string("<c t=\"inlineStr\"><is><t>") + words + "</t></is></c>";
        };
        return "<worksheet><sheetData><row r=\"1\">" + text("Landlord code") + text("Landlord name") +
               text("All (NM01 1 Numerator)") + text("Homes (NM01 1 Denominator)") +
               text("Hate (NM01 2 Numerator)") + "</row><row r=\"2\">" + text("L1") + text("A Landlord") +
               cells + "</row></sheetData></worksheet>";
    }

  private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> parts_;
};

TEST_F(HandmadeWorkbook, counts_a_formula_as_the_result_stored_with_it) {
    auto const read =
        rates_of_file(write(row_of("<c><f>100+23</f><v>123</v></c><c><v>12431</v></c><c><v>0</v></c>")));
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->landlords.at(0).all_cases->published(), "9.9");
    EXPECT_TRUE(read->problems.empty());
}

TEST_F(HandmadeWorkbook, says_of_each_malformed_cell_what_is_wrong_and_where) {
    auto const read =
        rates_of_file(write(row_of("<c><f>1+1</f></c><c t=\"e\"><v>#REF!</v></c><c><v>1.5</v></c>")));
    ASSERT_TRUE(read) << read.error().message();
    ASSERT_EQ(read->problems.size(), 3u);
    EXPECT_EQ(read->problems[0].message, "D2 (A Landlord) is #REF!, an error");
    EXPECT_NE(read->problems[1].message.find("C2 (A Landlord) is a formula without a stored result"),
              std::string::npos);
    EXPECT_EQ(read->problems[2].message, "E2 (A Landlord) is 1.5, which is no whole number");
    EXPECT_FALSE(read->landlords.at(0).all_cases);
}

TEST_F(HandmadeWorkbook, takes_the_regulators_signs_for_no_figure_and_refuses_other_words) {
    auto const words = [](std::string const& said) { return "<c t=\"str\"><v>" + said + "</v></c>"; };
    auto const read = rates_of_file(write(row_of(words("[X]") + words("12,431") + words("about ten"))));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->landlords.at(0).all_cases);
    ASSERT_EQ(read->problems.size(), 1u);
    EXPECT_EQ(read->problems[0].cell, "E2");
}

TEST_F(HandmadeWorkbook, with_entities_of_its_own_or_damage_is_refused) {
    auto const bomb = std::string("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>") + row_of("<c><v>&a;</v></c>");
    EXPECT_EQ(rates_of_file(write(bomb)).error().code(), "not-a-workbook");
    EXPECT_EQ(rates_of_file(write("<worksheet><sheetData>")).error().code(), "not-a-workbook");
    EXPECT_EQ(rates_of_file(write("<worksheet/>")).error().code(), "no-such-column");
    auto const far =
        write("<worksheet><sheetData><row><c r=\"ZZZZ99999999\"><v>1</v></c></row></sheetData></worksheet>");
    EXPECT_EQ(rates_of_file(far).error().code(), "no-such-column");
}

TEST_F(HandmadeWorkbook, has_texts_that_are_shared_and_none_beyond_them) {
    auto const file = write(
        "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c "
        "t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
        "<sst><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></sst>");
    auto const book = WorkbookReader::open(file);
    ASSERT_TRUE(book);
    auto const sheet = book->read(0);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->at(0, 0).text, "Two runs");
    EXPECT_EQ(sheet->at(0, 1).kind, CellKind::error);
    EXPECT_EQ(sheet->at(9, 9).kind, CellKind::empty);
}

TEST(Workbook, reads_back_as_it_was_written) {
    TemporaryFolder folder;
    documents::xlsx::Workbook book{.title = "A", .author = "B", .sheets = {}};
    book.sheets.push_back(
        {.name = "Key [figures]",
         .title = "Title",
         .notes = {"A note"},
         .head = {"Quarter", "Opened", "Share"},
         .rows = {{std::string("=1+1"), std::int64_t{1204}, documents::xlsx::Percent{0.82}}},
         .widths = {},
         .charts = {{.kind = documents::xlsx::ChartKind::line,
                     .title = "Opened",
                     .description = "Opened",
                     .columns = {1},
                     .first_row = 1,
                     .last_row = 1}}});
    auto const path = folder.path() / "made.xlsx";
    std::ofstream(path, std::ios::binary) << documents::xlsx::workbook_bytes(book);
    auto const read = WorkbookReader::open(path);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->sheet_names().front(), "Key  figures");
    auto const sheet = read->read(0).value();
    EXPECT_EQ(sheet.at(0, 0).text, "Title");
    EXPECT_EQ(sheet.at(3, 1).text, "Opened");
    EXPECT_EQ(sheet.at(4, 0).text, "=1+1");
    EXPECT_EQ(sheet.at(4, 0).kind, CellKind::text) << "what somebody typed is no formula";
    EXPECT_FALSE(sheet.at(4, 0).from_formula);
    EXPECT_EQ(sheet.at(4, 1).text, "1204");
    EXPECT_EQ(sheet.at(4, 2).text, "0.82");
}

}  // namespace
}  // namespace doorstep::test
