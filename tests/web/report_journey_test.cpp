#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report_walk.h"
#include "storage/people.h"
#include "storage/places.h"
#include "storage/received_files.h"
#include "storage/reports.h"

namespace doorstep::test {
namespace {

using domain::reports::Report;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class ReportJourney : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    ReportWalk walk{web};

    /// The report whose reference the page after sending shows.
    Report stored(http::Response const& sent) {
        auto const page = text_of(sent);
        auto const at = page.find("R-26-");
        EXPECT_NE(at, std::string::npos) << page;
        auto const reference = page.substr(at, 10);
        return site.database().read([&](storage::sql::Read& tx) {
            auto found = storage::reports::find_by_reference(tx, reference);
            EXPECT_TRUE(found) << reference;
            return found.value_or(Report{});
        });
    }
    Report walk_and_send() {
        auto const checked = walk.walk();
        EXPECT_EQ(checked.status, 200) << text_of(checked);
        return stored(walk.send());
    }
    domain::places::Address an_address() {
        domain::places::Address address{.id = AddressId(site.ids.next()),
                                        .line = "4 Mill Lane",
                                        .town = "Milton Keynes",
                                        .postcode = "MK12 5AB"};
        site.database().write([&](storage::sql::Write& tx) { storage::places::insert(tx, address); });
        return address;
    }
};

TEST_F(ReportJourney, begins_at_the_front_page_and_says_999_first) {
    auto const page = walk.browser.get("/");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(text_of(page), HasSubstr("call 999"));
    EXPECT_THAT(page.body, HasSubstr("href=\"/report/danger\""));
    EXPECT_THAT(page.body, HasSubstr("href=\"/exit\""));
}

TEST_F(ReportJourney, takes_an_anonymous_report_where_nearly_everything_was_passed_by) {
    auto const report = walk_and_send();
    EXPECT_EQ(report.what_happened, "Loud music until 4am");
    EXPECT_EQ(report.channel, "online");
    EXPECT_TRUE(report.anonymous);
    EXPECT_EQ(report.people_known, domain::reports::PeopleKnown::not_said);
    EXPECT_EQ(report.state, domain::reports::State::waiting);
    EXPECT_FALSE(report.taken_as_high);
    EXPECT_THAT(site.events_of(report.id.text()), Contains("report-received"));
}

TEST_F(ReportJourney, says_when_who_and_which_rights_after_sending) {
    walk.answers["contact"] = {{"contact-ways", "telephone"}};
    walk.answers["telephone"] = {{"telephone", "07700 900 982"}};
    walk.answers["voicemail"] = {{"voicemail", "no"}};
    walk.walk();
    auto const sent = walk.send();
    auto const page = text_of(sent);
    EXPECT_THAT(page, HasSubstr("will be in touch with you by 17 June 2026"));
    EXPECT_THAT(page, HasSubstr("Victims"));
    EXPECT_EQ(text_of(walk.browser.get("/report/sent")), page) << "safe to load again";
    EXPECT_EQ(location_of(walk.browser.get("/report/check")), "/report/sent") << "cannot be sent twice";
}

TEST_F(ReportJourney, stores_what_was_answered) {
    auto const address = an_address();
    walk.answers["kind"] = {{"kinds", "noise"}};
    walk.answers["who-for"] = {{"who-for", "someone-else"}, {"consent", "yes"}};
    walk.answers["place"] = {{"postcode", "mk125ab"}};
    walk.answers["address"] = {{"address", std::string(address.id.text())}};
    walk.answers["when"] = {{"happened-on-day", "9"},     {"happened-on-month", "6"},
                            {"happened-on-year", "2026"}, {"happened-about", "about 11pm"},
                            {"still-happening", "yes"},   {"how-often", "most-nights"}};
    walk.answers["people"] = {{"people-known", "unknown"}};
    walk.answers["effect"] = {{"effect", "a-lot"}, {"effect-on", "sleep"}, {"effect-on", "children"}};
    walk.answers["motive"] = {{"motives", "disability"}};
    walk.answers["wish"] = {{"wish", "Quiet after 11"}};
    walk.answers["name"] = {{"named", "yes"}, {"name", "Maria Silva"}};
    walk.answers["contact"] = {{"contact-ways", "email"}, {"contact-ways", "visit"}};
    walk.answers["email"] = {{"email", "maria@example.com"}};
    walk.answers["contact-help"] = {{"needs", "interpreter"}, {"interpreter", "Portuguese"}};
    auto const checked = walk.walk();
    ASSERT_EQ(checked.status, 200);
    auto const words = text_of(checked);
    for (auto const* said : {"4 Mill Lane", "9 June 2026", "about 11pm", "Most nights", "Maria Silva",
                             "maria@example.com", "Portuguese", "Disability"})
        EXPECT_THAT(words, HasSubstr(said));
    auto const report = stored(walk.send());
    EXPECT_EQ(report.address, address.id);
    EXPECT_EQ(report.consent, domain::reports::Consent::yes);
    EXPECT_EQ(report.happened_on, *Date::of(2026, 6, 9));
    EXPECT_EQ(report.people_known, domain::reports::PeopleKnown::unknown);
    EXPECT_TRUE(report.hate);
    EXPECT_EQ(report.reporter_name, "Maria Silva");
    EXPECT_EQ(report.effect_on.size(), 2u);
    auto const safe = site.database().read([&](storage::sql::Read& tx) {
        return storage::people::find_safe_contacts(tx, {*report.safe_contact_id}).begin()->second;
    });
    EXPECT_EQ(safe.email, "maria@example.com");
    EXPECT_TRUE(safe.visit_allowed);
    EXPECT_FALSE(safe.telephone_allowed);
    EXPECT_EQ(safe.interpreter, "Portuguese");
}

TEST_F(ReportJourney, tells_of_999_and_flags_danger_as_urgent) {
    walk.answers["danger"] = {{"danger", "yes"}};
    auto const checked = walk.walk();
    EXPECT_TRUE(walk.asked("emergency"));
    ASSERT_EQ(checked.status, 200);
    auto const sent = walk.send();
    EXPECT_THAT(text_of(sent), HasSubstr("call 999"));
    auto const report = stored(sent);
    EXPECT_TRUE(report.in_danger);
    EXPECT_EQ(report.first_contact_by, *Date::of(2026, 6, 11)) << "one working day";
}

TEST_F(ReportJourney, gives_helplines_at_once_and_flags_thoughts_of_self_harm) {
    walk.answers["effect"] = {{"effect-on", "self-harm"}};
    auto const report = walk_and_send();
    EXPECT_TRUE(walk.asked("safe"));
    EXPECT_TRUE(report.self_harm);
    EXPECT_TRUE(report.taken_as_high);
    EXPECT_THAT(text_of(walk.browser.get("/help/staying-safe")), HasSubstr("116 123"));
}

TEST_F(ReportJourney, keeps_domestic_abuse_in_the_restricted_queue_after_help_was_offered) {
    walk.answers["kind"] = {{"kinds", "domestic-abuse"}};
    auto const report = walk_and_send();
    EXPECT_TRUE(walk.asked("support"));
    EXPECT_TRUE(report.high_profile);
}

TEST_F(ReportJourney, says_who_else_can_help_and_still_takes_the_report) {
    walk.answers["kind"] = {{"kinds", "other:repairs"}};
    auto const report = walk_and_send();
    EXPECT_TRUE(walk.asked("signpost"));
    EXPECT_TRUE(report.categories.empty());
}

TEST_F(ReportJourney, logs_who_went_to_another_service_instead) {
    walk.answers["kind"] = {{"kinds", "other:repairs"}};
    walk.answers["signpost"] = {{"elsewhere", "yes"}};
    walk.walk();
    EXPECT_EQ(walk.pages.back(), "elsewhere");
    EXPECT_EQ(walk.browser.get("/report/what").status, 410) << "the draft is gone";
    EXPECT_THAT(site.events_of("settings-signposts"), Contains("visitor-signposted"));
    EXPECT_EQ(walk.browser.cookie("draft"), "");
}

TEST_F(ReportJourney, asks_for_what_must_be_answered_and_keeps_what_was_typed) {
    walk.answers["when"] = {{"happened-on-day", "1"},
                            {"happened-on-month", "1"},
                            {"happened-on-year", "2027"},
                            {"happened-about", "midnight"}};
    auto const refused = walk.walk();
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("<title>Error: "));
    EXPECT_THAT(text_of(refused), HasSubstr("must be today or in the past"));
    EXPECT_THAT(refused.body, HasSubstr("value=\"midnight\""));
}

