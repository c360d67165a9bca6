#include "usecases/post/post_room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::post {
namespace {

using domain::access::Role;
using domain::messages::Message;
using domain::messages::SentHow;
using domain::messages::State;
using ::testing::Contains;

class PostRoomTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account support = site.account(Role::business_support);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});

    MessageId letter(CaseFileId file) {
        Message message;
        message.id = MessageId(site.ids.next());
        message.wording = "who-is-dealing";
        message.heading = "Who is dealing with your case";
        message.body = "Dear Ana";
        message.addressee = "Ana Silva";
        message.destination = "4 Mill Lane\nMK9 3XS";
        message.case_file = file;
        message.person = made.complainants.front().id;
        message.names_owner = officer.id;
        message.not_before = site.clock.now();
        message.created_at = site.clock.now();
        site.database().write([&](storage::sql::Write& tx) {
            storage::messages::insert(tx, message);
            return true;
        });
        return message.id;
    }
    template <class Verb, class... Input>
    auto as(domain::accounts::Account const& who, Verb verb, Input const&... input) {
        auto context = site.as(who);
        return verb(context, input...);
    }
    MarkPosted posted(MessageId id, std::string proof = "") const {
        return {.letters = {std::string(id.text())}, .how = SentHow::post, .proof = std::move(proof)};
    }
    Message stored(MessageId id) {
        return site.database().read([&](storage::sql::Read& tx) { return *storage::messages::find(tx, id); });
    }
    PostList list(PostView view) { return *as(support, list_post, view, 1); }
};

TEST_F(PostRoomTest, lists_what_waits_and_moves_it_on_when_it_was_posted) {
    auto const id = letter(made.file.id);
    EXPECT_EQ(list(PostView::to_post).rows.size(), 1u);
    auto const marked = as(support, mark_posted, posted(id, " QX 12 "));
    ASSERT_TRUE(marked) << marked.error().message();
    EXPECT_EQ(*marked, 1);
    EXPECT_EQ(stored(id).state, State::sent);
    EXPECT_EQ(stored(id).proof, "QX 12");
    EXPECT_EQ(stored(id).sent_by, support.id);
    EXPECT_TRUE(list(PostView::to_post).rows.empty());
    EXPECT_EQ(list(PostView::posted).rows.size(), 1u);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("message-sent"));
}

TEST_F(PostRoomTest, posting_stamps_who_the_person_was_told_of) {
    ASSERT_TRUE(as(support, mark_posted, posted(letter(made.file.id))));
    auto const part = site.database().read([&](storage::sql::Read& tx) {
        return *storage::people::find_case_person(tx, made.complainants.front().id);
    });
    EXPECT_EQ(part.told_officers_on, site.today());
    EXPECT_EQ(part.told_owner, officer.id);
}

TEST_F(PostRoomTest, does_not_mark_a_letter_twice) {
    auto const id = letter(made.file.id);
    ASSERT_TRUE(as(support, mark_posted, posted(id)));
    EXPECT_EQ(as(support, mark_posted, posted(id)).error().code(), "already-posted");
}

TEST_F(PostRoomTest, needs_letters_and_a_way_that_letters_leave) {
    auto input = posted(letter(made.file.id));
    input.how = SentHow::mail_server;
    EXPECT_EQ(as(support, mark_posted, input).error().code(), "how-missing");
    EXPECT_EQ(as(support, mark_posted, MarkPosted{}).error().code(), "letters-missing");
}

TEST_F(PostRoomTest, what_comes_back_is_an_item_of_the_cases_owner) {
    auto const id = letter(made.file.id);
    MarkReturned const back{.letter = id, .on = site.today(), .note = "Gone away"};
    EXPECT_EQ(as(support, mark_returned, back).error().code(), "not-on-its-way");
    ASSERT_TRUE(as(support, mark_posted, posted(id)));
    auto early = back;
    early.on = site.today().plus_days(-1);
    EXPECT_EQ(as(support, mark_returned, early).error().code(), "date-before-posted");
    ASSERT_TRUE(as(support, mark_returned, back));
    EXPECT_EQ(list(PostView::returned).rows.size(), 1u);
    auto const items = site.database().read(
        [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); });
    bool is_theirs = false;
    for (auto const& item : items)
        is_theirs =
            is_theirs || (item.kind == domain::work::Kind::letter_returned && item.account == officer.id);
    EXPECT_TRUE(is_theirs);
}

TEST_F(PostRoomTest, does_not_hold_letters_of_a_restricted_case) {
    auto const hidden = site.open_case({.owner = officer.id, .restricted = true});
    auto const id = letter(hidden.file.id);
    EXPECT_TRUE(list(PostView::to_post).rows.empty());
    EXPECT_EQ(list(PostView::to_post).counts.to_post, 0);
    EXPECT_EQ(as(support, view_post_letter, id).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(as(support, mark_posted, posted(id)).error().kind(), RefusalKind::not_found);
}

TEST_F(PostRoomTest, is_not_for_board_members) {
    EXPECT_EQ(as(site.account(Role::board_member), list_post, PostView::to_post, 1).error().kind(),
              RefusalKind::forbidden);
}

}  // namespace
}  // namespace doorstep::usecases::post
