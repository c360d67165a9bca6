#include "usecases/triage/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/case_links.h"
#include "storage/cases.h"
#include "storage/incidents.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/triage.h"
#include "storage/work_items.h"
#include "support/site/waiting_report.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/search.h"
#include "usecases/messages/end_letter.h"
#include "usecases/reports/send_report.h"
#include "usecases/triage/note_told.h"

namespace doorstep::usecases::triage {
namespace {

using domain::access::Role;
using domain::people::Part;
using domain::people::Side;
using domain::reports::State;
using domain::triage::Path;
using domain::work::Kind;
using ::testing::Contains;
using ::testing::ElementsAre;

class DecideReportTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account housing = site.account(Role::housing_officer, "Huw Pritchard");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    test::MadePlace place = test::made_place(site, officer.id, housing.id);
    domain::reports::Report report =
        test::waiting_report(site, {.address = place.address.id, .received_on = Date::of(2026, 6, 8)});

    DecideReport opening(domain::reports::Report const& of) {
        DecideReport input;
        input.report = of.id;
        input.version = of.version;
        input.is_asb = true;
        input.path = Path::open_case;
        input.kind = "noise";
        input.complained_about_described = "The man upstairs";
        input.reason = "Music at night, again and again";
        input.explanation = "We have opened a case. Dana will ring you";
        return input;
    }
    DecideReport signposting(domain::reports::Report const& of) {
        auto input = opening(of);
        input.is_asb = false;
        input.path = Path::signpost;
        input.signpost = "repairs";
        return input;
    }
    Expected<ReportDecided> decide(DecideReport const& input, domain::accounts::Account const& by) {
        auto context = site.as(by);
        return decide_report(context, input);
    }
    std::string field_refused(DecideReport const& input) {
        auto const decided = decide(input, officer);
        if (decided) return "nothing was refused";
        auto const& refusal = decided.error();
        return refusal.problems().empty() ? refusal.code() : refusal.problems().front().field;
    }
    domain::cases::CaseFile file_of(std::string const& reference) {
        return *site.database().read(
            [&](storage::sql::Read& tx) { return storage::cases::find_by_reference(tx, reference); });
    }
    std::vector<storage::people::PersonOnCase> people_of(CaseFileId file) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::people::people_of_case(tx, file); });
    }
    std::vector<domain::messages::Message> about(ReportId id) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::messages::of_report(tx, id); });
    }
    std::optional<AccountId> whose(Kind kind, MessageId message) {
        return site.database().read([&](storage::sql::Read& tx) {
            return storage::work_items::account_of(tx, kind, message.text());
        });
    }
    /// They gave an address for letters and nothing else.
    domain::reports::Report report_by_post() {
        reports::SendReport input;
        input.report.channel = "letter";
        input.report.what_happened = "Loud music until 4am";
        input.report.categories = {"noise"};
        input.report.reporter_name = "Olwen Price";
        input.report.reporter_address = "4 Mill Lane, Milton Keynes, MK9 3XS";
        input.report.address = place.address.id;
        input.safe_contact.emplace();
        input.safe_contact->letter_allowed = true;
        auto context = site.as(officer);
        auto const sent = reports::send_report(context, input);
        EXPECT_TRUE(sent) << sent.error().message();
        return test::stored_report(site, sent->id);
    }
    std::vector<Kind> to_do(CaseFileId file) {
        std::vector<Kind> kinds;
        for (auto const& item : site.database().read(
                 [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, file); }))
            kinds.push_back(item.kind);
        return kinds;
    }
};

