#include "usecases/cases/case_alerts.h"

#include <gtest/gtest.h>

namespace doorstep::usecases::cases {
namespace {

using domain::people::SafeContact;
using domain::people::Side;
using storage::people::PersonOnCase;

SafeContact anything_goes() {
    SafeContact safe;
    safe.telephone_allowed = safe.voicemail_allowed = safe.text_allowed = safe.email_allowed = true;
    safe.letter_allowed = safe.visit_allowed = true;
    return safe;
}

PersonOnCase ana(SafeContact const& safe) {
    PersonOnCase entry;
    entry.person = domain::people::Person{};
    entry.person->name = "Ana Silva";
    entry.safe_contact = safe;
    return entry;
}

std::vector<AlertKind> kinds(std::vector<CaseAlert> const& alerts) {
    std::vector<AlertKind> found;
    for (auto const& alert : alerts) found.push_back(alert.kind);
    return found;
}

}  // namespace

TEST(CaseAlerts, are_none_for_an_ordinary_case) {
    EXPECT_EQ(case_alerts({}, {ana(anything_goes())}, {}), std::vector<CaseAlert>());
}

TEST(CaseAlerts, stand_with_the_most_serious_first) {
    domain::cases::CaseFile file;
    file.restricted = true;
    file.restricted_reason = "Staff member lives next door";
    file.in_danger = true;
    file.self_harm = true;
    auto safe = anything_goes();
    safe.voicemail_allowed = false;
    safe.interpreter = "Polish";
    storage::cases::LinkedCase counter;
    counter.kind = domain::cases::LinkKind::counter_allegation;
    counter.reference = "ASB-26-00007";
    auto const alerts = case_alerts(file, {ana(safe)}, {counter});
    EXPECT_EQ(kinds(alerts),
              (std::vector{AlertKind::restricted, AlertKind::in_danger, AlertKind::self_harm,
                           AlertKind::safe_contact, AlertKind::adjustments, AlertKind::counter_allegation}));
    EXPECT_NE(alerts[0].words.find("Staff member lives next door"), std::string::npos);
    EXPECT_EQ(alerts[4].words, "Ana Silva: Interpreter: Polish.");
}

TEST(CaseAlerts, say_when_there_is_no_safe_way_at_all) {
    EXPECT_EQ(kinds(case_alerts({}, {ana(SafeContact{})}, {})), std::vector{AlertKind::no_safe_way});
}

TEST(CaseAlerts, leave_out_those_who_left_and_the_other_side) {
    auto left = ana(SafeContact{});
    left.part.left_on = Date::of(2026, 6, 1);
    auto other = ana(SafeContact{});
    other.part.side = Side::complained_about;
    EXPECT_TRUE(case_alerts({}, {left, other}, {}).empty());
}

TEST(CaseAlerts, tell_of_a_counter_allegation_without_naming_anyone) {
    storage::cases::LinkedCase counter;
    counter.kind = domain::cases::LinkKind::counter_allegation;
    counter.reference = "ASB-26-00007";
    counter.title = "Shouting, Acre Court";
    auto const alerts = case_alerts({}, {ana(anything_goes())}, {counter});
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].words.find("Ana"), std::string::npos);
    EXPECT_NE(alerts[0].words.find("ASB-26-00007"), std::string::npos);
}

}  // namespace doorstep::usecases::cases