TEST_F(ReportJourney, comes_straight_back_from_changing_one_answer) {
    walk.walk();
    walk.browser.get("/report/what?return=check");
    auto const changed = walk.browser.post("/report/what?return=check",
                                           report_fields({{"what", "Shouting & <b>banging</b>"}}));
    EXPECT_EQ(location_of(changed), "/report/check");
    auto const checked = walk.browser.get("/report/check");
    EXPECT_THAT(text_of(checked), HasSubstr("Shouting & <b>banging</b>"));
    EXPECT_THAT(checked.body, Not(HasSubstr("<b>banging")));
}

TEST_F(ReportJourney, lists_the_questions_left_when_somebody_jumps_to_the_end) {
    walk.browser.get("/report/danger");
    walk.browser.post("/report/danger", report_fields({{"danger", "no"}}));
    auto const checked = walk.browser.get("/report/check");
    EXPECT_THAT(text_of(checked), HasSubstr("Questions not answered yet"));
    EXPECT_THAT(text_of(checked), Not(HasSubstr("Send report")));
}

TEST_F(ReportJourney, is_saved_and_taken_up_on_another_device_by_its_code) {
    walk.browser.get("/report/danger");
    walk.browser.post("/report/danger", report_fields({{"danger", "no"}}));
    walk.browser.get("/report/what");
    EXPECT_EQ(location_of(walk.browser.post("/report/what",
                                            report_fields({{"what", "Half a sen"}, {"later", "yes"}}))),
              "/report/save");
    walk.browser.get("/report/save");
    auto const saved = text_of(walk.browser.post("/report/save"));
    EXPECT_THAT(saved, HasSubstr("8 July 2026")) << "28 days";
    auto const at = saved.find("Your code: ") + std::string("Your code: ").size();
    auto const code = saved.substr(saved.find_first_not_of(' ', at), 14);

    ReportWalk other(web);
    other.browser.get("/report/resume");
    auto const wrong = other.browser.post("/report/resume", report_fields({{"code", "AAAA-AAAA-AAAA"}}));
    EXPECT_EQ(wrong.status, 422);
    auto const resumed = other.browser.post("/report/resume", report_fields({{"code", code}}));
    EXPECT_EQ(location_of(resumed), "/report/what") << text_of(resumed);
    EXPECT_THAT(other.browser.get("/report/what").body, HasSubstr("Half a sen"));
    EXPECT_EQ(walk.browser.get("/report/what").status, 410) << "the first device has it no more";

    ReportWalk third(web);
    auto const linked = third.browser.get("/s/" + code);
    EXPECT_EQ(linked.status, 200);
    EXPECT_EQ(location_of(third.browser.post("/report/resume")), "/report/what");
    auto const unknown = third.browser.get("/s/AAAA-AAAA-AAAA");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_THAT(text_of(unknown), HasSubstr("You have not done anything wrong"));

    site.set_today(*Date::of(2026, 7, 9));
    EXPECT_EQ(third.browser.get("/report/what").status, 410);
    EXPECT_EQ(third.browser.get("/s/" + code).status, 410);
    third.browser.get("/report/resume");
    EXPECT_EQ(third.browser.post("/report/resume", report_fields({{"code", code}})).status, 410);
}