TEST_F(DecideReportTest, opens_a_case_with_both_officers_of_the_address_and_the_first_contact_clock) {
    auto const decided = decide(opening(report), officer);
    ASSERT_TRUE(decided) << decided.error().message();
    EXPECT_EQ(decided->case_reference, "ASB-26-00001");
    EXPECT_EQ(decided->owner_name, "Dana Okafor");
    auto const file = file_of(decided->case_reference);
    EXPECT_EQ(file.title, "Noise, Acre Court");
    EXPECT_EQ(file.harm_group, "nuisance");
    EXPECT_EQ(file.owner, officer.id);
    EXPECT_EQ(file.housing_officer, housing.id);
    EXPECT_EQ(file.block, place.block.id);
    EXPECT_EQ(file.area, place.area.id);
    EXPECT_EQ(file.channel, "online");
    EXPECT_EQ(file.raised_on, Date::of(2026, 6, 8));
    EXPECT_EQ(file.first_contact_by, Date::of(2026, 6, 15));  // five working days after Monday 8 June
    EXPECT_EQ(decided->first_contact_by, file.first_contact_by);
    EXPECT_FALSE(file.restricted);
    EXPECT_THAT(to_do(file.id), Contains(Kind::first_contact));
    EXPECT_THAT(to_do(file.id), Contains(Kind::risk_assessment));
    EXPECT_THAT(to_do(file.id), Contains(Kind::tell_officers));

    auto const settled = test::stored_report(site, report.id);
    EXPECT_EQ(settled.state, State::case_opened);
    EXPECT_EQ(settled.case_file, file.id);
    EXPECT_TRUE(settled.reporter);
    EXPECT_THAT(site.events_of(file.id.text()),
                ElementsAre("case-opened", "person-added", "person-added", "case-assigned", "report-joined",
                            "report-decided", "message-written"))
        << "nothing can be written to them: the owner is asked to tell them";
    EXPECT_THAT(site.events_of(report.id.text()), ElementsAre("report-received", "report-decided"));
}

TEST_F(DecideReportTest, puts_the_people_on_their_sides_and_an_unknown_person_is_as_good) {
    auto const file = file_of(decide(opening(report), officer)->case_reference);
    auto const people = people_of(file.id);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].part.part, Part::complainant);
    EXPECT_EQ(people[0].part.side, Side::reporting);
    EXPECT_EQ(people[0].person->name, "Ana Silva");
    EXPECT_EQ(people[0].person->telephone, "07700 900777");
    EXPECT_TRUE(people[0].safe_contact);
    EXPECT_EQ(people[1].part.part, Part::alleged_perpetrator);
    EXPECT_EQ(people[1].part.side, Side::complained_about);
    EXPECT_FALSE(people[1].person);
    EXPECT_EQ(people[1].part.description, "The man upstairs");
}

TEST_F(DecideReportTest, puts_what_was_reported_into_the_schedule_of_the_case) {
    auto const file = file_of(decide(opening(report), officer)->case_reference);
    auto const incidents = site.database().read(
        [&](storage::sql::Read& tx) { return storage::incidents::of_case(tx, file.id, 25, 0); });
    ASSERT_EQ(incidents.size(), 1U);
    EXPECT_EQ(incidents.front().incident.description, "Loud music until 4am");
    EXPECT_EQ(incidents.front().incident.happened_on, Date::of(2026, 6, 8));
    EXPECT_EQ(incidents.front().person_name, "Ana Silva");
    EXPECT_EQ(incidents.front().report_reference, report.reference);
}

TEST_F(DecideReportTest, keeps_the_decision_with_its_reason_and_what_they_are_told) {
    ASSERT_TRUE(decide(opening(report), officer));
    auto const decision =
        *site.database().read([&](storage::sql::Read& tx) { return storage::triage::find(tx, report.id); });
    EXPECT_TRUE(decision.is_asb);
    EXPECT_EQ(decision.path, Path::open_case);
    EXPECT_EQ(decision.reason, "Music at night, again and again");
    EXPECT_EQ(decision.explanation, "We have opened a case. Dana will ring you");
    EXPECT_EQ(decision.decided_by, officer.id);
    auto context = site.as(officer);
    EXPECT_EQ(find::search(context, "music mill")->cases.size(), 1U) << "the case is found by its words";
}

TEST_F(DecideReportTest, lets_the_officer_change_the_owner_the_name_and_the_closer_kind) {
    auto input = opening(report);
    input.owner = manager.id;
    input.title = "Late parties, Mill Lane";
    input.closer_kind = "noise-party";
    auto const file = file_of(decide(input, officer)->case_reference);
    EXPECT_EQ(file.owner, manager.id);
    EXPECT_EQ(file.title, "Late parties, Mill Lane");
    EXPECT_EQ(file.subcategory, "noise-party");
}

