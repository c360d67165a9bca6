#include <gtest/gtest.h>

#include "base/private_folder.h"
#include "documents/xlsx/reader.h"
#include "gateways/child_program.h"
#include "support/site/program_output.h"
#include "support/web/test_browser.h"
#include "usecases/demo/source_stories.h"
#include "usecases/figures/view_figures.h"
#include "usecases/papers/paper_file.h"
#include "usecases/papers/view_paper.h"
#include "usecases/papers/write_paper.h"

/// Two quarters whose figures are known beforehand, from the database up to the page and each document.
namespace doorstep::test {
namespace {

using domain::access::Role;
using usecases::demo::SourceStory;
using usecases::papers::PaperFormat;

storage::sql::Query const select_orders{"test.story_orders", R"sql(
    SELECT a.kind || ' ' || o.made_on || ' ' || o.until_on FROM legal_order o JOIN legal_action a ON a.id = o.legal_action_id
    WHERE o.form = 'final' ORDER BY o.made_on
)sql"};
storage::sql::Query const count_of_no_contact{"test.story_no_contact",
                                              "SELECT count(*) FROM order_clause WHERE no_contact"};
storage::sql::Query const count_of_zones{"test.story_zones",
                                         "SELECT count(*) FROM order_clause WHERE zone_radius IS NOT NULL"};

class SourceStories : public ::testing::Test {
  protected:
    TestSite site;
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account board = site.account(Role::board_member);