TEST_F(ReportJourney, ends_without_a_trace_when_somebody_leaves_quickly) {
    walk.browser.get("/report/danger");
    walk.browser.post("/report/danger", report_fields({{"danger", "no"}}));
    auto const left = walk.browser.get("/exit");
    EXPECT_EQ(left.status, 303);
    EXPECT_THAT(location_of(left), HasSubstr("https://"));
    EXPECT_THAT(left.headers,
                Contains(std::pair<std::string, std::string>("Clear-Site-Data", "\"storage\"")));
    EXPECT_EQ(walk.browser.cookie("draft"), "");
    EXPECT_EQ(walk.browser.get("/report/kind").status, 410);
}

TEST_F(ReportJourney, says_nothing_of_the_subject_in_titles_or_addresses) {
    walk.walk();
    for (auto const& page : walk.pages) {
        auto const body = walk.browser.get("/report/" + page).body;
        auto const title = body.substr(body.find("<title>"), body.find("</title>") - body.find("<title>"));
        for (auto const* word : {"anti-social", "behaviour", "abuse", "complain"})
            EXPECT_THAT(title, Not(HasSubstr(word))) << page;
    }
}

TEST_F(ReportJourney, has_one_heading_on_a_page_also_where_a_choice_opens_another_question) {
    walk.walk();
    for (auto const& page : walk.pages) {
        auto const body = walk.browser.get("/report/" + page).body;
        std::size_t headings = 0;
        for (std::size_t at = 0; (at = body.find("<h1", at)) != std::string::npos; ++at) ++headings;
        EXPECT_EQ(headings, 1u) << page;
    }
}