TEST_F(DecideReportTest, starts_the_clock_of_a_day_for_danger) {
    auto const urgent = test::waiting_report(
        site, {.address = place.address.id, .in_danger = true, .received_on = Date::of(2026, 6, 10)});
    auto const file = file_of(decide(opening(urgent), officer)->case_reference);
    EXPECT_EQ(file.first_contact_by, Date::of(2026, 6, 11));
    EXPECT_TRUE(file.is_high_risk());
}

TEST_F(DecideReportTest, starts_the_clock_of_a_day_for_hate_violence_and_abuse_from_the_report) {
    for (auto const* kind : {"hate", "violence", "domestic-abuse"}) {
        auto const urgent = test::waiting_report(
            site, {.kind = kind, .address = place.address.id, .received_on = Date::of(2026, 6, 9)});
        auto input = opening(urgent);
        input.kind = kind;
        // Such a report may be in the restricted queue.
        auto const file = file_of(decide(input, manager)->case_reference);
        EXPECT_TRUE(file.is_high_until_assessed()) << kind;
        EXPECT_EQ(file.taken_as_high_on, Date::of(2026, 6, 9)) << kind;
        EXPECT_EQ(file.first_contact_by, Date::of(2026, 6, 10)) << kind;
        EXPECT_EQ(file.risk_review_by, Date::of(2026, 6, 10)) << kind;
    }
}

TEST_F(DecideReportTest, starts_it_from_today_when_only_triage_finds_the_kind) {
    auto input = opening(report);  // reported as noise on Monday 8 June
    input.kind = "violence";
    auto const file = file_of(decide(input, officer)->case_reference);
    EXPECT_EQ(file.taken_as_high_on, site.today());
    EXPECT_EQ(file.first_contact_by, Date::of(2026, 6, 11));
}

TEST_F(DecideReportTest, keeps_the_day_that_was_promised_when_triage_finds_a_milder_kind) {
    auto const violence = test::waiting_report(site, {.kind = "violence", .address = place.address.id});
    auto const file = file_of(decide(opening(violence), officer)->case_reference);
    EXPECT_EQ(file.category, "noise");
    EXPECT_EQ(file.first_contact_by, violence.first_contact_by);
    EXPECT_TRUE(file.is_high_until_assessed());
}

TEST_F(DecideReportTest, has_no_clock_for_somebody_nobody_can_reach) {
    auto const nameless =
        test::waiting_report(site, {.name = "", .anonymous = true, .address = place.address.id});
    auto const decided = decide(opening(nameless), officer);
    ASSERT_TRUE(decided) << decided.error().message();
    auto const people = people_of(file_of(decided->case_reference).id);
    EXPECT_TRUE(people.front().part.anonymous);
    EXPECT_FALSE(people.front().person);
}

TEST_F(DecideReportTest, restricts_a_case_of_a_kind_that_always_is_to_those_who_opened_it) {
    auto input = opening(report);
    input.kind = "domestic-abuse";
    auto const decided = decide(input, manager);
    ASSERT_TRUE(decided);
    auto const file = file_of(decided->case_reference);
    EXPECT_TRUE(file.restricted);
    auto const another = site.account(Role::asb_officer);
    auto const sees = [&](domain::accounts::Account const& account) {
        auto context = site.as(account);
        return cases::open_case(context.read(), context.viewer, file.reference,
                                domain::access::Action::see_case)
            .has_value();
    };
    EXPECT_TRUE(sees(officer)) << "its owner";
    EXPECT_TRUE(sees(manager)) << "who opened it";
    EXPECT_FALSE(sees(another));
}

TEST_F(DecideReportTest, adds_a_report_to_an_open_case_with_a_clock_for_the_new_complainant) {
    auto const first = decide(opening(report), officer);
    auto const second = test::waiting_report(
        site, {.name = "Ben Carter", .telephone = "07700 900888", .address = place.neighbour.id});
    auto input = opening(second);
    input.path = Path::add_to_case;
    input.case_reference = " " + first->case_reference + " ";
    auto const added = decide(input, officer);
    ASSERT_TRUE(added) << added.error().message();
    EXPECT_EQ(added->case_reference, first->case_reference);
    auto const file = file_of(first->case_reference);
    auto const people = people_of(file.id);
    ASSERT_EQ(people.size(), 3U);
    int clocks = 0;
    for (auto const& one : people)
        if (one.part.part == Part::complainant && one.part.next_contact_by) ++clocks;
    EXPECT_EQ(clocks, 2);
    EXPECT_EQ(test::stored_report(site, second.id).state, State::added_to_case);
}

