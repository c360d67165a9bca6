#include "usecases/reports/drafts.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"
#include "storage/received_files.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::reports {
namespace {

using domain::access::Role;

class DraftsTest : public ::testing::Test {
  protected:
    test::TestSite site;

    NewDraft begin() {
        auto context = site.as_public();
        return begin_draft(context);
    }
    bool opens(std::string const& token) {
        auto context = site.as_public();
        return open_draft(context, token).has_value();
    }
};

TEST_F(DraftsTest, open_by_their_token_and_by_no_other) {
    auto const made = begin();
    EXPECT_TRUE(opens(made.token));
    EXPECT_FALSE(opens("another"));
    EXPECT_FALSE(opens(""));
}

TEST_F(DraftsTest, are_kept_28_days_from_the_last_time_they_are_saved) {
    auto const made = begin();
    site.set_today(site.today().plus_days(20));
    auto context = site.as_public();
    ASSERT_TRUE(change_draft(context, made.draft.id, [](Draft& draft) { draft.step = "what"; }));
    site.set_today(site.today().plus_days(28));
    EXPECT_TRUE(opens(made.token));
    site.set_today(site.today().plus_days(1));
    EXPECT_FALSE(opens(made.token));
}

TEST_F(DraftsTest, are_seen_as_saved_in_the_same_request) {
    auto const made = begin();
    auto context = site.as_public();
    EXPECT_EQ(open_draft(context, made.token)->step, "");
    change_draft(context, made.draft.id, [](Draft& draft) { draft.step = "what"; });
    EXPECT_EQ(open_draft(context, made.token)->step, "what");
}

TEST_F(DraftsTest, are_taken_up_by_a_code_however_it_is_written) {
    auto const made = begin();
    auto context = site.as_public();
    auto const code = save_for_later(context, made.draft.id);
    auto sloppy = text::lower_ascii(code);
    std::replace(sloppy.begin(), sloppy.end(), '-', ' ');
    auto const resumed = resume_draft(context, " " + sloppy);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->draft.id, made.draft.id);
    EXPECT_TRUE(opens(resumed->token));
    EXPECT_FALSE(opens(made.token));
}

TEST_F(DraftsTest, are_not_taken_up_by_a_wrong_old_or_expired_code) {
    auto const made = begin();
    auto context = site.as_public();
    auto const old_code = save_for_later(context, made.draft.id);
    auto const code = save_for_later(context, made.draft.id);
    EXPECT_EQ(resume_draft(context, "2222-2222-2222").error().kind(), RefusalKind::not_found);
    EXPECT_EQ(resume_draft(context, "").error().problems().at(0).field, "code");
    EXPECT_FALSE(resume_draft(context, old_code));
    site.set_today(site.today().plus_days(29));
    auto late = site.as_public();
    EXPECT_EQ(resume_draft(late, code).error().kind(), RefusalKind::expired);
}

TEST_F(DraftsTest, are_gone_when_they_are_left) {
    auto const made = begin();
    auto context = site.as_public();
    leave_draft(context, made.token);
    leave_draft(context, made.token);
    EXPECT_FALSE(opens(made.token));
}

TEST_F(DraftsTest, of_an_officer_belong_to_that_officer) {
    auto const dana = site.account(Role::asb_officer);
    auto const other = site.account(Role::asb_officer);
    auto context = site.as(dana);
    auto const made = begin_taken_draft(context);
    ASSERT_TRUE(made);
    EXPECT_EQ(my_taken_drafts(context).size(), 1U);
    EXPECT_TRUE(open_taken_draft(context, made->id));
    auto of_other = site.as(other);
    EXPECT_TRUE(my_taken_drafts(of_other).empty());
    EXPECT_EQ(open_taken_draft(of_other, made->id).error().kind(), RefusalKind::not_found);
    EXPECT_FALSE(remove_taken_draft(of_other, made->id));
    EXPECT_TRUE(remove_taken_draft(context, made->id));
    EXPECT_TRUE(my_taken_drafts(context).empty());
}

TEST_F(DraftsTest, of_an_officer_are_not_for_the_public_or_the_board) {
    auto context = site.as_public();
    EXPECT_EQ(begin_taken_draft(context).error().kind(), RefusalKind::signed_out);
    auto const board = site.account(Role::board_member);
    auto of_board = site.as(board);
    EXPECT_EQ(begin_taken_draft(of_board).error().kind(), RefusalKind::forbidden);
}

TEST_F(DraftsTest, of_residents_are_not_opened_by_officers) {
    auto const made = begin();
    auto const dana = site.account(Role::asb_officer);
    auto context = site.as(dana);
    EXPECT_FALSE(open_taken_draft(context, made.draft.id));
}

TEST_F(DraftsTest, are_forgotten_with_their_content_when_their_days_are_over) {
    auto const made = begin();
    auto const path = site.services().vault.upload_folder() / "upload";
    std::string const bytes = "It started at 11pm";
    std::ofstream(path, std::ios::binary) << bytes;
    auto const hash = text::sha256_hex(bytes);
    ASSERT_TRUE(site.services().vault.take(path, hash, "note.txt"));
    domain::files::ReceivedFile const file{.id = FileId(site.ids.next()),
                                           .sha256 = hash,
                                           .size_bytes = 18,
                                           .content_type = "text/plain",
                                           .original_name = "note.txt",
                                           .description = "",
                                           .draft = made.draft.id,
                                           .report = {},
                                           .case_file = {},
                                           .received_at = site.clock.now()};
    site.database().write([&](storage::sql::Write& tx) { storage::received_files::insert(tx, file); });
    auto context = site.as_system();
    EXPECT_EQ(forget_drafts(context), 0);
    EXPECT_TRUE(site.services().vault.has(hash));
    // Far beyond the wall-clock time of the file itself.
    site.set_today(*Date::of(2100, 1, 1));
    auto later = site.as_system();
    EXPECT_EQ(forget_drafts(later), 1);
    EXPECT_FALSE(site.services().vault.has(hash));
}

}  // namespace
}  // namespace doorstep::usecases::reports
