#include "usecases/reports/send_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/drafts.h"
#include "storage/people.h"
#include "storage/places.h"
#include "storage/received_files.h"
#include "storage/reports.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/reports/drafts.h"

namespace doorstep::usecases::reports {
namespace {

using domain::access::Role;
using domain::reports::Report;
using storage::sql::Read;
using storage::sql::Write;
using ::testing::ElementsAre;

SendReport a_report(std::string const& channel = "online") {
    SendReport input;
    input.report.channel = channel;
    input.report.what_happened = "Loud music until 4am";
    input.report.categories = {"noise"};
    input.safe_contact.emplace();
    input.safe_contact->will_contact_us = true;
    return input;
}

class SendReportTest : public ::testing::Test {
  protected:
    test::TestSite site;

    Report stored(ReportId id) {
        return *site.database().read([&](Read& tx) { return storage::reports::find(tx, id); });
    }
    Expected<ReportSent> send(SendReport const& input) {
        auto context = site.as_public();
        return send_report(context, input);
    }
    Report sent(SendReport const& input) {
        auto const made = send(input);
        EXPECT_TRUE(made) << made.error().message();
        return stored(made->id);
    }
    std::string field_refused(SendReport const& input) {
        auto const made = send(input);
        if (made) return "";
        return made.error().problems().empty() ? made.error().code() : made.error().problems()[0].field;
    }
    /// The account of the open triage item, and its day.
    std::pair<std::optional<AccountId>, Date> triage_item(ReportId report) {
        static storage::sql::Query const select{
            "test.send_report.triage",
            "SELECT account_id, due_on FROM work_item WHERE kind = 'triage' AND report_id = :report"};
        return *site.database().read([&](Read& tx) {
            return tx.one(select, {{"report", report}}, [](storage::sql::Row& row) {
                std::pair<std::optional<AccountId>, Date> item;
                row.read(item.first, item.second);
                return item;
            });
        });
    }
    struct Place {
        domain::places::Area area;
        domain::places::Address address;
    };
    Place an_area_of(AccountId officer) {
        Place place;
        place.area = {.id = AreaId(site.ids.next()), .code = "E05009406", .name = "Wolverton"};
        place.area.asb_officer = officer;
        place.address = {.id = AddressId(site.ids.next()),
                         .line = "4 Mill Lane",
                         .town = "Milton Keynes",
                         .postcode = "MK12 5AB",
                         .area = place.area.id};
        site.database().write([&](Write& tx) {
            storage::places::insert(tx, place.area);
            storage::places::insert(tx, place.address);
        });
        return place;
    }
};

TEST_F(SendReportTest, takes_in_a_resident_who_gives_no_name_and_knows_no_names) {
    auto input = a_report();
    input.report.anonymous = true;
    input.report.reporter_name = "typed before choosing";
    input.report.people_known = domain::reports::PeopleKnown::unknown;
    auto const report = sent(input);
    EXPECT_EQ(report.reference, "R-26-00001");
    EXPECT_EQ(report.state, domain::reports::State::waiting);
    EXPECT_EQ(report.received_on, site.today());
    EXPECT_EQ(report.reporter_name, "");
    EXPECT_FALSE(report.taken_by);
    EXPECT_THAT(site.events_of(report.id.text()), ElementsAre("report-received"));
    EXPECT_EQ(triage_item(report.id).first, std::nullopt);
}

TEST_F(SendReportTest, promises_first_contact_in_one_working_day_for_hate_violence_and_abuse) {
    for (auto const* kind : {"hate", "violence", "domestic-abuse", "knife-crime"}) {
        auto input = a_report();
        input.report.categories = {"noise", kind};
        auto const report = sent(input);
        EXPECT_TRUE(report.taken_as_high) << kind;
        EXPECT_EQ(report.first_contact_by, site.today().plus_days(1)) << kind;
        EXPECT_EQ(triage_item(report.id).second, site.today().plus_days(1)) << kind;
    }
    auto ordinary = a_report();
    ordinary.report.categories = {"noise", "harassment"};
    EXPECT_FALSE(sent(ordinary).taken_as_high);
    auto motive = a_report();
    motive.report.motives = {domain::reports::Motive::race};
    EXPECT_EQ(sent(motive).first_contact_by, site.today().plus_days(1));
    auto age = a_report();  // not one of the motives of a hate incident
    age.report.motives = {domain::reports::Motive::age};
    EXPECT_EQ(sent(age).first_contact_by, site.today().plus_days(7));
}

TEST_F(SendReportTest, promises_first_contact_in_five_working_days_and_one_where_there_is_danger) {
    EXPECT_EQ(sent(a_report()).first_contact_by, site.today().plus_days(7));
    auto danger = a_report();
    danger.report.in_danger = true;
    EXPECT_EQ(sent(danger).first_contact_by, site.today().plus_days(1));
    auto self_harm = a_report();
    self_harm.report.self_harm = true;
    auto const report = sent(self_harm);
    EXPECT_EQ(report.first_contact_by, site.today().plus_days(1));
    EXPECT_EQ(triage_item(report.id).second, site.today().plus_days(1));
}

TEST_F(SendReportTest, counts_from_the_day_a_letter_reached_us_and_by_the_promise_of_that_day) {
    auto const officer = site.account(Role::asb_officer);
    auto context = site.as(officer);
    auto letter = a_report("letter");
    letter.report.received_on = site.today().plus_days(-2);
    auto const made = send_report(context, letter);
    ASSERT_TRUE(made);
    EXPECT_EQ(stored(made->id).first_contact_by, site.today().plus_days(5));
    EXPECT_EQ(stored(made->id).taken_by, officer.id);

    auto const manager = site.account(Role::asb_manager);
    auto of_manager = site.as(manager);
    auto old = a_report("import");
    old.report.received_on = *Date::of(2023, 6, 5);
    old.safe_contact.reset();
    auto const loaded = send_report(of_manager, old);
    ASSERT_TRUE(loaded) << loaded.error().message();
    EXPECT_EQ(stored(loaded->id).reference, "R-23-00001");
    EXPECT_EQ(stored(loaded->id).first_contact_by, *Date::of(2023, 6, 19));
    EXPECT_EQ(london_date(stored(loaded->id).received_at), *Date::of(2023, 6, 5));
}

TEST_F(SendReportTest, goes_to_the_officer_of_the_area_by_address_or_by_postcode) {
    auto const officer = site.account(Role::asb_officer);
    auto const place = an_area_of(officer.id);
    auto by_address = a_report();
    by_address.report.address = place.address.id;
    auto const report = sent(by_address);
    EXPECT_EQ(report.area, place.area.id);
    EXPECT_EQ(report.postcode, "MK12 5AB");
    EXPECT_EQ(triage_item(report.id).first, officer.id);

    auto unknown = a_report();
    unknown.report.postcode = "mk1 1aa";
    unknown.report.place_text = "by the canal";
    auto const elsewhere = sent(unknown);
    EXPECT_EQ(elsewhere.postcode, "MK1 1AA");
    EXPECT_FALSE(elsewhere.area);
    EXPECT_EQ(triage_item(elsewhere.id).first, std::nullopt);
}

TEST_F(SendReportTest, of_a_restricted_kind_is_nobodys_and_waits_in_the_restricted_queue) {
    auto const officer = site.account(Role::asb_officer);
    auto const place = an_area_of(officer.id);
    auto input = a_report();
    input.report.address = place.address.id;
    input.report.categories = {"noise", "domestic-abuse"};
    auto const report = sent(input);
    EXPECT_TRUE(report.high_profile);
    EXPECT_EQ(report.category, "noise");
    EXPECT_THAT(report.categories, ElementsAre("noise", "domestic-abuse"));
    EXPECT_EQ(triage_item(report.id).first, std::nullopt);
}

TEST_F(SendReportTest, is_hate_by_its_kind_or_by_what_the_reporter_thinks) {
    auto by_kind = a_report();
    by_kind.report.categories = {"hate"};
    EXPECT_TRUE(sent(by_kind).hate);
    auto by_motive = a_report();
    by_motive.report.motives = {domain::reports::Motive::race};
    EXPECT_TRUE(sent(by_motive).hate);
    EXPECT_FALSE(sent(a_report()).hate);
}

TEST_F(SendReportTest, without_a_kind_has_the_one_that_stands_for_not_said) {
    auto input = a_report();
    input.report.categories.clear();
    auto const report = sent(input);
    EXPECT_EQ(report.category, "something-else");
    EXPECT_TRUE(report.categories.empty());
}

TEST_F(SendReportTest, keeps_the_safe_contact_dated) {
    auto input = a_report();
    input.safe_contact->telephone = "07700 900123";
    input.safe_contact->text_allowed = true;
    auto const report = sent(input);
    ASSERT_TRUE(report.safe_contact_id);
    auto const found = site.database().read(
        [&](Read& tx) { return storage::people::find_safe_contacts(tx, {*report.safe_contact_id}); });
    EXPECT_TRUE(found.at(*report.safe_contact_id).text_allowed);
    EXPECT_EQ(found.at(*report.safe_contact_id).agreed_on, site.today());
}

TEST_F(SendReportTest, refuses_what_is_missing_and_unknown_kinds) {
    auto input = a_report();
    input.report.what_happened = "";
    EXPECT_EQ(field_refused(input), "what");
    input = a_report();
    input.safe_contact.reset();
    EXPECT_EQ(field_refused(input), "contact-ways");
    input = a_report();
    input.report.categories = {"parking-wars"};
    EXPECT_EQ(field_refused(input), "kinds");
    input = a_report();
    input.report.happened_on = site.today().plus_days(1);
    EXPECT_EQ(field_refused(input), "happened-on");
}

TEST_F(SendReportTest, leaves_the_ways_of_staff_to_staff) {
    for (auto const* channel : {"telephone", "letter", "visit-note", "import"}) {
        auto const refused = send(a_report(channel));
        ASSERT_FALSE(refused) << channel;
        EXPECT_EQ(refused.error().kind(), RefusalKind::signed_out);
    }
    auto const board = site.account(Role::board_member);
    auto of_board = site.as(board);
    EXPECT_EQ(send_report(of_board, a_report("telephone")).error().kind(), RefusalKind::forbidden);
    EXPECT_TRUE(send_report(of_board, a_report("online")));
    auto const housing = site.account(Role::housing_officer);
    auto of_housing = site.as(housing);
    EXPECT_EQ(send_report(of_housing, a_report("import")).error().kind(), RefusalKind::forbidden);
    EXPECT_TRUE(send_report(of_housing, a_report("visit-note")));
}

TEST_F(SendReportTest, of_the_same_imported_row_is_one) {
    auto const manager = site.account(Role::asb_manager);
    auto context = site.as(manager);
    auto row = a_report("import");
    row.report.import_source = "old";
    row.report.import_key = "17";
    auto const first = send_report(context, row);
    auto const again = send_report(context, row);
    ASSERT_TRUE(first && again);
    EXPECT_FALSE(first->was_there);
    EXPECT_TRUE(again->was_there);
    EXPECT_EQ(again->reference, first->reference);
}

TEST_F(SendReportTest, from_a_draft_takes_its_files_and_can_be_sent_once) {
    auto context = site.as_public();
    auto const draft = begin_draft(context);
    domain::files::ReceivedFile file{.id = FileId(site.ids.next()),
                                     .sha256 = std::string(64, 'a'),
                                     .size_bytes = 5,
                                     .content_type = "image/png",
                                     .original_name = "door.png",
                                     .description = "",
                                     .draft = draft.draft.id,
                                     .report = {},
                                     .case_file = {},
                                     .received_at = context.now};
    site.database().write([&](Write& tx) { storage::received_files::insert(tx, file); });
    change_draft(context, draft.draft.id, [](Draft& d) { d.answers = R"({"what":["secret"]})"; });
    auto const code = save_for_later(context, draft.draft.id);

    auto input = a_report();
    input.draft = draft.draft.id;
    auto const first = send_report(context, input);
    ASSERT_TRUE(first);
    auto const files =
        site.database().read([&](Read& tx) { return storage::received_files::of_report(tx, first->id); });
    ASSERT_EQ(files.size(), 1U);
    EXPECT_THAT(site.events_of(first->id.text()), ElementsAre("report-received", "file-received"));

    auto later = site.as_public();
    EXPECT_EQ(send_report(later, input)->reference, first->reference);
    auto const left = *open_draft(later, draft.token);
    EXPECT_EQ(left.step, domain::reports::sent_step);
    EXPECT_EQ(left.answers.find("secret"), std::string::npos);
    EXPECT_FALSE(resume_draft(later, code));
    EXPECT_FALSE(change_draft(later, draft.draft.id, [](Draft&) {}));
}

}  // namespace
}  // namespace doorstep::usecases::reports