TEST_F(DecideReportTest, adds_a_second_report_of_the_same_person_without_a_second_part) {
    auto const first = decide(opening(report), officer);
    auto const second = test::waiting_report(site, {.address = place.address.id});
    auto input = opening(second);
    input.path = Path::add_to_case;
    input.case_reference = first->case_reference;
    input.reporter = test::stored_report(site, report.id).reporter;
    auto const added = decide(input, officer);
    ASSERT_TRUE(added) << added.error().message();
    EXPECT_EQ(people_of(file_of(first->case_reference).id).size(), 2U);
    EXPECT_EQ(test::stored_report(site, second.id).reporter, input.reporter);
}

TEST_F(DecideReportTest, raises_a_case_that_a_new_report_shows_to_be_dangerous) {
    auto const first = decide(opening(report), officer);
    auto const second = test::waiting_report(
        site,
        {.name = "Ben Carter", .telephone = "07700 900888", .address = place.address.id, .in_danger = true});
    auto input = opening(second);
    input.path = Path::add_to_case;
    input.case_reference = first->case_reference;
    EXPECT_EQ(file_of(first->case_reference).first_contact_by, Date::of(2026, 6, 15));
    ASSERT_TRUE(decide(input, officer));
    auto const file = file_of(first->case_reference);
    EXPECT_TRUE(file.is_high_risk());
    EXPECT_EQ(file.taken_as_high_on, Date::of(2026, 6, 10));
    EXPECT_EQ(file.first_contact_by, Date::of(2026, 6, 11))
        << "counted from the day we were told, not from the first report";
}

TEST_F(DecideReportTest, takes_everyday_noise_signposts_and_duplicates_each_to_its_own_state) {
    auto noise = opening(report);
    noise.is_asb = false;
    noise.path = Path::everyday_noise;
    noise.step = domain::triage::EverydayNoiseStep::fabric_check;
    ASSERT_TRUE(decide(noise, officer));
    EXPECT_EQ(test::stored_report(site, report.id).state, State::everyday_noise);

    auto const other = test::waiting_report(site);
    ASSERT_TRUE(decide(signposting(other), officer));
    EXPECT_EQ(test::stored_report(site, other.id).state, State::signposted);

    auto const third = test::waiting_report(site);
    auto again = opening(third);
    again.path = Path::duplicate;
    again.duplicate_of = other.reference;
    ASSERT_TRUE(decide(again, officer));
    auto const settled = test::stored_report(site, third.id);
    EXPECT_EQ(settled.state, State::duplicate);
    EXPECT_EQ(settled.duplicate_of, other.id);
}

TEST_F(DecideReportTest, writes_to_whoever_said_that_writing_is_safe_and_leaves_the_others_to_be_told) {
    auto const to_ring = decide(signposting(report), officer);
    ASSERT_TRUE(to_ring);
    EXPECT_FALSE(to_ring->letter_written);
    EXPECT_TRUE(to_ring->to_be_told);
    auto const messages = about(report.id);
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front().channel, domain::messages::Channel::spoken);
    EXPECT_EQ(messages.front().destination, "07700 900777");
    EXPECT_NE(messages.front().body.find("Dana will ring you"), std::string::npos);
    EXPECT_EQ(whose(Kind::tell_them, messages.front().id), officer.id);

    ToldReporter told{.report = report.id, .message = messages.front().id, .version = 99};
    auto context = site.as(officer);
    EXPECT_EQ(note_told(context, told).error().code(), "changed-meanwhile");
    told.version = messages.front().version;
    ASSERT_TRUE(note_told(context, told));
    EXPECT_EQ(note_told(context, told).error().code(), "changed-meanwhile") << "once";
    EXPECT_FALSE(whose(Kind::tell_them, messages.front().id));
    EXPECT_EQ(about(report.id).front().sent_how, domain::messages::SentHow::told);
    EXPECT_EQ(site.events_of(report.id.text()).back(), "message-sent");

    auto const to_write = decide(signposting(test::waiting_report(site, {.may_email = true})), officer);
    ASSERT_TRUE(to_write);
    EXPECT_TRUE(to_write->letter_written);
}