TEST_F(ReportJourney, works_in_welsh_from_the_first_page_to_the_last) {
    ReportWalk welsh(web, "/cy");
    auto const checked = welsh.walk();
    ASSERT_EQ(checked.status, 200) << text_of(checked);
    EXPECT_THAT(checked.body, HasSubstr("<html lang=\"cy\""));
    auto const sent = welsh.send();
    EXPECT_THAT(text_of(sent), HasSubstr("Eich cyfeirnod"));
    EXPECT_EQ(stored(sent).language, "cy");
}

// Files

std::string const tiny_png =
    std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89", 33) +
    std::string(
        "\0\0\0\0IEND\xae"
        "B`\x82",
        12);

TEST_F(ReportJourney, takes_files_by_their_content_and_gives_them_to_the_report) {
    walk.walk();
    walk.browser.get("/report/evidence");
    walk.browser.attach("files", "door <1>.png", tiny_png);
    auto const added = walk.browser.post("/report/evidence", report_fields({{"add", "yes"}}));
    EXPECT_EQ(location_of(added), "/report/evidence") << text_of(added);
    EXPECT_THAT(text_of(walk.browser.get("/report/evidence")), HasSubstr("door <1>.png"));
    auto const report = stored(walk.send());
    auto const files = site.database().read(
        [&](storage::sql::Read& tx) { return storage::received_files::of_report(tx, report.id); });
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].content_type, "image/png");
    EXPECT_EQ(files[0].original_name, "door <1>.png");
}

TEST_F(ReportJourney, refuses_a_program_named_like_a_photo_and_keeps_the_other_files) {
    walk.walk();
    walk.browser.get("/report/evidence");
    walk.browser.attach("files", "good.png", tiny_png);
    walk.browser.attach("files", "photo.jpg", "#!/bin/sh\nrm -rf /\n");
    walk.browser.attach("files", "nothing.png", "");
    auto const refused = walk.browser.post("/report/evidence", report_fields({{"add", "yes"}}));
    EXPECT_EQ(refused.status, 422);
    auto const words = text_of(refused);
    EXPECT_THAT(words, HasSubstr("We cannot take photo.jpg"));
    EXPECT_THAT(words, HasSubstr("nothing.png is empty"));
    EXPECT_THAT(words, HasSubstr("good.png"));
    EXPECT_EQ(walk.browser.get("/report/check").status, 200) << "other answers are kept";
}

TEST_F(ReportJourney, removes_a_file_before_sending) {
    walk.walk();
    walk.browser.get("/report/evidence");
    walk.browser.attach("files", "door.png", tiny_png);
    walk.browser.post("/report/evidence", report_fields({{"add", "yes"}}));
    walk.browser.get("/report/evidence");
    walk.browser.post("/report/evidence/remove");
    EXPECT_THAT(text_of(walk.browser.get("/report/evidence")), Not(HasSubstr("door.png")));
}

}  // namespace
}  // namespace doorstep::test
