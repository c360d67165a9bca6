#include <gtest/gtest.h>

#include <regex>

#include "gateways/child_program.h"
#include "legal/paper_template.h"
#include "support/site/program_output.h"
#include "support/site/test_site.h"
#include "usecases/papers/paper_file.h"
#include "usecases/papers/view_paper.h"
#include "usecases/papers/write_paper.h"

/// The PDF of a board paper: what somebody who listens to it, or reads it on paper, has to find.
namespace doorstep::test {
namespace {

using domain::access::Role;

constexpr char const* long_place = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

bool has_programs() {
    for (auto const* program : {"chromium", "pdfinfo", "pdftotext", "pdftohtml"})
        if (!gateways::find_program({program})) return false;
    return true;
}

class PaperPdf : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!has_programs()) GTEST_SKIP() << "Chromium and the PDF tools are not installed";
        site.set_today(*Date::of(2026, 2, 10));
        for (auto const* category : {"noise", "drugs", "harassment", "criminal-damage", "abuse-of-staff",
                                     "animals", "rubbish", "knife-crime"})
            site.open_case({.category = category});
        site.set_today(*Date::of(2026, 6, 10));
        auto const manager = site.account(Role::asb_manager);
        auto drafting = site.as(manager);
        auto const id = usecases::papers::draft_paper(
            drafting,
            {.period = "2025-26-Q4",
             .board_name = "Homes Committee of the tenants and leaseholders of the old town and its villages",
             .meeting_on = *Date::of(2026, 7, 9),
             .title = "Anti-social behaviour: Q4 2025/26",
             .author_role = "ASB team manager",
             .recommendation = "To note",
             .report_part = "Part B"});
        ASSERT_TRUE(id) << id.error().message();
        auto adding = site.as(manager);
        ASSERT_TRUE(usecases::papers::write_partner(
            adding,
            {.id = std::string(id->text()),
             .summary = {std::string(long_place) + " neighbourhood policing team", 46, 12, "Patrols."}}));
        auto context = site.as(manager);
        auto const view = usecases::papers::view_paper(context, id->text()).value();
        pdf = usecases::papers::make_paper_file(view, context.settings(), usecases::papers::PaperFormat::pdf)
                  .value()
                  .bytes;
    }
    std::string by(std::string const& command) {
        return folded_output_of("sh", {"-c", command}, "paper.pdf", pdf);
    }

    TestSite site;
    std::string pdf;
};

TEST_F(PaperPdf, is_tagged_with_language_title_headings_tables_and_words_for_pictures) {
    auto const about = by("pdfinfo paper.pdf > text");
    EXPECT_NE(about.find("Tagged: yes"), std::string::npos) << about;
    EXPECT_NE(about.find("Title: Anti-social behaviour: Q4 2025/26"), std::string::npos) << about;
    EXPECT_NE(pdf.find("/StructTreeRoot"), std::string::npos);
    EXPECT_TRUE(std::regex_search(pdf, std::regex(R"(/Lang\s*\(en)"))) << "the language of the document";
    auto const structure = by("pdfinfo -struct paper.pdf > text");
    for (auto const* part : {"H1", "H2", "H3", "Table", "TH", "TD", "Figure", "Caption"})
        EXPECT_NE(structure.find(part), std::string::npos) << part;
    // Every picture is said in words.
    auto const count = [](std::string const& text, std::string const& part) {
        std::size_t found = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    };
    auto const figures = count(structure, "Figure");
    EXPECT_GE(figures, 6u) << structure.substr(0, 2000);
    EXPECT_EQ(count(pdf, "/Alt "), figures) << "words for each picture: " << structure;
}

TEST_F(PaperPdf, is_read_in_the_order_of_its_sections) {
    auto const text = by("pdftotext paper.pdf text");
    std::size_t at = 0;
    for (auto const& section : legal::board_paper_template().sections) {
        auto const heading = section.number.empty() ? section.title : section.number + " " + section.title;
        auto const found = text.find(heading, at);
        ASSERT_NE(found, std::string::npos) << heading << " is not there, or out of its order";
        at = found;
    }
}

TEST_F(PaperPdf, has_no_text_below_ten_points) {
    auto const fonts =
        output_of("sh", {"-c", "pdftohtml -xml -i -zoom 1 -stdout paper.pdf > text"}, "paper.pdf", pdf);
    std::regex const spec(R"re(<fontspec id="\d+" size="(\d+)")re");
    int seen = 0;
    for (std::sregex_iterator found(fonts.begin(), fonts.end(), spec), end; found != end; ++found, ++seen)
        EXPECT_GE(std::stoi((*found)[1]), 10) << found->str();
    EXPECT_GT(seen, 2);
}

TEST_F(PaperPdf, cuts_off_no_word_however_long_a_name_is) {
    auto const boxes = output_of("sh", {"-c", "pdftotext -bbox paper.pdf text"}, "paper.pdf", pdf);
    std::regex const page(R"re(<page width="([\d.]+)" height="([\d.]+)">)re");
    std::regex const word(
        R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<)re");
    std::smatch size;
    ASSERT_TRUE(std::regex_search(boxes, size, page));
    auto const width = std::stod(size[1]);
    auto const height = std::stod(size[2]);
    int words = 0;
    for (std::sregex_iterator found(boxes.begin(), boxes.end(), word), end; found != end; ++found, ++words) {
        auto const& box = *found;
        EXPECT_GE(std::stod(box[1]), 20.0) << box[5];
        EXPECT_LE(std::stod(box[3]), width - 20.0) << box[5];
        EXPECT_LE(std::stod(box[4]), height) << box[5];
    }
    EXPECT_GT(words, 500);
    // The name may be broken into lines; no letter of it is lost.
    auto letters = by("pdftotext -raw paper.pdf text");
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    EXPECT_NE(letters.find(long_place), std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
