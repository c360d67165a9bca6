#include "usecases/messages/acknowledgement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/work/work_item.h"
#include "storage/messages.h"
#include "storage/reports.h"
#include "support/site/test_site.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/reports/send_report.h"
#include "usecases/triage/decide.h"
#include "usecases/triage/view_report.h"

namespace doorstep::usecases::messages {
namespace {

using domain::access::Role;
using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::NoWay;
using domain::messages::State;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class AcknowledgementTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");

    static reports::SendReport report_by_email() {
        reports::SendReport input;
        input.report.channel = "online";
        input.report.what_happened = "Loud music until 4am. It is Ivo Marsh.";
        input.report.categories = {"noise"};
        input.report.reporter_name = "Ana Silva";
        input.safe_contact.emplace();
        input.safe_contact->email_allowed = true;
        input.safe_contact->email = "ana@example.org";
        return input;
    }
    ReportId sent(reports::SendReport const& input) {
        auto context = site.as_public();
        auto const made = reports::send_report(context, input);
        EXPECT_TRUE(made) << made.error().message();
        return made->id;
    }
    std::vector<Message> written(ReportId report) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::messages::of_report(tx, report); });
    }
    std::vector<domain::work::Kind> open_items(ReportId report) {
        static storage::sql::Query const select{
            "test.acknowledgement.items",
            "SELECT kind FROM work_item WHERE report_id = :report AND done_at IS NULL ORDER BY kind"};
        return site.database().read([&](storage::sql::Read& tx) {
            return tx.all(select, {{"report", report}}, [](storage::sql::Row& row) {
                domain::work::Kind kind{};
                row.read(kind);
                return kind;
            });
        });
    }
    Acknowledgement seen(ReportId report) {
        auto context = site.as(officer);
        return triage::view_report(context, report)->acknowledgement;
    }
};

TEST_F(AcknowledgementTest, gives_the_number_and_the_day_and_nothing_of_what_was_told) {
    auto const id = sent(report_by_email());
    auto const messages = written(id);
    ASSERT_EQ(messages.size(), 1U);
    auto const& message = messages.front();
    EXPECT_EQ(message.wording, "acknowledgement");
    EXPECT_EQ(message.channel, Channel::email);
    EXPECT_EQ(message.state, State::waiting);
    EXPECT_EQ(message.destination, "ana@example.org");
    EXPECT_THAT(message.body, HasSubstr("R-26-00001"));
    EXPECT_THAT(message.body, HasSubstr("17 June 2026"));
    EXPECT_THAT(message.body, Not(HasSubstr("music")));
    EXPECT_THAT(message.body, Not(HasSubstr("Marsh")));
    EXPECT_THAT(message.subject, Not(HasSubstr("report")));
    EXPECT_THAT(site.events_of(id.text()), Contains("message-written"));
}

TEST_F(AcknowledgementTest, is_in_welsh_for_somebody_who_asked_for_it) {
    auto input = report_by_email();
    input.safe_contact->language = "cy";
    auto const message = written(sent(input)).front();
    EXPECT_EQ(message.language, "cy");
    EXPECT_THAT(message.body, HasSubstr("17 Mehefin 2026"));
}

TEST_F(AcknowledgementTest, goes_by_post_where_that_is_the_way_they_allowed) {
    auto input = report_by_email();
    input.safe_contact->email_allowed = false;
    input.safe_contact->letter_allowed = true;
    input.report.reporter_address = "4 Mill Lane, Milton Keynes, MK9 3XS";
    auto const message = written(sent(input)).front();
    EXPECT_EQ(message.channel, Channel::letter);
    EXPECT_EQ(message.destination, "4 Mill Lane\nMilton Keynes\nMK9 3XS");
}

TEST_F(AcknowledgementTest, that_was_refused_for_good_goes_by_post_where_they_agreed_to_letters) {
    auto input = report_by_email();
    input.safe_contact->letter_allowed = true;
    input.report.reporter_address = "4 Mill Lane, Milton Keynes, MK9 3XS";
    auto const id = sent(input);
    site.mail.answer = {gateways::Delivery::Result::refused, "550 no such mailbox"};
    auto context = site.as_system();
    clear_outbox(context);
    auto const messages = written(id);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages.front().state, State::failed);
    EXPECT_EQ(messages.back().channel, Channel::letter);
    EXPECT_EQ(messages.back().state, State::waiting);
    EXPECT_THAT(messages.back().body, HasSubstr("R-26-00001"));
    EXPECT_EQ(open_items(id), std::vector<domain::work::Kind>{domain::work::Kind::triage});
    EXPECT_EQ(seen(id).message->channel, Channel::letter);
}

