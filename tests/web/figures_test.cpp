#include <gtest/gtest.h>

#include "legal/measures.h"
#include "storage/sql/database.h"
#include "storage/surveys.h"
#include "support/web/test_browser.h"
#include "usecases/closures/close_case.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/figures/view_behind.h"
#include "usecases/figures/view_figures.h"
#include "usecases/risk/assess_risk.h"
#include "usecases/surveys/call.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using usecases::figures::FiguresView;

/// A quarter of a small site, made through what the product does every day. Five cases are opened, rung and
/// assessed, closed and asked about; seven more are opened, and four of them rung in time.
class FiguresPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account caller = site.account(Role::business_support);
    std::vector<TestSite::MadeCase> made;

    void SetUp() override {
        auto const today = site.today();  // Wednesday 10 June 2026
        site.set_today(*Date::of(2026, 4, 1));
        std::vector<TestSite::MadeCase> ended;
        for (int n = 0; n < 5; ++n) ended.push_back(site.open_case({.owner = officer.id}));
        site.set_today(*Date::of(2026, 4, 8));
        for (auto const& one : ended) {
            ring(one, domain::contacts::Result::conversation);
            assess(one);
            close(one);
        }
        site.set_today(*Date::of(2026, 4, 20));
        for (int n = 0; n < 6; ++n) made.push_back(site.open_case({.owner = officer.id}));
        made.push_back(site.open_case({.owner = manager.id, .category = "hate", .restricted = true}));
        site.set_today(*Date::of(2026, 4, 22));
        for (std::size_t n = 0; n < 4; ++n) ring(made[n], domain::contacts::Result::conversation);
        ring(made[4], domain::contacts::Result::attempt);
        site.set_today(today);
        for (std::size_t n = 0; n < 5; ++n) answer(ended[n], n < 4 ? "fairly-well" : "very-badly");
    }
    void ring(TestSite::MadeCase const& one, domain::contacts::Result result) {
        auto context = site.as(officer);
        auto const done =
            usecases::contacts::record_contact(context, {.reference = one.file.reference,
                                                         .person = one.complainants.front().id,
                                                         .made_on = site.today(),
                                                         .made_time = {},
                                                         .method = domain::contacts::Method::telephone,
                                                         .result = result,
                                                         .summary = "About the noise",
                                                         .still_safe = {}});
        ASSERT_TRUE(done) << done.error().message();
    }
    /// The lowest answer to every question.
    void assess(TestSite::MadeCase const& one) {
        auto context = site.as(officer);
        auto const& set = context.settings().question_set("ram", site.today());
        usecases::risk::AssessRisk input;
        input.reference = one.file.reference;
        input.person = one.complainants.front().id;
        input.set_version = set.version;
        for (auto const& question : set.questions)
            input.answers[question.code] = question.options.front().code;
        auto const done = usecases::risk::assess_risk(context, input);
        ASSERT_TRUE(done) << done.error().message();
    }
    void close(TestSite::MadeCase const& one) {
        auto context = site.as(officer);
        usecases::closures::CloseCase input;
        input.reference = one.file.reference;
        input.version = site.stored(one.file.id).version;
        input.closing.outcome = domain::cases::Outcome::resolved;
        input.closing.reason = "behaviour-stopped";
        input.closing.summary = "Quiet since the visit";
        input.closing.explanation = "The noise has stopped";
        input.closing.confirmed = {"review-right-told"};
        input.closing.reasons["plan-agreed"] = "Settled in one conversation";
        auto const done = usecases::closures::close_case(context, input);
        ASSERT_TRUE(done) << done.error().message();
        ASSERT_FALSE(done->waits_for_approval);
    }
    void answer(TestSite::MadeCase const& closed, std::string const& handling) {
        auto const surveys = site.database().read(
            [&](storage::sql::Read& tx) { return storage::surveys::of_case(tx, closed.file.id); });
        ASSERT_EQ(surveys.size(), 1u);
        auto const id = std::string(surveys.front().id.text());
        auto context = site.as(caller);
        ASSERT_TRUE(usecases::surveys::start_call(context, id, domain::surveys::Way::paper));
        ASSERT_TRUE(usecases::surveys::keep_answer(context, id, {"handling", handling, ""}));
        auto const done = usecases::surveys::complete_survey(
            context, {.id = id, .seen_version = {}, .way = domain::surveys::Way::paper, .answers = {}});
        ASSERT_TRUE(done) << done.error().message();
    }
    FiguresView figures() {
        auto context = site.as(manager);
        auto view = usecases::figures::view_figures(context, {});
        EXPECT_TRUE(view) << view.error().message();
        return *view;
    }
    http::Response page(std::string const& address) {
        auto const before = storage::sql::statements_on_this_thread();
        auto response = browser.get(address);
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, 12) << address;
        return response;
    }
    static bool has(http::Response const& response, std::string const& words) {
        return text_of(response).find(words) != std::string::npos;
    }
    static void expect_words(http::Response const& response, std::string const& words) {
        EXPECT_TRUE(has(response, words)) << words << "\nis not in\n" << text_of(response);
    }
    static int count_of(std::string const& body, std::string const& part) {
        int count = 0;
        for (auto at = body.find(part); at != std::string::npos; at = body.find(part, at + 1)) ++count;
        return count;
    }
};

