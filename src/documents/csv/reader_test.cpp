#include "documents/csv/reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/failure.h"

namespace doorstep::documents::csv {
namespace {

namespace fs = std::filesystem;
using Fields = std::vector<std::string>;

std::vector<Record> read_all(Reader reader) {
    std::vector<Record> records;
    while (true) {
        auto next = reader.next();
        if (!next) {
            ADD_FAILURE() << next.error().message();
            return records;
        }
        if (!*next) return records;
        records.push_back(std::move(**next));
    }
}
std::vector<Record> records_of(std::string text, Options const& options = {}) {
    return read_all(Reader::of_text(std::move(text), options));
}
std::vector<std::int64_t> lines_of(std::string text) {
    std::vector<std::int64_t> lines;
    for (auto const& record : records_of(std::move(text))) lines.push_back(record.line);
    return lines;
}
Refusal refusal_of(std::string text, Options const& options = {}) {
    auto reader = Reader::of_text(std::move(text), options);
    while (true) {
        auto const next = reader.next();
        if (!next) return next.error();
        if (!*next) break;
    }
    ADD_FAILURE() << "nothing was refused";
    return Refusal(RefusalKind::invalid, "none", "");
}

std::string with_carriage_returns(std::string const& text) {
    std::string result;
    for (char const c : text) {
        if (c == '\n' && !result.ends_with('\r')) result += '\r';
        result += c;
    }
    return result;
}

fs::path shared_data() {
    auto const* set = std::getenv("DOORSTEP_SHARED_DATA");
    return set ? fs::path(set) : fs::path("../shared/data");
}

TEST(CsvReader, reads_the_edge_cases_of_csv_spectrum_as_they_should_be) {
    auto const folder = shared_data() / "csv" / "csv-spectrum";
    if (!fs::exists(folder)) GTEST_SKIP() << "The csv-spectrum files are not here";
    int files = 0;
    for (auto const& entry : fs::directory_iterator(folder / "csvs")) {
        auto const name = entry.path().stem().string();
        std::ostringstream words;
        words << std::ifstream(folder / "json" / (name + ".json")).rdbuf();
        auto parsed = boost::json::parse(words.str());
        // One answer is not a list, and has another telephone number than its question.
        auto const expected = parsed.is_array() ? parsed.as_array() : boost::json::array{parsed};
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        // A checkout may have taken the carriage returns out of the files that are about them.
        auto const records =
            records_of(name.ends_with("crlf") ? with_carriage_returns(text.str()) : text.str());
        ASSERT_EQ(records.size(), expected.size() + 1) << name;
        auto const& names = records.front().fields;
        for (std::size_t row = 0; row < expected.size(); ++row) {
            auto const& object = expected[row].as_object();
            ASSERT_EQ(object.size(), names.size()) << name;
            for (std::size_t column = 0; column < names.size(); ++column)
                if (names[column] != "Contact Phone Number") {
                    EXPECT_EQ(records[row + 1].fields.at(column),
                              std::string(object.at(names[column]).as_string()))
                        << name << " row " << row << " column " << names[column];
                }
        }
        ++files;
    }
    EXPECT_EQ(files, 12);
}

TEST(CsvReader, counts_the_lines_inside_quoted_fields) {
    EXPECT_EQ(lines_of("a,b\n1,\"two\nlines\"\n3,4\n"), (std::vector<std::int64_t>{1, 2, 4}));
    EXPECT_EQ(lines_of("a,b\r\n1,\"two\r\nlines\"\r\n3,4\r\n"), (std::vector<std::int64_t>{1, 2, 4}));
    EXPECT_EQ(lines_of("a,b\r1,\"two\rlines\"\r3,4"), (std::vector<std::int64_t>{1, 2, 4}));
}

TEST(CsvReader, leaves_out_blank_lines_and_counts_them) {
    EXPECT_EQ(lines_of("\n\na,b\n\n\n1,2\n"), (std::vector<std::int64_t>{3, 6}));
    EXPECT_EQ(lines_of("\r\na,b\r\n\r\n1,2"), (std::vector<std::int64_t>{2, 4}));
}

TEST(CsvReader, keeps_spaces_and_empty_fields) {
    auto const records = records_of(" a , b,\n,\"\",\" c \"\n");
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].fields, (Fields{" a ", " b", ""}));
    EXPECT_EQ(records[1].fields, (Fields{"", "", " c "}));
}

