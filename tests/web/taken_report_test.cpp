#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report_walk.h"
#include "storage/received_files.h"
#include "storage/reports.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::reports::Report;
using ::testing::HasSubstr;
using ::testing::Not;

class TakenReport : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestBrowser browser{web};
    std::map<std::string, ReportFields> answers{
        {"came",
         {{"channel", "telephone"},
          {"received-on-day", "10"},
          {"received-on-month", "6"},
          {"received-on-year", "2026"}}},
        {"safety", {{"danger", "no"}}},
        {"what", {{"what", "Caller said: shouting on the stairs"}}},
        {"contact", {{"named", "no"}, {"contact-ways", "will-contact-us"}}},
    };
    std::vector<std::string> pages;

    void SetUp() override { browser.sign_in(officer); }

    std::string begin() {
        browser.get("/reports/new");
        return location_of(browser.post("/reports/new"));
    }
    /// Every group from this address on, to the check page.
    http::Response walk(std::string at) {
        for (int n = 0; n < 30; ++n) {
            auto const page = browser.get(at);
            auto const group = at.substr(at.rfind('/') + 1);
            if (page.status != 200 || group == "check") return page;
            pages.push_back(group);
            auto const sent = browser.post(at, report_fields(answers[group]));
            if (sent.status != 303) return sent;
            at = location_of(sent);
        }
        return {};
    }
    Report stored(std::string const& page) {
        auto const at = page.find("R-26-");
        EXPECT_NE(at, std::string::npos) << page;
        return site.database().read([&](storage::sql::Read& tx) {
            return storage::reports::find_by_reference(tx, page.substr(at, 10)).value_or(Report{});
        });
    }
};

TEST_F(TakenReport, is_taken_group_by_group_with_words_to_read_aloud) {
    auto const first = begin();
    EXPECT_THAT(first, HasSubstr("/came"));
    auto const checked = walk(first);
    ASSERT_EQ(checked.status, 200) << text_of(checked);
    EXPECT_THAT(pages, Not(testing::Contains("address"))) << "no postcode was given";
    EXPECT_THAT(text_of(browser.get(first.substr(0, first.rfind('/')) + "/safety")), HasSubstr("Read out:"));
    auto const check = first.substr(0, first.rfind('/')) + "/check";
    browser.get(check);
    auto const sent = browser.post(check, report_fields({{"rights-read-out", "yes"}}));
    ASSERT_EQ(sent.status, 303) << text_of(sent);
    auto const page = text_of(browser.get(location_of(sent)));
    EXPECT_THAT(page, HasSubstr("Report sent to triage"));
    auto const report = stored(page);
    EXPECT_EQ(report.channel, "telephone");
    EXPECT_EQ(report.taken_by, officer.id);
    EXPECT_EQ(report.what_happened, "Caller said: shouting on the stairs");
    EXPECT_TRUE(report.anonymous);
    EXPECT_THAT(text_of(browser.get("/reports/new")), HasSubstr("You have no unfinished reports"));
    EXPECT_EQ(location_of(browser.get(check)), location_of(sent)) << "cannot be sent twice";
}

TEST_F(TakenReport, runs_its_promise_from_the_day_it_reached_us_and_may_be_for_managers_only) {
    answers["came"] = {{"channel", "letter"},
                       {"received-on-day", "8"},
                       {"received-on-month", "6"},
                       {"received-on-year", "2026"}};
    auto const first = begin();
    walk(first);
    auto const check = first.substr(0, first.rfind('/')) + "/check";
    auto const report =
        stored(text_of(browser.follow(browser.post(check, report_fields({{"restricted", "yes"}})))));
    EXPECT_EQ(report.received_on, *Date::of(2026, 6, 8));
    EXPECT_EQ(report.first_contact_by, *Date::of(2026, 6, 15));
    EXPECT_TRUE(report.high_profile);
}

TEST_F(TakenReport, came_today_unless_the_officer_says_otherwise) {
    auto const body = browser.get(begin()).body;
    for (auto const* value : {"value=\"10\"", "value=\"6\"", "value=\"2026\""})
        EXPECT_THAT(body, HasSubstr(value));
}

TEST_F(TakenReport, says_what_to_tell_somebody_in_danger) {
    answers["safety"] = {{"danger", "yes"}};
    EXPECT_THAT(text_of(walk(begin())), HasSubstr("Ask whether they have called 999"));
}

TEST_F(TakenReport, refuses_a_page_with_something_missing_and_keeps_the_rest) {
    answers["what"] = {{"what", ""}, {"kinds", "noise"}};
    auto const refused = walk(begin());
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("Enter what happened"));
    EXPECT_THAT(refused.body, HasSubstr("value=\"noise\" checked"));
}

TEST_F(TakenReport, waits_in_the_officers_own_list_when_the_call_is_cut_off) {
    auto const first = begin();
    browser.get(first);
    browser.post(first, report_fields(answers["came"]));
    auto const where = first.substr(0, first.rfind('/')) + "/where";
    browser.get(where);
    EXPECT_EQ(location_of(browser.post(where, report_fields({{"place", "Bin store"}, {"later", "yes"}}))),
              "/reports/new");
    auto const list = browser.get("/reports/new");
    EXPECT_THAT(text_of(list), HasSubstr("Bin store"));
    EXPECT_THAT(browser.get(where).body, HasSubstr("Bin store</textarea>"));

    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_officer, "Somebody else"));
    EXPECT_EQ(other.get(where).status, 404);
    EXPECT_THAT(text_of(other.get("/reports/new")), Not(HasSubstr("Bin store")));

    browser.get("/reports/new");
    auto const removed = browser.post(first.substr(0, first.rfind('/')) + "/remove");
    EXPECT_THAT(text_of(browser.follow(removed)), HasSubstr("Unfinished report removed"));
    EXPECT_EQ(browser.get(where).status, 404);
}