TEST_F(FiguresPages, say_what_the_share_of_first_contacts_should_be) {
    browser.sign_in(manager);
    EXPECT_NE(text_of(browser.get("/figures/first-contact")).find("It should be 100%."), std::string::npos);
    EXPECT_EQ(text_of(browser.get("/figures/contact-kept")).find("It should be"), std::string::npos);
}

TEST_F(FiguresPages, count_what_the_use_cases_recorded) {
    auto const view = figures();
    auto const now = [&](char const* measure) { return view.row(measure)->now; };
    EXPECT_EQ(now("opened").counted, 12);
    EXPECT_EQ(now("closed").counted, 5);
    EXPECT_EQ(now("resolved").base, 5);
    EXPECT_EQ(now("open-at-end").counted, 7);
    EXPECT_EQ(now("contacts").counted, 10);
    EXPECT_EQ(now("first-contact").counted, 9);
    EXPECT_EQ(now("first-contact").base, 12);
    EXPECT_EQ(now("satisfaction-handling").counted, 4);
    EXPECT_EQ(now("satisfaction-handling").base, 5);
    EXPECT_EQ(now("survey-response").counted, 5);
    EXPECT_EQ(view.reconciliation.difference(), 0);
    EXPECT_FALSE(view.row("opened")->last_year.is_collected) << "nothing was collected a year ago";
}

TEST_F(FiguresPages, show_the_same_numbers_with_their_base) {
    browser.sign_in(manager);
    auto const all = page("/figures");
    ASSERT_EQ(all.status, 200);
    expect_words(all, "Q1 2026/27, so far");
    expect_words(all, "75% (9 of 12)");
    expect_words(all, "80% (4 of 5)");
    expect_words(all, "0 open at the start, 12 opened and 0 opened again, 5 closed: 7 open at the end.");
    expect_words(all, "Not collected");
    expect_words(all, "What we recorded and what people said");
    for (auto const& measure : legal::measures()) {
        auto const one = page("/figures/" + measure.id + "?by=type");
        EXPECT_EQ(one.status, 200) << measure.id;
        expect_words(one, measure.title);
    }
    auto const contact = page("/figures/first-contact?by=officer");
    expect_words(contact, "75%");
    expect_words(contact, "9 of 12 first contacts due");
    expect_words(contact, officer.name);
    expect_words(contact, "How this is counted");
    EXPECT_NE(contact.body.find("<svg"), std::string::npos);
}

