#include "storage/messages.h"

#include <gmock/gmock.h>

#include "storage/on_a_case.h"
#include "storage/post.h"
#include "storage/told_moments.h"

namespace doorstep::storage::messages {
namespace {

using domain::messages::Channel;
using domain::messages::SentHow;
using domain::messages::State;
using ::testing::ElementsAre;

class Messages : public test::OnACase {
  protected:
    Message made(Channel channel = Channel::letter, State state = State::waiting) {
        Message message;
        message.id = MessageId(ids.next());
        message.channel = channel;
        message.state = state;
        message.wording = "update";
        message.heading = "What is happening";
        message.body = "Dear Ana";
        message.addressee = "Ana Silva";
        message.destination = channel == Channel::email ? "ana@example.org" : "4 Mill Lane\nMK9 3XS";
        message.case_file = file.id;
        message.person = ana.id;
        message.not_before = clock.now();
        message.created_by = officer.id;
        message.created_at = clock.now();
        return message;
    }
    Message stored(Channel channel = Channel::letter, State state = State::waiting) {
        auto message = made(channel, state);
        keep(message);
        return message;
    }
    void keep(Message const& message) {
        write([&](sql::Write& tx) {
            insert(tx, message);
            return true;
        });
    }
    post::PostScope everything() const { return {.cases = {.sees_everything = true}}; }
};

TEST_P(Messages, keep_everything_that_was_stored) {
    auto message = made(Channel::email);
    message.language = "cy";
    message.large_print = true;
    message.side = domain::people::Side::complained_about;
    message.names_owner = officer.id;
    message.names_housing_officer = manager.id;
    message.check_reason = "It is a street";
    keep(message);
    message.state = State::sent;
    message.sent_at = clock.now();
    message.sent_by = manager.id;
    message.sent_how = SentHow::by_hand;
    message.proof = "QX123";
    message.returned_on = june(9);
    message.returned_note = "Gone away";
    message.last_error = "Busy";
    message.attempts = 3;
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, message); }));
    auto const found = read([&](sql::Read& tx) { return find(tx, message.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->language, "cy");
    EXPECT_TRUE(found->large_print);
    EXPECT_EQ(found->side, domain::people::Side::complained_about);
    EXPECT_EQ(found->names_owner, officer.id);
    EXPECT_EQ(found->names_housing_officer, manager.id);
    EXPECT_EQ(found->check_reason, "It is a street");
    EXPECT_EQ(found->sent_how, SentHow::by_hand);
    EXPECT_EQ(found->sent_by, manager.id);
    EXPECT_EQ(found->proof, "QX123");
    EXPECT_EQ(found->returned_on, june(9));
    EXPECT_EQ(found->returned_note, "Gone away");
    EXPECT_EQ(found->last_error, "Busy");
    EXPECT_EQ(found->attempts, 3);
    EXPECT_EQ(found->version, 2);
}

TEST_P(Messages, are_not_saved_over_somebody_elses_change) {
    auto message = stored();
    auto stale = message;
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, message); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return update(tx, stale); }));
}

TEST_P(Messages, of_a_case_are_newest_first_in_pages) {
    auto const first = stored();
    clock.set(clock.now().plus_seconds(60));
    auto const second = stored();
    auto const ids_of = [&](int limit, int offset) {
        std::vector<MessageId> found;
        for (auto const& message : read([&](sql::Read& tx) { return of_case(tx, file.id, limit, offset); }))
            found.push_back(message.id);
        return found;
    };
    EXPECT_THAT(ids_of(25, 0), ElementsAre(second.id, first.id));
    EXPECT_THAT(ids_of(1, 1), ElementsAre(first.id));
    EXPECT_EQ(read([&](sql::Read& tx) { return count_of_case(tx, file.id); }), 2);
}

TEST_P(Messages, that_are_due_are_those_nobody_sends_and_whose_hour_has_come) {
    auto const now = clock.now();
    auto const due_one = stored(Channel::email);
    auto later = made(Channel::email);
    later.not_before = now.plus_hours(1);
    keep(later);
    stored(Channel::letter);
    stored(Channel::email, State::draft);
    auto const due_ids = [&](Instant at) {
        return read([&](sql::Read& tx) { return due(tx, Channel::email, at, 10); });
    };
    EXPECT_THAT(due_ids(now), ElementsAre(due_one.id));
    EXPECT_EQ(due_ids(now.plus_hours(1)).size(), 2u);
}