TEST_F(TakenReport, asks_whom_they_told_when_that_answer_changes_on_the_check_page) {
    auto const first = begin();
    walk(first);
    auto const base = first.substr(0, first.rfind('/'));
    browser.get(base + "/effect?return=check");
    auto next = browser.post(base + "/effect?return=check", report_fields({{"told-before", "yes"}}));
    EXPECT_EQ(location_of(next), base + "/told?return=check");
    browser.get(location_of(next));
    next = browser.post(base + "/told?return=check",
                        report_fields({{"told", "police"}, {"told-reference", "45/12"}}));
    EXPECT_EQ(location_of(next), base + "/check");
    EXPECT_THAT(text_of(browser.get(base + "/check")), HasSubstr("45/12"));
}

TEST_F(TakenReport, is_not_for_partners_or_board_members) {
    for (auto const role : {Role::partner, Role::board_member, Role::administrator}) {
        TestBrowser other(web);
        other.sign_in(site.account(role));
        EXPECT_EQ(other.get("/reports/new").status, 403);
        EXPECT_EQ(other.get("/notes/new").status, 403);
    }
}

// Notes of a visit

std::string const note_png =
    std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89", 33) +
    std::string(
        "\0\0\0\0IEND\xae"
        "B`\x82",
        12);

TEST_F(TakenReport, takes_the_files_that_came_with_it) {
    auto const first = begin();
    auto const base = first.substr(0, first.rfind('/'));
    auto const files = base + "/evidence";
    EXPECT_THAT(text_of(browser.get(files)), HasSubstr("No files have been added"));
    browser.attach("files", "door <1>.png", note_png);
    browser.attach("files", "photo.jpg", "#!/bin/sh\nrm -rf /\n");
    auto const refused = browser.post(files, report_fields({{"add", "yes"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("photo.jpg"));
    EXPECT_THAT(text_of(browser.get(files)), HasSubstr("door <1>.png"));

    EXPECT_EQ(walk(first).status, 200);
    EXPECT_THAT(pages, testing::Contains("evidence"));
    EXPECT_THAT(text_of(browser.get(base + "/check")), HasSubstr("door <1>.png"));
    auto const report = stored(text_of(browser.follow(browser.post(base + "/check"))));
    auto const kept = site.database().read(
        [&](storage::sql::Read& tx) { return storage::received_files::of_report(tx, report.id); });
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].original_name, "door <1>.png");
    EXPECT_EQ(kept[0].content_type, "image/png");
    EXPECT_EQ(browser.get("/files/" + std::string(kept[0].id.text())).status, 200);
}

TEST_F(TakenReport, takes_a_file_off_again) {
    auto const first = begin();
    auto const files = first.substr(0, first.rfind('/')) + "/evidence";
    browser.get(files);
    browser.attach("files", "door.png", note_png);
    EXPECT_EQ(location_of(browser.post(files, report_fields({{"add", "yes"}}))), files);
    browser.get(files);
    EXPECT_EQ(location_of(browser.post(files + "/remove")), files);
    EXPECT_THAT(text_of(browser.get(files)), HasSubstr("No files have been added"));

    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_officer, "Somebody else"));
    EXPECT_EQ(other.get(files).status, 404);
    other.attach("files", "door.png", note_png);
    EXPECT_EQ(other.post(files).status, 404);
}

TEST_F(TakenReport, is_a_short_note_with_a_photo_from_a_visit) {
    TestBrowser housing(web);
    auto const visitor = site.account(Role::housing_officer);
    housing.sign_in(visitor);
    housing.get("/notes/new");
    housing.attach("photos", "door.png", note_png);
    auto const saved =
        housing.post("/notes/new",
                     report_fields({{"what", "Door kicked in"}, {"place", "Acre Court"}, {"kind", "noise"}}));
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const report = stored(text_of(housing.follow(saved)));
    EXPECT_EQ(report.channel, "visit-note");
    EXPECT_EQ(report.taken_by, visitor.id);
    EXPECT_EQ(report.state, domain::reports::State::waiting);
    auto const files = site.database().read(
        [&](storage::sql::Read& tx) { return storage::received_files::of_report(tx, report.id); });
    ASSERT_EQ(files.size(), 1u);
    auto const address = "/files/" + std::string(files[0].id.text());

    // Who may see the report in triage may have its file; others may not.
    auto const file = browser.get(address);
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.file.has_value());
    EXPECT_EQ(file.content_type, "image/png");
    EXPECT_THAT(std::string(file.header("Content-Disposition").value_or("")), HasSubstr("attachment"));
    EXPECT_THAT(std::string(file.header("Content-Security-Policy").value_or("")), HasSubstr("sandbox"));
    EXPECT_THAT(site.events_of(report.id.text()), testing::Contains("file-opened"));
    EXPECT_EQ(browser.get(address).status, 200) << "and again";
    EXPECT_EQ(housing.get(address).status, 403);
    TestBrowser stranger(web);
    EXPECT_NE(stranger.get(address).status, 200);
}

TEST_F(TakenReport, keeps_the_words_of_a_note_when_its_photo_cannot_be_taken) {
    browser.get("/notes/new");
    browser.attach("photos", "notes.html", "<html><script>alert(1)</script>");
    auto const refused =
        browser.post("/notes/new", report_fields({{"what", "Door kicked in"}, {"place", "Acre Court"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("We cannot take notes.html"));
    EXPECT_THAT(refused.body, HasSubstr("Door kicked in</textarea>"));
}

}  // namespace
}  // namespace doorstep::test