    void tell(SourceStory story) {
        usecases::demo::HistoryCast const cast{.officer = site.account(Role::asb_officer),
                                               .manager = manager,
                                               .caller = site.account(Role::business_support)};
        auto const told = usecases::demo::tell_source_story(site.services(), site.clock, cast, story);
        ASSERT_TRUE(told) << told.error().message();
        site.clock.set(london_instant(usecases::demo::end_of(story), {10, 0}));
    }
    usecases::papers::PaperView paper() {
        auto context = site.as(manager);
        return usecases::papers::view_paper_of(context, "2023-24-Q1").value();
    }
    std::string file_of(PaperFormat format) {
        auto context = site.as(manager);
        return usecases::papers::make_paper_file(paper(), context.settings(), format).value().bytes;
    }
    static void expect_in_order(std::string const& text, std::vector<std::string> const& words) {
        std::size_t at = 0;
        for (auto const& one : words) {
            auto const found = text.find(one, at);
            EXPECT_NE(found, std::string::npos) << one << " is not there, after " << text.substr(at, 300);
            if (found != std::string::npos) at = found + one.size();
        }
    }
};

TEST_F(SourceStories, give_the_board_paper_every_figure_from_the_records_up) {
    tell(SourceStory::board_q1_2023);
    auto const view = paper();
    auto const& figures = view.figures;
    ASSERT_TRUE(view.is_stored);
    EXPECT_EQ(view.paper.state, domain::papers::State::issued);

    // The database.
    for (auto const& told : usecases::demo::quarters_of_the_board_story()) {
        auto const quarter = figures::quarter_period(told.quarter);
        EXPECT_EQ(figures.of("opened", quarter).counted, told.opened) << quarter.words;
        EXPECT_EQ(figures.of("closed", quarter).counted, told.closed) << quarter.words;
        EXPECT_EQ(figures.part("closed", quarter, "unresolved"), told.unresolved) << quarter.words;
        EXPECT_EQ(figures.part("closed", quarter, "resolved"), told.closed - told.unresolved)
            << quarter.words;
    }
    auto const now = figures.now();
    EXPECT_EQ(now.code, "2023-24-Q1");
    EXPECT_EQ(figures.quarters.size(), 5u);
    EXPECT_EQ(figures.part("legal-interventions", now, "closure-order"), 2);
    EXPECT_EQ(figures.part("legal-interventions", now, "injunction"), 1);
    EXPECT_EQ(figures.of("legal-interventions", now).counted, 3);
    // Counted from the orders themselves: two closures of three months, and an injunction of two years with
    // an exclusion zone and no contact.
    EXPECT_EQ(
        site.database().read([](storage::sql::Read& tx) { return tx.values<std::string>(select_orders); }),
        (std::vector<std::string>{"closure 2023-04-28 2023-07-27", "closure 2023-05-17 2023-08-16",
                                  "injunction 2023-06-07 2025-06-06"}));
    for (auto const* query : {&count_of_no_contact, &count_of_zones})
        EXPECT_EQ(site.database().read([&](storage::sql::Read& tx) { return tx.value<int>(*query); }), 1)
            << query->name();
    EXPECT_EQ(figures.part("comments", now, "compliment"), 29);
    EXPECT_EQ(figures.part("comments", now, "observation"), 5);
    EXPECT_EQ(figures.of("satisfaction-handling", now).counted, 29);
    EXPECT_EQ(figures.of("satisfaction-handling", now).base, 34);
    EXPECT_TRUE(figures.of("case-types", now).is_collected);
    EXPECT_FALSE(figures.of("case-types", figures.last_year()).is_collected);
    EXPECT_FALSE(figures.of("case-types", figures.before()).is_collected);
    std::int64_t contacts = 0;
    for (auto const& month : figures.months) contacts += figures.of("contacts", month).counted;
    EXPECT_EQ(contacts, figures.of("contacts", now).counted);
    EXPECT_GT(contacts, 0);
    auto context = site.as(manager);
    EXPECT_TRUE(usecases::papers::check_paper(context, "2023-24-Q1").value().differences.empty());

    // The page, as a board member reads it.
    TestWeb web(site);
    TestBrowser browser(web);
    browser.sign_in(board);
    auto const page = text_of(browser.get("/papers/" + std::string(view.paper.id.text()) + "/read"));
    auto const rows =
        std::vector<std::string>{"1 Summary",
                                 "we opened 42 cases and closed 38: 33 as resolved and 5 as unresolved",
                                 "85% (29 of 34)",
                                 "3 legal steps",
                                 "Residents paid us 29 compliments",
                                 "Managing Director",
                                 "23 August 2023",
                                 "Head of Service",
                                 "21 August 2023",
                                 "Governance check",
                                 "3 August 2023"};
    expect_in_order(page, rows);
    auto const opened_closed = std::string(
        "Q1 2022/23 31 20 17 3 11 Q2 2022/23 38 33 29 4 16 Q3 2022/23 29 30 28 2 15 "
        "Q4 2022/23 26 27 23 4 14 Q1 2023/24 42 38 33 5 18");
    EXPECT_NE(page.find(opened_closed), std::string::npos);
    EXPECT_NE(page.find("Closure order (legal) 2 0 0"), std::string::npos);
    EXPECT_NE(page.find("Civil injunction (legal) 1 0 0"), std::string::npos);
    EXPECT_NE(page.find("Not collected"), std::string::npos);
    EXPECT_NE(page.find("Compliments, all 29"), std::string::npos);

    // The PDF, in reading order.
    if (gateways::find_program({"chromium"}) && gateways::find_program({"pdftotext"})) {
        auto const pdf = file_of(PaperFormat::pdf);
        auto const text = folded_output_of("pdftotext", {"-layout", "paper.pdf", "text"}, "paper.pdf", pdf);
        auto ordered = rows;
        ordered.emplace_back("Q1 2023/24 42 38 33 5 18");
        ordered.emplace_back("Closure order (legal) 2 0 0");
        ordered.emplace_back("Compliments, all 29");
        expect_in_order(text, ordered);
        auto const about = folded_output_of("sh", {"-c", "pdfinfo paper.pdf > text"}, "paper.pdf", pdf);
        EXPECT_NE(about.find("Tagged: yes"), std::string::npos) << about;
        EXPECT_NE(about.find("Title: Anti-social behaviour: Q1 2023/24"), std::string::npos) << about;
    }
    // The word processor's file.
    if (gateways::find_program({"pandoc"}) && gateways::find_program({"rsvg-convert"})) {
        auto const docx = file_of(PaperFormat::docx);
        auto const text = folded_output_of(
            "pandoc", {"-t", "plain", "--columns=400", "-o", "text", "paper.docx"}, "paper.docx", docx);
        expect_in_order(text, {"1 Summary", "42 cases and closed 38", "85% (29 of 34)", "29 compliments",
                               "23 August 2023", "Q1 2023/24 42 38 33 5 18", "Closure order (legal) 2",
                               "Compliments, all 29"});
        auto const html =
            folded_output_of("pandoc", {"-t", "html", "-o", "text", "paper.docx"}, "paper.docx", docx);
        for (auto const* part :
             {"<h1", "<h2", "<h3", "<caption>", "<th", "alt=\"Cases opened and closed by quarter."})
            EXPECT_NE(html.find(part), std::string::npos) << part;
    }
    // The spreadsheet.
    PrivateFolder const folder;
    auto const book =
        documents::xlsx::WorkbookReader::open(folder.write("paper.xlsx", file_of(PaperFormat::xlsx)));
    ASSERT_TRUE(book) << book.error().message();
    EXPECT_EQ(book->sheet_names().at(1), "Opened and closed");
    auto const sheet = book->read(1).value();
    auto const& last = sheet.rows.back();
    EXPECT_EQ(last.at(0).text, "Q1 2023/24");
    EXPECT_EQ(last.at(1).text, "42");
    EXPECT_EQ(last.at(2).text, "38");
    EXPECT_EQ(last.at(4).text, "5");
}

TEST_F(SourceStories, give_the_monitoring_group_its_four_answers) {
    tell(SourceStory::monitoring_june_2024);
    auto context = site.as(manager);
    auto const view = usecases::figures::view_figures(context, {.period = "2023-24-Q4"}).value();
    struct Said {
        char const* measure;
        std::int64_t counted;
        std::int64_t base;
        char const* words;
    };
    TestWeb web(site);
    TestBrowser browser(web);
    browser.sign_in(manager);
    auto const page = text_of(browser.get("/figures?period=2023-24-Q4"));
    for (auto const& said : {Said{"first-contact-said", 41, 50, "82% (41 of 50)"},
                             Said{"plan-agreed-said", 37, 45, "82% (37 of 45)"},
                             Said{"plan-kept-said", 23, 44, "52% (23 of 44)"},
                             Said{"contact-kept-said", 38, 50, "76% (38 of 50)"}}) {
        EXPECT_EQ(view.row(said.measure)->now.counted, said.counted) << said.measure;
        EXPECT_EQ(view.row(said.measure)->now.base, said.base) << said.measure;
        EXPECT_NE(page.find(said.words), std::string::npos) << said.words;
    }

    // The minutes, as a tenant member reads them.
    TestBrowser member(web);
    member.sign_in(site.account(Role::tenant_member));
    auto const home = member.get("/panel");
    EXPECT_NE(text_of(home).find("Minutes of 28 June 2024"), std::string::npos);
    auto const at = home.body.find("/meetings/0");
    ASSERT_NE(at, std::string::npos);
    auto const address = home.body.substr(at, home.body.find('"', at) - at);
    auto const minutes = text_of(member.get(address));
    expect_in_order(minutes,
                    {"2 new attendees", "Ivy Marlow (IM)", "82% of those who answered said yes (41 of 50)",
                     "82% said yes (37 of 45)", "52% said yes (23 of 44)", "76% said yes (38 of 50)",
                     "Friday 27 September 2024"});
    if (gateways::find_program({"chromium"}) && gateways::find_program({"pdftotext"})) {
        auto const pdf = member.get(address.substr(0, address.find("/read")) + "/download/pdf").body;
        auto const text = folded_output_of("pdftotext", {"minutes.pdf", "text"}, "minutes.pdf", pdf);
        expect_in_order(text, {"Department", "Attendance", "82% of those", "27 September 2024"});
    }
}

}  // namespace
}  // namespace doorstep::test
