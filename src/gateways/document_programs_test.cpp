#include "gateways/document_programs.h"

#include <gtest/gtest.h>

#include "base/failure.h"
#include "base/private_folder.h"
#include "gateways/child_program.h"

namespace doorstep::gateways {
namespace {

constexpr std::string_view small_page =
    "<!DOCTYPE html><html lang=\"en-GB\"><head><title>A page</title></head><body><h1>A page</h1>"
    "<p>Words</p></body></html>";

TEST(PdfOfPage, is_tagged) {
    if (!can_make_pdf()) GTEST_SKIP() << "Chromium is not installed";
    auto const pdf = pdf_of_page(small_page, {});
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
    EXPECT_NE(pdf.find("/MarkInfo"), std::string::npos);
    EXPECT_NE(pdf.find("/StructTreeRoot"), std::string::npos);
    EXPECT_NE(pdf.find("en-GB"), std::string::npos);
}

TEST(DocxOfPage, is_a_word_document) {
    if (!can_make_docx()) GTEST_SKIP() << "pandoc or rsvg-convert is not installed";
    EXPECT_EQ(docx_of_page(small_page, {}).substr(0, 2), "PK");
}

TEST(ChildProgram, is_killed_with_what_it_started_when_it_takes_too_long) {
    auto const shell = find_program({"sh"});
    ASSERT_TRUE(shell);
    PrivateFolder const folder;
    auto const started = std::chrono::steady_clock::now();
    EXPECT_THROW(run_child_program({.program = *shell,
                                    .arguments = {"-c", "sleep 60 & sleep 60"},
                                    .folder = folder.path(),
                                    .limit = std::chrono::seconds(1)}),
                 GatewayError);
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(20));
}

TEST(ChildProgram, sees_none_of_our_secrets_and_works_in_its_folder) {
    ::setenv("DOORSTEP_TEST_SECRET", "hidden", 1);
    PrivateFolder const folder;
    run_child_program({.program = *find_program({"sh"}),
                       .arguments = {"-c", "env > seen; pwd >> seen"},
                       .folder = folder.path()});
    auto const seen = folder.read("seen");
    EXPECT_EQ(seen.find("hidden"), std::string::npos);
    EXPECT_NE(seen.find(folder.path().string()), std::string::npos);
}

TEST(ChildProgram, says_what_went_wrong) {
    PrivateFolder const folder;
    try {
        run_child_program({.program = *find_program({"sh"}),
                           .arguments = {"-c", "echo no such thing >&2; exit 3"},
                           .folder = folder.path()});
        FAIL() << "It should have failed";
    } catch (GatewayError const& error) {
        EXPECT_STREQ(error.what(), "sh failed: no such thing");
    }
}

}  // namespace
}  // namespace doorstep::gateways