TEST_F(DecideReportTest, posts_the_explanation_of_a_new_case_to_somebody_who_gave_only_an_address) {
    auto const by_post = report_by_post();
    auto const decided = decide(opening(by_post), officer);
    ASSERT_TRUE(decided) << decided.error().message();
    EXPECT_TRUE(decided->letter_written);
    EXPECT_FALSE(decided->to_be_told);
    int explained = 0;
    for (auto const& message : about(by_post.id)) {
        if (message.wording != "report-decision") continue;
        ++explained;
        EXPECT_EQ(message.channel, domain::messages::Channel::letter);
        EXPECT_EQ(message.state, domain::messages::State::waiting);
        EXPECT_EQ(message.destination, "4 Mill Lane\nMilton Keynes\nMK9 3XS");
        EXPECT_NE(message.body.find("Dana will ring you"), std::string::npos);
        EXPECT_EQ(message.case_file, file_of(decided->case_reference).id) << "it is part of the file";
    }
    EXPECT_EQ(explained, 1);
}

TEST_F(DecideReportTest, posts_that_it_is_not_anti_social_behaviour_to_somebody_who_gave_only_an_address) {
    auto const by_post = report_by_post();
    auto const decided = decide(signposting(by_post), officer);
    ASSERT_TRUE(decided) << decided.error().message();
    EXPECT_TRUE(decided->letter_written);
    EXPECT_EQ(about(by_post.id).back().channel, domain::messages::Channel::letter);
}

TEST_F(DecideReportTest, asks_the_owner_to_tell_somebody_on_a_new_case_who_can_only_be_rung) {
    auto const file = file_of(decide(opening(report), officer)->case_reference);
    EXPECT_THAT(to_do(file.id), Contains(Kind::tell_them));
    auto const context_of_owner = about(report.id).back();
    EXPECT_EQ(whose(Kind::tell_them, context_of_owner.id), file.owner);
    auto context = site.as(officer);
    ASSERT_TRUE(messages::mark_told(
        context,
        {.reference = file.reference, .id = context_of_owner.id, .version = context_of_owner.version}));
    EXPECT_FALSE(whose(Kind::tell_them, context_of_owner.id));
}

TEST_F(DecideReportTest, refuses_an_explanation_that_gives_somebody_else_of_the_case_away) {
    auto input = opening(report);
    input.complained_about = "Ivo Marsh";
    input.explanation = "We have told Ivo Marsh to be quiet";
    EXPECT_EQ(field_refused(input), "explanation");
}

TEST_F(DecideReportTest, refuses_what_is_missing_or_does_not_go_together) {
    auto unanswered = opening(report);
    unanswered.is_asb.reset();
    EXPECT_EQ(field_refused(unanswered), "is-asb");
    auto without_reason = opening(report);
    without_reason.reason = "  ";
    EXPECT_EQ(field_refused(without_reason), "reason");
    auto untold = opening(report);
    untold.explanation = "";
    EXPECT_EQ(field_refused(untold), "explanation");
    auto not_asb = opening(report);
    not_asb.is_asb = false;
    EXPECT_EQ(field_refused(not_asb), "path");
    auto no_kind = opening(report);
    no_kind.kind = "nonsense";
    EXPECT_EQ(field_refused(no_kind), "kind");
    auto foreign_kind = opening(report);
    foreign_kind.closer_kind = "threats";
    EXPECT_EQ(field_refused(foreign_kind), "closer-kind");
    auto named = opening(report);
    named.title = "Silva and the music";
    EXPECT_EQ(field_refused(named), "title");
    auto no_owner = opening(report);
    no_owner.owner = housing.id;
    EXPECT_EQ(field_refused(no_owner), "owner");
    auto stranger = opening(report);
    stranger.reporter = PersonId(site.ids.next());
    EXPECT_EQ(field_refused(stranger), "reporter");
    EXPECT_EQ(test::stored_report(site, report.id).state, State::waiting) << "nothing was changed";
    EXPECT_THAT(site.events_of(report.id.text()), ElementsAre("report-received"));
}