TEST_F(FiguresPages, open_the_cases_behind_a_figure_by_permission) {
    browser.sign_in(manager);
    auto const kept = page("/figures/first-contact/cases?counts=yes");
    EXPECT_EQ(count_of(kept.body, "href=\"/cases/"), 9);
    auto const late = page("/figures/first-contact/cases?counts=no");
    EXPECT_EQ(count_of(late.body, "href=\"/cases/"), 2);
    expect_words(late, "3 records");
    expect_words(late, "1 of them not listed here");  // restricted, and the manager is not named on it
    expect_words(late, made[4].file.reference);       // tried, and a try keeps no promise
    for (std::size_t n = 0; n < 4; ++n) expect_words(kept, made[n].file.reference);
    auto const all = page("/figures/opened/cases");
    expect_words(all, "12 records, by the day the case was opened. 1 of them not listed here");
    EXPECT_EQ(count_of(all.body, "href=\"/cases/"), 11);
    EXPECT_FALSE(has(all, made.back().file.reference));
    auto system = site.as_system();
    EXPECT_EQ(usecases::figures::view_behind(system, "opened", {})->visible, 12);

    TestBrowser other(web);
    other.sign_in(officer);
    EXPECT_EQ(other.get("/figures/first-contact?by=officer").status, 403)
        << "officers are compared by those who lead them";
}

TEST_F(FiguresPages, keep_a_share_of_too_few_to_themselves) {
    browser.sign_in(manager);
    auto const one = page("/figures/contact-kept");
    expect_words(one, "Too few to show");
    EXPECT_FALSE(has(one, "of 4 contacts due")) << text_of(one);
}

TEST_F(FiguresPages, are_narrowed_down_by_kind_and_refuse_what_is_not_there) {
    browser.sign_in(manager);
    auto const noise = page("/figures?kind=noise");
    expect_words(noise, "Only Noise");
    expect_words(noise, "0 open at the start, 11 opened");
    expect_words(page("/figures?period=2026-04-01..2026-06-30"), "Q1 2026/27, so far");
    EXPECT_EQ(page("/figures?kind=nothing").status, 404);
    EXPECT_EQ(page("/figures?period=2031-32-Q1").status, 404);
    EXPECT_EQ(page("/figures/nothing").status, 404);
    EXPECT_EQ(page("/figures/nothing/cases").status, 404);
}

TEST_F(FiguresPages, come_as_a_file_for_a_spreadsheet) {
    browser.sign_in(manager);
    auto const file = page("/figures/data.csv");
    EXPECT_EQ(file.content_type, "text/csv; charset=utf-8");
    EXPECT_NE(file.body.find("first-contact,First contact in time,Keeping in touch,2026-27-Q1,2026-04-01,"
                             "2026-06-30,share,,75,9,12,"),
              std::string::npos)
        << file.body;
    EXPECT_NE(file.body.find("Not collected"), std::string::npos);
}

TEST_F(FiguresPages, of_performance_lead_to_no_case_and_hide_small_numbers) {
    auto const member = site.account(Role::tenant_member);
    expect_words(browser.get("/performance"), "Nothing has been published yet");
    browser.sign_in(member);
    EXPECT_EQ(browser.get("/figures").status, 403);
    expect_words(browser.get("/performance"), "Nothing has been published yet");

    site.set_today(*Date::of(2026, 7, 10));
    browser.sign_in(member);  // a month later
    auto const shown = page("/performance");
    EXPECT_EQ(shown.status, 200);
    expect_words(shown, "Q1 2026/27");
    expect_words(shown, "75% (9 of 12)");
    expect_words(shown, "Too few to show");  // one hate case, and with it the next smallest
    EXPECT_EQ(shown.body.find("/cases"), std::string::npos);
    EXPECT_EQ(page("/performance/2026-27-Q2").status, 404) << "not over";
    EXPECT_EQ(page("/performance/2026-06").status, 404) << "months are too small to publish";
    auto const file = page("/performance/2026-27-Q1/data.csv");
    EXPECT_NE(file.body.find("Too few to show"), std::string::npos);
    EXPECT_EQ(file.body.find("Hate,1,"), std::string::npos);

    auto context = site.as_system();
    context.change([&](usecases::Change& change) -> Expected<Done> {
        usecases::set_site_value(change.tx, "publishes_performance", "yes");
        change.record_setting("site", domain::events::site_changed);
        return Done{};
    });
    site.settings().reload();
    TestBrowser anybody(web);
    EXPECT_EQ(anybody.get("/performance/2026-27-Q1").status, 200);
    EXPECT_EQ(anybody.get("/figures").status, 303);
}

}  // namespace
}  // namespace doorstep::test