TEST_P(Messages, are_leased_to_one_server_until_it_lets_go) {
    auto const now = clock.now();
    auto const message = stored(Channel::email);
    auto const lease_at = [&](Instant at) {
        return write([&](sql::Write& tx) { return lease(tx, message.id, at, at.plus_seconds(300)); });
    };
    auto leased = lease_at(now);
    ASSERT_TRUE(leased);
    EXPECT_EQ(leased->attempts, 1);
    EXPECT_FALSE(lease_at(now.plus_seconds(60)));
    EXPECT_TRUE(lease_at(now.plus_seconds(301)));  // the first server died

    leased->attempts = 2;
    leased->not_before = now.plus_seconds(600);
    EXPECT_TRUE(write([&](sql::Write& tx) { return after_attempt(tx, *leased); }));
    EXPECT_TRUE(lease_at(now.plus_seconds(600)));
}

TEST_P(Messages, cancelled_while_they_were_sent_stay_cancelled) {
    auto message = stored(Channel::email);
    auto leased = write(
        [&](sql::Write& tx) { return lease(tx, message.id, clock.now(), clock.now().plus_seconds(300)); });
    message.state = State::cancelled;
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, message); }));
    leased->state = State::sent;
    EXPECT_FALSE(write([&](sql::Write& tx) { return after_attempt(tx, *leased); }));
    EXPECT_EQ(read([&](sql::Read& tx) { return find(tx, message.id); })->state, State::cancelled);
}

TEST_P(Messages, that_name_the_officers_are_found_while_they_wait) {
    auto naming = made();
    naming.names_owner = officer.id;
    keep(naming);
    stored();
    auto const found = read([&](sql::Read& tx) { return waiting_with_officers(tx, file.id); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().id, naming.id);
}

TEST_P(Messages, that_wait_for_the_post_too_long_are_found) {
    auto const letter = stored();
    stored(Channel::email);
    auto const late = [&](Instant before) {
        return read([&](sql::Read& tx) { return unposted_since(tx, before, 10); }).size();
    };
    EXPECT_EQ(late(letter.not_before), 0u);
    EXPECT_EQ(late(letter.not_before.plus_seconds(1)), 1u);
}

TEST_P(Messages, for_the_post_room_are_letters_by_what_became_of_them) {
    auto const now = clock.now();
    auto const waiting = stored();
    auto posted = stored();
    posted.state = State::sent;
    posted.sent_at = now;
    auto back = stored();
    back.state = State::sent;
    back.sent_at = now.plus_hours(-24 * 20);
    back.returned_on = june(9);
    write([&](sql::Write& tx) { return update(tx, posted) && update(tx, back); });
    stored(Channel::email);
    read([&](sql::Read& tx) {
        auto const scope = everything();
        auto const to_post = post::to_post(tx, scope, now, 25, 0);
        EXPECT_EQ(to_post.size(), 1u);
        EXPECT_EQ(to_post.front().message.id, waiting.id);
        EXPECT_EQ(to_post.front().case_reference, file.reference);
        EXPECT_EQ(post::posted(tx, scope, now.plus_hours(-1), 25, 0).size(), 1u);
        EXPECT_EQ(post::returned(tx, scope, june(1), 25, 0).size(), 1u);
        auto const counts = post::counts(tx, scope, now, now.plus_hours(-1), june(1));
        EXPECT_EQ(counts.to_post, 1);
        EXPECT_EQ(counts.posted, 1);
        EXPECT_EQ(counts.returned, 1);
        EXPECT_TRUE(post::find(tx, scope, waiting.id));
        return true;
    });
}

TEST_P(Messages, of_a_restricted_case_are_not_in_the_post_of_others) {
    auto const letter = stored();
    write([&](sql::Write& tx) {
        file.restricted = true;
        return cases::update(tx, file);
    });
    auto const viewer = std::string(manager.id.text());
    post::PostScope const scope{.cases = {.sees_all = true, .viewer = viewer}};
    read([&](sql::Read& tx) {
        EXPECT_TRUE(post::to_post(tx, scope, clock.now(), 25, 0).empty());
        EXPECT_EQ(post::counts(tx, scope, clock.now(), clock.now(), june(1)).to_post, 0);
        EXPECT_FALSE(post::find(tx, scope, letter.id));
        return true;
    });
}

TEST_P(Messages, are_checked_against_what_people_told_us_when) {
    EXPECT_TRUE(read([&](sql::Read& tx) { return told_moments(tx, file.id); }).empty());
}

DOORSTEP_ON_BOTH_DATABASES(Messages);

}  // namespace
}  // namespace doorstep::storage::messages