TEST_F(DecideReportTest, refuses_a_case_or_report_that_is_not_there_closed_or_hidden) {
    auto input = opening(report);
    input.path = Path::add_to_case;
    input.case_reference = "ASB-26-99999";
    EXPECT_EQ(field_refused(input), "case");
    auto const hidden = site.open_case({.restricted = true});
    input.case_reference = hidden.file.reference;
    EXPECT_EQ(field_refused(input), "case");
    auto closed = site.open_case({.owner = officer.id});
    closed.file.state = domain::cases::State::closed;
    closed.file.closed_on = site.today();
    closed.file.version = site.stored(closed.file.id).version;
    site.database().write([&](storage::sql::Write& tx) { storage::cases::update(tx, closed.file); });
    input.case_reference = closed.file.reference;
    EXPECT_EQ(field_refused(input), "case");
    input.path = Path::duplicate;
    input.duplicate_of = report.reference;
    EXPECT_EQ(field_refused(input), "duplicate-of");
    auto const restricted = test::waiting_report(site, {.high_profile = true});
    input.duplicate_of = restricted.reference;
    EXPECT_EQ(field_refused(input), "duplicate-of");
}

TEST_F(DecideReportTest, links_the_new_case_with_one_it_belongs_to_and_merges_nothing) {
    auto const earlier = site.open_case({.owner = officer.id});
    auto input = opening(report);
    input.linked_case = earlier.file.reference;
    EXPECT_EQ(field_refused(input), "link-kind");
    input.link_kind = domain::cases::LinkKind::earlier_case;
    auto const decided = decide(input, officer);
    ASSERT_TRUE(decided) << decided.error().message();
    auto const opened = file_of(decided->case_reference);
    EXPECT_THAT(site.events_of(opened.id.text()), Contains("case-linked"));
    EXPECT_THAT(site.events_of(earlier.file.id.text()), ElementsAre("case-opened", "case-linked"));
    auto const links = site.database().read([&](storage::sql::Read& tx) {
        return storage::cases::visible_links(tx, opened.id, {.sees_everything = true, .viewer = ""});
    });
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links.front().reference, earlier.file.reference);
    auto const hidden = site.open_case({.restricted = true});
    auto other = opening(test::waiting_report(site));
    other.linked_case = hidden.file.reference;
    other.link_kind = domain::cases::LinkKind::related;
    EXPECT_EQ(field_refused(other), "linked-case");
}

TEST_F(DecideReportTest, is_made_once_and_says_who_was_faster) {
    ASSERT_TRUE(decide(opening(report), officer));
    auto const second = decide(opening(report), manager);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code(), "report-settled");
    EXPECT_EQ(second.error().message(), "Dana Okafor has decided this report already: case opened");
    auto const other = test::waiting_report(site);
    auto stale = opening(other);
    stale.version = other.version - 1;
    EXPECT_EQ(decide(stale, officer).error().code(), "changed-meanwhile");
}

TEST_F(DecideReportTest, is_refused_to_those_who_do_not_decide) {
    EXPECT_EQ(decide(opening(report), housing).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(decide(opening(report), site.account(Role::business_support)).error().kind(),
              RefusalKind::forbidden);
    auto const restricted = test::waiting_report(site, {.high_profile = true});
    EXPECT_EQ(decide(opening(restricted), officer).error().kind(), RefusalKind::not_found);
    auto const decided = decide(opening(restricted), manager);
    ASSERT_TRUE(decided);
    EXPECT_TRUE(file_of(decided->case_reference).restricted);
}

TEST_F(DecideReportTest, leaves_the_case_without_an_owner_where_nobody_deals_with_the_place) {
    auto const elsewhere = test::waiting_report(site, {.postcode = "MK1 1AA"});
    auto const decided = decide(opening(elsewhere), officer);
    ASSERT_TRUE(decided);
    EXPECT_FALSE(file_of(decided->case_reference).owner);
    EXPECT_EQ(file_of(decided->case_reference).title, "Noise");
}

}  // namespace
}  // namespace doorstep::usecases::triage