TEST(CsvReader, takes_a_quote_inside_an_unquoted_field_as_it_is) {
    EXPECT_EQ(records_of("5\" pipe,6\n").front().fields, (Fields{"5\" pipe", "6"}));
}

TEST(CsvReader, names_the_line_of_a_quote_that_is_never_closed) {
    EXPECT_EQ(refusal_of("a,b\n1,\"two\n3,4\n").message(), "Line 2: a quote is opened and never closed");
    auto const refused =
        refusal_of("a\n\"" + std::string(5000, 'x') + "\n", {.separator = ',', .longest_record = 1000});
    EXPECT_EQ(refused.message(), "Line 2: a quote is opened and never closed");
}

TEST(CsvReader, removes_a_byte_order_mark_and_refuses_utf_16) {
    EXPECT_EQ(records_of("\xef\xbb\xbfname,b\n").front().fields.front(), "name");
    EXPECT_EQ(refusal_of(std::string("\xff\xfe"
                                     "a\0,\0",
                                     6))
                  .code(),
              "csv-utf-16");
}

TEST(CsvReader, takes_what_is_not_utf_8_for_windows_1252) {
    auto const fields = records_of(
                            "Si\xe2n O\x92Neill,\xa3"
                            "5,Zo\xc3\xab\n")
                            .front()
                            .fields;
    EXPECT_EQ(fields, (Fields{"Siân O’Neill", "£5", "Zoë"}));
}

TEST(CsvReader, reads_other_separators) {
    EXPECT_EQ(records_of("a;\"b;c\";d\n", {.separator = ';'}).front().fields, (Fields{"a", "b;c", "d"}));
}

TEST(CsvReader, of_nothing_reads_nothing) {
    EXPECT_TRUE(records_of("").empty());
    EXPECT_TRUE(records_of("\xef\xbb\xbf").empty());
    EXPECT_TRUE(records_of("\n\r\n").empty());
}

class PackedFile : public ::testing::Test {
  protected:
    fs::path const path = fs::temp_directory_path() / ("doorstep-csv-" + std::to_string(::getpid()) + ".gz");
    void write(std::string const& text) {
        auto* file = ::gzopen(path.c_str(), "wb");
        ::gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        ::gzclose(file);
    }
    void TearDown() override { fs::remove(path); }
};

TEST_F(PackedFile, is_unpacked_as_it_is_read_over_the_ends_of_pieces) {
    std::string text;
    for (int n = 0; n < 60'000; ++n) text += std::to_string(n) + ",\"two\r\nlines\"\r\n";
    write(text);
    auto const records = read_all(Reader::of_file(path));
    ASSERT_EQ(records.size(), 60'000U);
    for (std::size_t n = 0; n < records.size(); ++n) {
        ASSERT_EQ(records[n].line, static_cast<std::int64_t>(2 * n + 1));
        ASSERT_EQ(records[n].fields, (Fields{std::to_string(n), "two\r\nlines"}));
    }
}

TEST_F(PackedFile, that_was_cut_short_is_a_failure) {
    write(std::string(100'000, 'x'));
    fs::resize_file(path, fs::file_size(path) - 10);
    auto reader = Reader::of_file(path);
    EXPECT_THROW(
        while (true) {
            auto const next = reader.next();
            if (!next || !*next) break;
        },
        GatewayError);
}

TEST(CsvReader, fails_on_a_file_that_is_not_there) {
    EXPECT_THROW(Reader::of_file("/nowhere/at/all.csv"), GatewayError);
}

}  // namespace
}  // namespace doorstep::documents::csv