TEST_F(AcknowledgementTest, that_was_refused_for_good_is_told_by_a_colleague_where_nothing_else_is_safe) {
    auto const id = sent(report_by_email());
    site.mail.answer = {gateways::Delivery::Result::refused, "550 no such mailbox"};
    auto context = site.as_system();
    clear_outbox(context);
    auto const messages = written(id);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages.back().channel, Channel::spoken);
    EXPECT_THAT(open_items(id), Contains(domain::work::Kind::tell_them));
    clear_outbox(context);
    EXPECT_EQ(written(id).size(), 2U) << "once";
    auto reader = site.as(officer);
    auto const view = triage::view_report(reader, id);
    ASSERT_EQ(view->to_tell.size(), 1U);
    EXPECT_EQ(view->to_tell.front().id, messages.back().id);
}

TEST_F(AcknowledgementTest, is_not_written_where_no_way_of_writing_is_safe_and_triage_says_so) {
    auto input = report_by_email();
    input.safe_contact->email_allowed = false;
    input.safe_contact->telephone = "07700 900123";
    input.safe_contact->telephone_allowed = true;
    auto const id = sent(input);
    EXPECT_TRUE(written(id).empty());
    EXPECT_EQ(seen(id).why_not, NoWay::none_agreed);
}

TEST_F(AcknowledgementTest, is_not_written_where_e_mail_is_the_only_way_and_stays_in_the_building) {
    site.mail.is_connected = false;
    auto const id = sent(report_by_email());
    EXPECT_TRUE(written(id).empty());
    EXPECT_EQ(seen(id).why_not, NoWay::emails_stay_here);
}

TEST_F(AcknowledgementTest, never_keeps_a_report_from_being_taken_in) {
    site.database().write([&](storage::sql::Write& tx) {
        set_site_value(tx, "telephone", "");
        return true;
    });
    site.settings().reload();
    auto const id = sent(report_by_email());
    EXPECT_TRUE(written(id).empty());
    EXPECT_FALSE(seen(id).message);
}

TEST_F(AcknowledgementTest, is_written_once_however_often_the_report_is_sent) {
    auto input = report_by_email();
    input.report.idempotency_key = "the same press";
    auto const id = sent(input);
    EXPECT_EQ(sent(input), id);
    auto context = site.as_system();
    auto const report =
        site.database().read([&](storage::sql::Read& tx) { return *storage::reports::find(tx, id); });
    auto const again = context.change([&](Change& change) -> Expected<Done> {
        acknowledge_report(change, context.settings(), report);
        change.record(id, domain::events::report_taken_up, id.text());
        return Done{};
    });
    ASSERT_TRUE(again);
    EXPECT_EQ(written(id).size(), 1U);
}

TEST_F(AcknowledgementTest, is_not_written_for_rows_of_another_system) {
    auto const manager = site.account(Role::asb_manager);
    auto input = report_by_email();
    input.report.channel = "import";
    input.report.import_source = "old system";
    input.report.import_key = "1";
    auto context = site.as(manager);
    auto const made = reports::send_report(context, input);
    ASSERT_TRUE(made) << made.error().message();
    EXPECT_TRUE(written(made->id).empty());
}

TEST_F(AcknowledgementTest, stands_with_the_case_that_the_report_becomes) {
    auto const id = sent(report_by_email());
    auto system = site.as_system();
    EXPECT_THAT(clear_outbox(system), HasSubstr("1 e-mail sent"));
    EXPECT_EQ(seen(id).message->state, State::sent);
    auto context = site.as(officer);
    auto const decided = triage::decide_report(context, {.report = id,
                                                         .version = 1,
                                                         .is_asb = true,
                                                         .path = domain::triage::Path::open_case,
                                                         .kind = "noise",
                                                         .owner = officer.id,
                                                         .reason = "Noise at night",
                                                         .explanation = "We have opened a case"});
    ASSERT_TRUE(decided) << decided.error().message();
    auto const message = written(id).front();
    ASSERT_TRUE(message.case_file);
    auto const events = site.events_of(message.case_file->text());
    EXPECT_THAT(events, Contains("message-written"));
    EXPECT_THAT(events, Contains("message-sent"));
}

}  // namespace
}  // namespace doorstep::usecases::messages
